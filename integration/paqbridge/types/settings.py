"""Settings: what a page gives, a row a setting, and what they count as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from paqbridge.types.page import Untrusted

Value: TypeAlias = Any
"""What a setting counts as; its row says of which type that is."""


class Settings(TypedDict):
    """Validated settings; ``goals`` is folded event name -> ids."""

    siteId: int | str
    serverUrl: str
    customVariableLimit: int
    goals: dict[str, list[Any]]
    trackerFile: str
    loadScript: bool
    linkTracking: bool
    nonce: str
    timeout: int
    rememberUser: bool


class FullSettings(Settings):
    """What the full builds have besides.

    Tables of events are by folded name; those of dimensions give Matomo's ``dimensionN``.
    """

    settingsUrl: str
    trackerUrl: str
    scriptUrl: str
    tracker: str
    offlineQueue: int
    matomoVersion: str
    pageFacts: str
    pageTitle: str
    titleDelay: int
    contentTracking: str
    dedupePages: bool
    ecommerce: bool
    dimensions: dict[str, str]
    customVariablesAsDimensions: dict[str, str]
    clearCustomVariables: bool
    siteSearchEvents: dict[str, bool]
    linkEvents: dict[str, bool]
    downloadEvents: dict[str, bool]
    events: dict[str, dict[str, bool]]
    groupDimension: str
    aliasUserId: bool
    newVisitOnReset: bool
    disableCookies: bool
    cookieDomain: str
    cookiePath: str
    secureCookie: bool
    cookieSameSite: str
    consent: str
    consentWithEvents: list[str]
    doNotTrack: bool | str
    performanceTracking: bool
    htmlEvents: bool


class ExplainSettings(FullSettings):
    """What the build that explains has besides."""

    debug: bool


Complain: TypeAlias = Callable[[str, Untrusted], None]
"""Warn the page's developers: of what, and what was received."""

Build: TypeAlias = Literal["lean", "full", "explain"]

Group: TypeAlias = Literal[
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


class Named(TypedDict):
    """What a complaint about a setting is about: a row, or its name alone."""

    name: str


Refuse: TypeAlias = Callable[[Named, str, Untrusted], None]
"""Complain of a setting: which, the place in it (empty, or a dot and a key), what was there."""


class Row(Named):
    """One setting; ``settings/lean_table.py`` says what each entry is."""

    kind: Kind
    default: NotRequired[Value]
    alias: NotRequired[str]
    words: NotRequired[list[str]]
    build: Build
    group: Group
    about: str
    typescript: NotRequired[str]


Kind: TypeAlias = Callable[[Untrusted, Row, Refuse], Value]
"""What a value looks like: it takes one, and returns what counts of it, or None."""

Words: TypeAlias = Callable[[Named, str], str]
"""How a complaint about a setting is said: ``settings/wording.py``, ``explain/wording.py``."""
