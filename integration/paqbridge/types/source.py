"""The standalone ``window.analytics``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias, TypedDict

from paqbridge.types.calls import HostGate
from paqbridge.types.destination import Kit
from paqbridge.types.event import Event, Kind
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


Traits: TypeAlias = dict[str, Untrusted]
"""What a page has said of a user or a group."""

Arguments: TypeAlias = dict[str, Untrusted]
"""The arguments of a call, sorted out: ``source/overloads.py``."""


Keep: TypeAlias = Callable[[Callable[[], Untrusted]], object]
"""Keep the promise of a call: with what makes Segment's Context, if somebody waits for it."""

Answered: TypeAlias = "Callable[[list[Untrusted], Keep], object]"
"""What a method does with its arguments, and with what keeps its promise."""


class Shelf(TypedDict):
    """Where the values of a person may be kept: ``source/shelf.py``.

    ``id`` and ``traits`` are names of storage, ``life`` is in seconds, ``attributes`` are a
    cookie's, but for its ``domain``, which is None for the highest that can be had.
    """

    id: str
    traits: str
    is_off: bool
    has_cookies: bool
    has_storage: bool
    life: str
    domain: str | None
    attributes: str


class Call(TypedDict):
    """A call on its way through a full standalone.

    ``type`` is Segment's, ``kind`` the receiver's; ``message`` is what the mapping looks at,
    ``user`` who was known when it was made, and ``anonymous`` the same, None if nothing was to look
    at it. ``done`` is told the call's context when all is over.
    """

    type: str
    kind: Kind
    message: Message
    user: Untrusted
    anonymous: str | None
    callback: Untrusted
    event: Event
    done: Keep
    is_early: bool


class Handed(Protocol):
    """A call as the page's functions see it: ``source/context.py``."""

    def page_side(self) -> dict[str, Untrusted]:
        """Return Segment's Context."""

    def message(self) -> Message:
        """Return the message, as it has become."""

    def become(self, message: Untrusted) -> None:
        """Take another message."""

    def fail(self, reason: Untrusted) -> None:
        """Say that it is not delivered."""

    def has_failed(self) -> bool:
        """Tell whether it is not delivered."""


class Entry(TypedDict):
    """A plugin of the page's, its name and type, how it stands, and the calls that wait for it."""

    plugin: Untrusted
    name: str
    type: Untrusted
    state: str
    waiting: list[Handed]


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


Analytics: TypeAlias = dict[str, Untrusted]
"""The methods of ``window.analytics`` by name, as the page gets them."""


class SourceKit(TypedDict):
    """What makes a standalone, besides the kit of its build: ``kits/``.

    ``message`` makes the messages of its calls; ``gate`` and ``user`` make its gate and its user.
    """

    message: MessageMaker
    gate: Callable[[], HostGate]
    user: Callable[[], User]


class Owner(Protocol):
    """The object that a page knows as ``analytics``: ``source/owner.py``."""

    def current(self) -> Untrusted:
        """Return the object."""

    def call(self, name: str, given: list[Untrusted]) -> Untrusted:
        """Call a method as the page has it by now."""

    def become(self, published: Untrusted) -> None:
        """Be another from now on."""


class Whole(TypedDict):
    """A whole ``analytics``, and who it is for the page."""

    analytics: Analytics
    owner: Owner


class WholeKit(TypedDict):
    """What makes a full standalone, besides the kit of its build: its gate."""

    gate: Callable[[], HostGate]


class Kits(TypedDict):
    """Both kits of a full standalone."""

    source: WholeKit
    kit: Kit
