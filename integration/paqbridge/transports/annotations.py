"""What single requests say besides: a product view, the time of a call that has waited.

``matomo.js`` repeats a product view in every later request, and has no command for the time of a
hit. What it has are plugins, which add text to single requests (measured on Matomo 5.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from paqbridge.host import add_plugin, seconds_since
from paqbridge.native import any_text, guarded, is_list, json_text, url_encoded

if TYPE_CHECKING:
    from paqbridge.types.command import Command

KINDS = ("log", "event", "goal", "sitesearch", "link", "ecommerce")
"""The kinds of requests that plugins are asked about; ``log`` is the page view."""

VIEW = ("_pks", "_pkn", "_pkc", "_pkp")
"""The parameters of a product view, in the order of ``setEcommerceView``'s arguments."""

LONGEST = 1024
"""Characters of a value; what is longer has been cut before."""

DAY = 86400
"""Seconds; an older hit Matomo takes with a token only (Matomo's tracking API, ``cdt``)."""


@final
class Annotations:
    """What single requests say besides, through a plugin of the tracker's.

    The appended text (``appendToTrackingUrl``) would not do: it may be the page's own.
    """

    def __init__(self) -> None:
        self._text = ""

    def around(self, commands: list[Command]) -> list[Command]:
        """Return what to push for the commands of a call.

        ``setEcommerceView`` is for the request that comes next, ``setHitTime`` (milliseconds) for
        all of them. Matomo's queue takes functions, too, and calls them in their turn.
        """
        pushed: list[Command] = []
        view = ""
        time: Any = None
        for command in commands:
            if command[0] == "setEcommerceView":
                view = view_text(command)
            elif command[0] == "setHitTime":
                time = command[1]
            elif command[0].startswith("track") and (view or time):
                pushed = [*pushed, [self._saying(view, time)], command, [self._saying("", None)]]
                view = ""
            else:
                pushed.append(command)
        return pushed

    def _saying(self, view: str, time: Any) -> Any:
        """Return the function that makes requests say so from then on."""

        def say() -> None:
            plugin: dict[str, Any] = {}
            for kind in KINDS:
                plugin[kind] = lambda: self._text
            add_plugin(plugin)
            self._text = view + (age_text(time) if time else "")

        return guarded(say)


def view_text(command: Command) -> str:
    """Return the parameters of a product view."""
    text = ""
    for index, name in enumerate(VIEW):
        value = command[index + 1]
        written = json_text(value) if is_list(value) else any_text(value, LONGEST)
        if written:
            text += f"&{name}={url_encoded(written)}"
    return text


def age_text(time: float) -> str:
    """Return the parameter that says how many seconds ago a hit was; nothing below one."""
    age = seconds_since(time)
    return f"&cdo={age}" if 0 < age < DAY else ""
