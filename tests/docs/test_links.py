"""Links lead somewhere, and what the docs name is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from paqbridge.commands.full_grammar import FULL_GRAMMAR
from paqbridge.commands.grammar import GRAMMAR
from paqbridge.tracker.whole import FIRST, LATER
from tests.docs.pages import (
    DECISIONS,
    GUIDES,
    PAGES,
    README,
    SOON,
    TOP,
    anchors_of,
    links_of,
    shown,
    spans_of,
)

LINES = 150
"""So many lines a newcomer reads before the first page of docs/."""

PATH = re.compile(r"(?:bench|build|demo|dist|docs|integration|tests)/[\w./*-]*")
NAME = re.compile(r"([a-z]+[A-Z]\w*)(?:[(:].*)?")
SETTINGS = json.loads((TOP / "dist/settings.schema.json").read_text("utf-8"))["properties"]
DECLARED = [*(TOP / "dist").glob("*.d.*ts"), *(TOP / "build/npm").rglob("*.d.mts")]
TYPES = "\n".join(path.read_text("utf-8") for path in DECLARED)
OTHERS = {
    "moduleResolution",  # TypeScript's
    "skipLibCheck",  # TypeScript's
    "getScript",  # jQuery's
    *("pushState", "replaceState", "sendBeacon"),  # the browser's
    *("trackForm", "setAnonymousId", "addDestinationMiddleware"),  # Segment's
    *("customDimension", "dimensionId", "dimensionValue"),  # RudderStack's
    *("failedInitializations", "queryString"),  # of Segment's newer library
    "piwikIntegration",  # the global of classic.min.js
    "signedUp",  # an event
    *(
        "addTracker",
        "addPlugin",
        "getTracker",
        "getAsyncTracker",
        "getCookie",
    ),  # of Matomo's own object
    *("matomoContentPiece", "matomoContentTarget", "matomoContentIgnoreInteraction"),  # its classes
    *("matomoPluginAsyncInit", "matomoAsyncInit"),  # functions that wait for its tracker
    *("onConsent", "onAccept", "onReject", "onDecline", "ucEvent"),  # of consent platforms
    *("saveConsents", "applyConsents", "optOut", "preConsent"),
    *("allowedConsentIds", "deniedConsentIds", "categoryPreferences", "consentManagement"),
}
NAMES = {*SETTINGS, *GRAMMAR, *FULL_GRAMMAR, *FIRST, *LATER, *re.findall(r"\w+", TYPES), *OTHERS}


def dead_ends(page: Path) -> list[str]:
    """Return the links of a page that lead to no file, or to no heading of one."""
    dead = []
    for link in links_of(page):
        place, _, anchor = link.partition("#")
        path = (page.parent / place).resolve() if place else page
        is_soon = path.is_relative_to(TOP) and shown(path) in SOON
        if not is_soon and (not path.exists() or (anchor and anchor not in anchors_of(path))):
            dead.append(link)
    return dead


@pytest.mark.parametrize("page", [*PAGES, *DECISIONS], ids=shown)
def test_links(page: Path) -> None:
    """Each link leads to a file and a heading that are there."""
    assert dead_ends(page) == []


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_paths(page: Path) -> None:
    """A path in code style is one of the repository, or of what `make build` makes; NAME is any."""
    paths = [span for span in spans_of(page) if PATH.fullmatch(span) and span not in SOON]
    assert [path for path in paths if not list(TOP.glob(path.replace("NAME", "*")))] == []


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_names(page: Path) -> None:
    """A name with a capital inside is a setting, a command, or in the types: none is misspelt."""
    names = [match[1] for span in spans_of(page) if (match := NAME.fullmatch(span))]
    assert [name for name in names if name not in NAMES] == []


def test_what_has_come_is_no_longer_awaited() -> None:
    """A path that is there needs no exception any more."""
    assert [path for path in SOON if (TOP / path).exists()] == []


def test_readme_is_short() -> None:
    """The README is what a newcomer reads to the end; the rest has its pages."""
    assert len(README.read_text("utf-8").splitlines()) <= LINES


def test_readme_leads_to_every_page() -> None:
    """No page can only be found by who knows that it is there."""
    others = [page for page in [*TOP.glob("*.md"), *GUIDES] if page != README]
    assert sorted(map(shown, others)) == sorted(
        {link for link in links_of(README) if link.endswith(".md")} & set(map(shown, others))
    )
