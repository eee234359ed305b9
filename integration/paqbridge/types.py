"""The shapes that travel between the modules. Types only: nothing of this file reaches a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NotRequired, TypedDict

Command = list[Any]
"""One call of the tracker: its name, then its arguments; absent arguments are ``None``."""


class Event(TypedDict):
    """One analytics call, whatever host it came from. Values are page data: untrusted."""

    type: Literal["page", "identify", "track", "reset"]
    event: Any
    name: Any
    category: Any
    properties: Any
    traits: Any
    userId: Any
    context: Any
    integrations: list[Any]


class Settings(TypedDict):
    """Validated settings; ``goals`` is folded event name -> ids, None where there are none."""

    siteId: Any
    serverUrl: Any
    customVariableLimit: int
    goals: dict[str, list[Any]] | None
    trackerFile: str
    loadScript: bool
    linkTracking: bool
    nonce: Any
    timeout: int


class State(TypedDict):
    """What the tracker has been told so far that later calls depend on."""

    user: str | None


class Note(TypedDict):
    """One thing that was left out. ``warn`` notes reach the console, the others explain."""

    level: Literal["warn", "note"]
    text: str
    received: Any


class Row(TypedDict):
    """One setting: its name, what it must look like, and its default."""

    name: str
    expected: str
    pattern: NotRequired[Any]
    default: NotRequired[Any]
    about: str


Complain = Callable[[str, Any], None]
Mapped = tuple[list[Command], State, list[Note]]
Mapping = Callable[[Event, Settings, State], Mapped]


class Site(TypedDict):
    """One destination at work: what it was told, and what it has done so far."""

    settings: Settings | None
    state: State
    said: list[str]
    held: list[Command]
    outcome: Callable[[], None] | None
    live: bool
    blocked: bool
    script: Any
