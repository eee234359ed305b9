"""The standalone ``window.analytics``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias, TypedDict

from paqbridge.types.calls import HostGate
from paqbridge.types.destination import Kit
from paqbridge.types.event import Kind
from paqbridge.types.page import Action, Untrusted

Message: TypeAlias = dict[str, Untrusted]
"""A call in Segment's common format: ``calls/message.py``; and its ``options``."""

MessageMaker: TypeAlias = Callable[[Kind, list[Untrusted], "User"], Message]
"""From a method, its six arguments and the user to the message, which has the ``callback`` as well:
``source/messages.py``."""


class User(Protocol):
    """Who the visitor is: ``source/user.py``."""

    def id(self, value: Untrusted = None) -> str | int | float | None:
        """Return the id, after taking a usable one."""

    def reset(self) -> None:
        """Forget it."""

    def remembered(self) -> str | int | float | None:
        """Return the id that an earlier page has left."""


Analytics: TypeAlias = dict[str, Untrusted]
"""The methods of ``window.analytics`` by name, as the page gets them."""


Way: TypeAlias = Callable[[Untrusted, Untrusted], Action | None]
"""From an event and the element that is tracked to what goes on with it after it was held, or None
where it is not to be held."""


class Held(TypedDict):
    """A click or a submit: what goes on with it, and how many trackers it waits for."""

    event: Untrusted
    go: Action | None
    waiting: int


class Holdings(TypedDict):
    """The event that was heard of last, and the one that is held back: ``source/holding.py``."""

    heard: Held | None
    held: Held | None


class SourceKit(TypedDict):
    """What makes a standalone, besides the kit of its build: ``kits/``.

    ``message`` makes the messages of its calls; ``gate`` and ``user`` make its gate and its user.
    """

    message: MessageMaker
    gate: Callable[[], HostGate]
    user: Callable[[], User]


class Kits(TypedDict):
    """Both kits of a standalone."""

    source: SourceKit
    kit: Kit
