"""A setting whose name is nearly right: the build that explains says which is meant."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.explain.misspelt import is_near
from tests.support.explained import started
from tests.support.fake_page import FakePage


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("golas", "goals"),
        ("ecomerce", "ecommerce"),
        ("title_delay", "titleDelay"),
    ],
)
def test_it_is_named(name: str, meant: str, fake: FakePage) -> None:
    """One warning says what was meant; the call is sent all the same."""
    settings: dict[str, Any] = {name: {}}
    analytics = started(**settings)
    analytics["page"]()
    said = f"paqbridge: {name}: there is no such setting; is it {meant}?, received"
    assert fake.warnings == [said]
    assert analytics["explain"]()[0]["outcome"] == "held"


OPTIONS = (
    "integrations disable disableClientPersistence user group cookie localStorage storage plan "
    "initialPageview useQueryString globalAnalyticsKey writeKey cdnURL cdnSettings obfuscate "
    "retryQueue updateCDNSettings apiKey url"
).split()


@pytest.mark.parametrize("name", [*OPTIONS, "", "x" * 10_000, "a key of the page's"])
def test_others_may_stand_there(name: str, fake: FakePage) -> None:
    """Segment's options, and what a page adds, are nobody's mistakes."""
    started(**{name: "u"})
    assert fake.warnings == []


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [
        ("", "", True),
        ("", "ab", True),
        ("", "abc", False),
        ("abcd", "cd", True),
        ("abcd", "dcba", False),
        ("kitten", "sitting", False),
        ("kitten", "sittin", True),
    ],
)
def test_near(one: str, other: str, is_so: bool) -> None:
    """Two letters may be missing, too many, or others."""
    assert is_near(one, other, 2) is is_near(other, one, 2) is is_so
