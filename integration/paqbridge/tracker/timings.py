"""How long the page took: the parameters ``pf_*``, from the marks of ``performance.timing``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import is_given, rounded_whole, written

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

SPANS = (
    ("pf_net", "fetchStart", "connectEnd"),
    ("pf_srv", "requestStart", "responseStart"),
    ("pf_tfr", "responseStart", "responseEnd"),
    ("pf_dm1", "domLoading", "domInteractive"),
    ("pf_dm2", "domInteractive", "domComplete"),
    ("pf_onl", "loadEventStart", "loadEventEnd"),
)
"""Parameter, and the marks at which its span begins and ends."""


def timings_text(state: State, is_whole: bool) -> str:
    """Return what is known by now; nothing where a span is negative, since all are wrong then.

    The whole of it goes once, with the first request of a page view after the page has loaded; a
    page view before that says what there is, which does not count.
    """
    marks = state["facts"]["timings"] if state["page_view"] and not state["is_timed"] else None
    if marks is None or is_whole != (marks["loadEventEnd"] > 0):
        return ""
    state["is_timed"] = is_whole
    text = ""
    for index, (name, start, end) in enumerate(SPANS):
        span = marks[end] - marks[start]
        given = state["timings"][index] if len(state["timings"]) > index else None
        if is_given(given):
            text += f"&{name}={written(given)}"
        elif marks[start] > 0 and marks[end] > 0:
            if span < 0:
                return ""
            text += f"&{name}={rounded_whole(span)}"
    return text


def set_timings(
    state: State,
    network: Untrusted,
    server: Untrusted,
    transfer: Untrusted,
    processing: Untrusted,
    completion: Untrusted,
    onload: Untrusted,
) -> None:
    """Take the page's own measurements, in milliseconds; what is none is measured here."""
    state["timings"] = [network, server, transfer, processing, completion, onload]
