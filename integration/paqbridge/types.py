"""The shapes that travel between the modules. Types only: nothing of this file reaches a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NotRequired, TypedDict

Command = list[Any]
"""One call of the tracker: its name, then its arguments; absent arguments are ``None``."""


class Event(TypedDict):
    """One analytics call, whatever host it came from. Values are page data: untrusted.

    ``options`` are what the call says to this destination alone, the most specific first. In a
    build with notes ``entry`` is what explains the call.
    """

    type: Literal["page", "identify", "track", "reset", "nobody", "group", "alias"]
    event: Any
    properties: Any
    userId: Any
    options: list[Any]
    entry: NotRequired[Any]


class FullEvent(Event):
    """What the full mapping looks at besides.

    ``page`` holds the facts of the page then: ``url``, ``title``, ``referrer``, ``landing`` (the
    URL that it was loaded with) and, of a call that waited for a title, ``stale``, the one before.
    """

    name: Any
    category: Any
    traits: Any
    context: Any
    groupId: Any
    page: Any


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


class FullSettings(Settings):
    """What the full mapping reads of the full builds' settings.

    Tables of events are by folded name; those of dimensions give Matomo's ``dimensionN``.
    """

    matomoVersion: Any
    pageFacts: str
    pageTitle: str
    contentTracking: str
    dedupePages: bool
    ecommerce: bool
    dimensions: dict[str, str]
    customVariablesAsDimensions: dict[str, str]
    clearCustomVariables: bool
    siteSearchEvents: dict[str, bool]
    linkEvents: dict[str, bool]
    downloadEvents: dict[str, bool]
    events: Any
    groupDimension: str
    aliasUserId: bool
    newVisitOnReset: bool


State = Any
"""What the tracker has been told so far that later calls depend on; each mapping has its own."""


class Note(TypedDict):
    """One thing that was left out: what, a colon, and why.

    Minor notes explain, the others reach the console.
    """

    text: str
    received: Any
    minor: NotRequired[bool]


Build = Literal["lean", "full", "explain"]

Group = Literal[
    "Essentials",
    "Files of Matomo",
    "Pages",
    "Events",
    "Dimensions and variables",
    "Visitors",
    "Consent and cookies",
    "Links, content, time",
    "Finding out",
]
"""Where a form shows a setting, in this order."""


class Row(TypedDict):
    """One setting; ``settings/lean_table.py`` says what each entry is."""

    name: str
    kind: Kind
    default: NotRequired[Any]
    alias: NotRequired[str]
    words: NotRequired[list[str]]
    build: Build
    group: Group
    about: str
    typescript: NotRequired[str]


Complain = Callable[[Any, str, Any], None]
"""Takes a row, or another dict with a setting's name, the place in its value, what was there."""

Kind = Callable[[Any, Any, Complain], Any]
Mapped = tuple[list[Command], State, list[Note]]
Mapping = Callable[[Any, Any, State], Mapped]


class FullState(TypedDict):
    """What the full mapping has told the tracker of one page.

    ``user`` is who is logged in, ``sticky`` the dimensions that ``identify`` and ``group`` gave;
    ``url``, ``title`` and ``referrer`` are those of the page view before. ``cart`` has the
    products, ``is_told`` whether the tracker knows them all, ``stored`` what an earlier page has
    kept of them. With ``is_new_visit`` the next request opens a visit of its own.
    """

    user: str | None
    sticky: dict[str, str]
    url: Any
    title: Any
    referrer: Any
    cart: list[Any]
    stored: Any
    is_told: bool
    is_new_visit: bool


class Draft(TypedDict):
    """What one call has led to so far; ``data`` is the custom data of its requests."""

    commands: list[Command]
    notes: list[Note]
    state: Any
    data: Any
