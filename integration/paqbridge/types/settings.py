"""Settings: what a page gives, a row a setting, and what they count as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NotRequired, TypeAlias, TypedDict

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


class FullSettings(Settings):
    """What the full builds have besides.

    Tables of events are by folded name; those of dimensions give Matomo's ``dimensionN``.
    """

    trackerUrl: str
    scriptUrl: str
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
    consent: str


class ExplainSettings(FullSettings):
    """What the build that explains has besides."""

    debug: bool


Complain: TypeAlias = Callable[[str, Untrusted], None]
"""Warn the page's developers: of what, and what was received."""


class Row(TypedDict):
    """One setting: its name, what it must look like in words and as a pattern, its default."""

    name: str
    expected: str
    pattern: Any
    reader: NotRequired[Any]
    default: NotRequired[Any]
    about: str
