"""What requests say besides: a product view, the time of a call that has waited.

``matomo.js`` leaves an empty category in every later request when a product view is taken back, and
has no command for the time of a hit. What it has are plugins, which add text to single requests
(measured on Matomo 5.1). The appended text (``appendToTrackingUrl``) would not do for either: it
may be the page's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from paqbridge.host import add_plugin, seconds_since
from paqbridge.native import any_text, guarded, is_list, json_text, url_encoded
from paqbridge.read.values import LINE_LIMIT

if TYPE_CHECKING:
    from paqbridge.types.command import Command

KINDS = ("log", "event", "goal", "sitesearch", "link", "ecommerce")
"""The kinds of requests that plugins are asked about; ``log`` is the page view."""

VIEW = ("_pks", "_pkn", "_pkc", "_pkp")
"""The parameters of a product view, in the order of ``setEcommerceView``'s arguments."""

DAY = 86400
"""Seconds; an older hit Matomo takes with a token only (Matomo's tracking API, ``cdt``)."""


@final
class Annotations:
    """What the requests say that come next."""

    def __init__(self) -> None:
        self._view = ""
        self._time: float = 0

    def view(self, command: Command) -> Command:
        """Return what to push for ``setEcommerceView``: a function, which Matomo's queue takes too,
        and calls in its turn."""
        return [guarded(lambda: self._say(view_text(command), self._time))]

    def time(self, command: Command) -> Command:
        """Return what to push for ``setHitTime`` (milliseconds since 1970, 0 for now)."""
        return [guarded(lambda: self._say(self._view, command[1]))]

    def _say(self, view: str, time: float) -> None:
        plugin: dict[str, Any] = {}
        for kind in KINDS:
            plugin[kind] = lambda: self._view + age_text(self._time)
        add_plugin(plugin)
        self._view = view
        self._time = time


def view_text(command: Command) -> str:
    """Return the parameters of a product view; blanks are not said."""
    text = ""
    for index, name in enumerate(VIEW):
        value = command[index + 1]
        written = json_text(value) if is_list(value) else any_text(value, LINE_LIMIT)
        if written:
            text += f"&{name}={url_encoded(written)}"
    return text


def age_text(time: float) -> str:
    """Return the parameter that says how many seconds ago a hit was; nothing below one."""
    age = seconds_since(time)
    return f"&cdo={age}" if 0 < age < DAY else ""
