"""Segment's Context: what plugins, callbacks and promises get of a call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast, final

from paqbridge.host import clock, random_id
from paqbridge.native import guarded, is_dict, lazy, or_null, read, stop_with

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Message

CANCELED = {"type": "Cancel", "reason": "context canceled"}


@final
class Handing:
    """A call that is handed out; its message is made by ``make`` when somebody looks at it."""

    def __init__(self, make: Callable[[], Message]) -> None:
        self._failure: Untrusted = None
        self._logs: list[Untrusted] = []
        # Plugins count there for Segment: nothing comes of it here.
        stats = {"increment": ignore, "gauge": ignore, "flush": ignore, "metrics": []}
        record: dict[str, Untrusted] = {"attempts": 1, "stats": stats}
        self._side = lazy(lazy(record, "event", make), "id", random_id)
        self._side["logs"] = lambda: [*self._logs]
        self._side["log"] = guarded(self._log)
        self._side["updateEvent"] = guarded(self._change)
        self._side["cancel"] = self._cancel
        self._side["failedDelivery"] = lambda: or_null(self._failure)
        self._side["isSame"] = guarded(lambda other: read(other, "id") == self._side["id"])
        self._side["flush"] = ignore
        self._side["toJSON"] = lambda: {
            "id": self._side["id"],
            "event": self._side["event"],
            "logs": [*self._logs],
            "metrics": [],
        }

    def page_side(self) -> dict[str, Untrusted]:
        """Return Segment's Context."""
        return self._side

    def message(self) -> Message:
        """Return the message, as it has become."""
        return cast("Message", self._side["event"])

    def become(self, message: Untrusted) -> None:
        """Take another message, if it is one."""
        if is_dict(message):
            self._side["event"] = message

    def _log(self, level: Untrusted, text: Untrusted, extras: Untrusted) -> None:
        """Keep a line of a plugin's."""
        self._logs.append({"level": level, "message": text, "time": clock(), "extras": extras})

    def _change(self, path: Untrusted, value: Untrusted) -> Untrusted:
        """Set the value at a path, such as ``properties.plan``, of the message; return that.

        Settings for a destination that is switched off do not switch it on again.
        """
        place = self.message()
        if isinstance(path, str):
            names = path.split(".")
            is_switch = path.startswith("integrations.")
            if is_switch and read(place["integrations"], names[1]) is False:
                return place
            for name in names[: len(names) - 1]:
                inner = read(place, name)
                if not is_dict(inner):
                    inner = {}
                    place[name] = inner
                place = inner
            place[names[len(names) - 1]] = value
        return self._side["event"]

    def _cancel(self, reason: Untrusted = None) -> None:
        """Let the call not be delivered, and stop the plugin that says so."""
        self.fail(reason or CANCELED)
        stop_with(reason or CANCELED)

    def fail(self, reason: Untrusted) -> None:
        """Say why it is not delivered."""
        self._failure = {"reason": reason}

    def has_failed(self) -> bool:
        """Tell whether it is not delivered."""
        return self._failure is not None


def ignore() -> None:
    """Do nothing: what Segment's libraries have of this has no meaning here."""
