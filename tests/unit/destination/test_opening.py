"""What comes before all other commands, and where the script is."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.full_opening import full_opening, full_source
from paqbridge.destination.opening import opening, source
from tests.support.full_mapping import accepted

SITE = [["setSiteId", 1], ["setTrackerUrl", "https://m.example/piwik.php"]]
LINKS = ["enableLinkTracking"]


def names(**settings: Any) -> list[str]:
    """Return the names of a full build's commands."""
    return [command[0] for command in full_opening(accepted(settings))]


def test_as_segment_does() -> None:
    """Site, endpoint and links, in this order, in either build (segment 1)."""
    settings = accepted({})
    assert opening(settings) == full_opening(settings) == [*SITE, LINKS]
    assert source(settings) == full_source(settings) == "https://m.example/piwik.js"


def test_without_links() -> None:
    """Matomo need not record outbound links."""
    settings = accepted({"linkTracking": False})
    assert opening(settings) == full_opening(settings) == SITE


def test_the_trackers_file() -> None:
    """Endpoint and script have one name, in small letters on every server."""
    settings = accepted({"trackerFile": "MATOMO"})
    assert opening(settings)[1] == ["setTrackerUrl", "https://m.example/matomo.php"]
    assert source(settings) == "https://m.example/matomo.js"


def test_files_elsewhere() -> None:
    """In a full build endpoint and script may be anywhere, each on its own."""
    settings = accepted({"trackerUrl": "https://t.example/t", "scriptUrl": "https://s.example/s"})
    assert full_opening(settings)[1] == ["setTrackerUrl", "https://t.example/t"]
    assert full_source(settings) == "https://s.example/s"


def test_consent_comes_before_all() -> None:
    """Nothing may precede it; with ``load`` there is no command for it, and with none no need."""
    assert names(consent="cookies", disableCookies=True)[:2] == [
        "requireCookieConsent", "disableCookies"
    ]  # fmt: skip
    assert names(consent="tracking")[0] == "requireConsent"
    for consent in ("load", "none"):
        assert names(consent=consent) == ["setSiteId", "setTrackerUrl", "enableLinkTracking"]


def test_settings_of_the_tracker() -> None:
    """Cookies are told before the site, the rest after it, each in its form, links at the end."""
    given = {
        "disableCookies": True,
        "cookieDomain": "*.shop.test",
        "cookiePath": "/shop",
        "secureCookie": True,
        "cookieSameSite": "Strict",
        "doNotTrack": True,
        "domains": ["shop.test"],
        "crossDomain": True,
        "heartBeat": 15,
    }
    assert full_opening(accepted(given)) == [
        ["disableCookies"],
        ["setCookieDomain", "*.shop.test"],
        ["setCookiePath", "/shop"],
        ["setSecureCookie", True],
        ["setCookieSameSite", "Strict"],
        *SITE,
        ["setDoNotTrack", True],
        ["setDomains", ["shop.test"]],
        ["enableCrossDomainLinking"],
        ["enableHeartBeatTimer", 15],
        LINKS,
    ]


@pytest.mark.parametrize(
    ("value", "is_told"), [(True, True), ("DNT", True), ("gpc", False), (False, False)]
)
def test_do_not_track(value: Any, is_told: bool) -> None:
    """Matomo's tracker knows Do Not Track only."""
    assert ("setDoNotTrack" in names(doNotTrack=value)) is is_told


def test_no_measuring_of_pages() -> None:
    """It is the first after the site, as the tracker takes it ahead of the rest; every version that
    we know of has it."""
    given = {"performanceTracking": False, "doNotTrack": True, "matomoVersion": "3.0"}
    told = ["setSiteId", "setTrackerUrl", "disablePerformanceTracking", "setDoNotTrack"]
    assert names(**given)[:4] == told


def test_an_older_tracker() -> None:
    """What it lacks is not said: an absent method would stop it."""
    given = {"secureCookie": True, "cookieSameSite": "Strict", "crossDomain": True}
    assert names(**given, matomoVersion="3.0") == ["setSiteId", "setTrackerUrl", LINKS[0]]
