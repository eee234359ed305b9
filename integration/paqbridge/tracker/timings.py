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
    page view before that says what there is, which does not count. What the page has measured need
    not wait.
    """
    own = state["timings"]
    marks = state["facts"]["timings"] if state["page_view"] and not state["is_timed"] else None
    if marks is None or own is None or is_whole != (own != "" or marks["loadEventEnd"] > 0):
        return ""
    state["is_timed"] = is_whole
    if own != "":
        return own
    text = ""
    for name, start, end in SPANS:
        span = marks[end] - marks[start]
        if marks[start] > 0 and marks[end] > 0:
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
    """Take the page's own measurements, in milliseconds, and say them, and no others, with the next
    request: a page with routes has some for each."""
    text = ""
    for index, given in enumerate([network, server, transfer, processing, completion, onload]):
        text += f"&{SPANS[index][0]}={written(given)}" if is_given(given) else ""
    if text != "" and state["timings"] is not None:
        state["timings"] = text
        state["is_timed"] = False
