"""The shapes that travel between the modules. Types only: nothing of this file reaches a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NotRequired, TypedDict

Command = list[Any]
"""One call of the tracker: its name, then its arguments; absent arguments are ``None``."""


class Event(TypedDict):
    """One analytics call, whatever host it came from. Values are page data: untrusted.

    ``options`` are what the call says to this destination alone, the most specific first.
    """

    type: Literal["page", "identify", "track", "reset"]
    event: Any
    properties: Any
    userId: Any
    options: list[Any]


class Settings(TypedDict):
    """Validated settings; ``goals`` is folded event name -> ids."""

    siteId: Any
    serverUrl: Any
    customVariableLimit: int
    goals: dict[str, list[Any]]
    trackerFile: str
    loadScript: bool
    linkTracking: bool
    nonce: Any
    timeout: int


State = Any
"""What the tracker has been told so far that later calls depend on; each mapping has its own."""


class Note(TypedDict):
    """One thing that was left out. Minor notes explain, the others reach the console."""

    text: str
    received: Any
    minor: NotRequired[bool]


class Row(TypedDict):
    """One setting: its name, what it must look like in words and as a pattern, its default."""

    name: str
    expected: str
    pattern: Any
    default: NotRequired[Any]
    about: str


Complain = Callable[[str, Any], None]
Mapped = tuple[list[Command], State, list[Note]]
Mapping = Callable[[Event, Settings, State], Mapped]
