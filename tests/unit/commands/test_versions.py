"""What older trackers lack, by Matomo's developer changelog."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.commands.versions import SINCE, for_version, lacks, without_lacking


@pytest.mark.parametrize(
    ("version", "name", "is_missing"),
    [
        ("3", "resetUserId", True),
        (3.14, "requireCookieConsent", False),
        (4, "setCookieSameSite", False),
        ("10", "resetUserId", False),
        (None, "resetUserId", False),
        ("3", "trackEvent", False),
    ],
)
def test_lacks(version: Any, name: str, is_missing: bool) -> None:
    """Minor versions count as numbers: 3.14 is newer than 3.9, whether number or text."""
    assert lacks(version, name) is is_missing


@pytest.mark.parametrize(
    ("last_without", "first_with", "names"),
    [
        ("3.0", "3.1", ["enableCrossDomainLinking"]),
        ("3.2", "3.3", ["setSecureCookie"]),
        ("3.3", "3.4", ["resetUserId"]),
        ("3.4", "3.5", ["requireConsent", "setConsentGiven"]),
        ("3.4", "3.5", ["rememberConsentGiven", "forgetConsentGiven"]),
        ("3.5", "3.6", ["clearEcommerceCart", "removeEcommerceItem"]),
        ("3.13", "3.14", ["requireCookieConsent", "setCookieConsentGiven"]),
        ("3.13", "3.14", ["rememberCookieConsentGiven", "forgetCookieConsentGiven"]),
        ("3.14", "4", ["setCookieSameSite"]),
    ],
)
def test_since(last_without: str, first_with: str, names: list[str]) -> None:
    """Read off the trackers of all releases from 3.0.0 to 5.1.2: the first that has the method."""
    assert [lacks(last_without, name) for name in names] == [True for _ in names]
    assert [lacks(first_with, name) for name in names] == [False for _ in names]


def test_a_mapping_for_a_version() -> None:
    """It is asked as it is, and what the tracker lacks is left out of what it answers."""
    asked: list[Any] = []
    commands: Any = [["requireCookieConsent"], ["trackPageView"]]

    def mapping(*given: Any) -> Any:
        asked.append(given)
        return commands, "after", ["note"]

    run: Any = for_version(mapping)
    settings = {"matomoVersion": "3.13"}
    kept = [["trackPageView"]]
    assert run("event", settings, "before") == (kept, "after", ["note"])
    assert asked == [("event", settings, "before")]
    assert run("event", {"matomoVersion": "5"}, None)[0] == commands


@pytest.mark.parametrize("version", ["4", "4.0", "5", "5.1", "10", "10.2"])
def test_new_ones_lack_nothing(version: str) -> None:
    """Commands are looked up for trackers before 4.0 only: no later one has brought any."""
    commands: Any = [[name] for name in SINCE]
    assert max(SINCE.values()) == 400
    assert without_lacking(commands, version) == commands
