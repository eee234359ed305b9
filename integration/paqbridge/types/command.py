"""Commands, and what makes them of calls."""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias, TypedDict

from paqbridge.types.event import Event
from paqbridge.types.page import Untrusted
from paqbridge.types.settings import Settings

Command: TypeAlias = list[Any]
"""One call of the tracker: its name, then its arguments; absent arguments are ``None``. The
grammar says of each name what the arguments are, and looks at them before they leave."""

State: TypeAlias = Any
"""What the tracker has been told so far that later calls depend on. Each mapping has its own form;
nobody else looks inside."""


class Note(TypedDict):
    """Something to warn the page's developers of: what, a colon, and why; and what was received."""

    text: str
    received: Untrusted


Mapped: TypeAlias = tuple[list[Command], State, list[Note]]


class Mapping(Protocol):
    """A pure function: the commands of a call, the next state, and what to warn of."""

    def __call__(self, event: Event, settings: Settings, state: State, /) -> Mapped:
        """Translate one call."""


class Transport(Protocol):
    """What carries commands to a tracker."""

    def send(self, commands: list[Command]) -> bool:
        """Take the commands of one call, all or none of them; tell whether they were taken.

        They are not where they would overtake, or be overtaken by, what was sent before.
        """

    def is_live(self) -> bool:
        """Tell whether there is a tracker at the other end, so that all is taken."""


class PageTransport(Transport, Protocol):
    """The transport of a build."""

    def is_taken(self, opening: list[Command]) -> bool:
        """Tell whether the page has a tracker of its own, or has queued such an opening for one."""

    def drop(self) -> None:
        """Take what is ours off the page."""
