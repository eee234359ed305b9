"""The order of the site's pages. A page that no section names is an error, never left out."""

from __future__ import annotations

from collections.abc import Collection
from fnmatch import fnmatchcase

from website.sources import DECISIONS, HOME

SECTIONS = {
    "Install": (
        "install-*.md",
        "django.md",
        "flask.md",
        "starlette.md",
        "first-party.md",
        "verify.md",
    ),
    "Use": (
        "analytics.md",
        "hosts.md",
        "rules.md",
        "single-page-apps.md",
        "links.md",
        "consent.md",
        "explain.md",
        "tracker.md",
        "from-segment.md",
        "testing.md",
        "translate.md",
    ),
    "Reference": (
        "settings.md",
        "settings-document.md",
        "limits.md",
        "reliability.md",
        "performance.md",
        "changelog.md",
        "security.md",
    ),
    "How it is built": (
        "contributing.md",
        "architecture.md",
        "compiler.md",
        "tests.md",
        "tests-*.md",
        "releasing.md",
    ),
    "Decisions": (DECISIONS, "decisions/*.md"),
}
"""Title of a section -> its pages, in their order; a name or pattern may match none."""


class NavigationError(Exception):
    """Says which page has no place."""


def navigation(places: Collection[str]) -> dict[str, list[str]]:
    """Return the pages of each section, in order; the home is in none.

    NavigationError where a page is in no section.
    """
    rest = [place for place in places if place != HOME]
    found: dict[str, list[str]] = {}
    for section, patterns in SECTIONS.items():
        found[section] = []
        for pattern in patterns:
            matching = sorted(place for place in rest if fnmatchcase(place, pattern))
            found[section] += matching
            rest = [place for place in rest if place not in matching]
    if rest:
        raise NavigationError(
            f"no section has {', '.join(rest)}: add each to SECTIONS in build/website/navigation.py"
        )
    return {section: inside for section, inside in found.items() if inside}
