"""A lean build says what it lacks, and does not start without the consent that is asked for."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.native import captured
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS
from paqbridge.settings.lacking import FULL_ONLY, suits_lean
from paqbridge.settings.lean_table import LEAN_SETTINGS

OF_HOSTS = """
    addBundledMetadata apiHost apiKey blacklistedEvents bundledConfigIds bundlingStatus
    configuration connectionMode consentManagement consentSettings destinationId disabled enabled
    eventFilteringOption httpConfig integrations iubendaConsentPurposes ketchConsentPurposes
    maybeBundledConfigIds name oneTrustCookieCategories options protocol retryQueue
    trackAllPages trackCategorizedPages trackNamedPages type unbundledConfigIds
    unbundledIntegrations useNativeSDK versionSettings whitelistedEvents
""".split()
"""Keys that libraries and dashboards of Segment and RudderStack add to a destination's settings."""

OF_SCRIPTS = """
    categories category cfasync consentCategory cookieCategory cookieconsent cookiecategory
    cookieyes domain loaded minify noOptimize rocketType service src usercentrics version
""".split()
"""Attributes that consent managers and optimizers put on script elements."""


def told(given: object) -> tuple[bool, list[tuple[str, object]]]:
    """Whether a lean build may start, and what is complained of."""
    said: list[tuple[str, object]] = []

    def refuse(row: Any, at: str, received: object) -> None:
        said.append((row["name"] + at, received))

    settings: Any = {}
    return suits_lean(given, settings, refuse), said


def test_it_knows_every_setting_that_it_lacks() -> None:
    """No setting of a bigger build escapes the pattern."""
    names = [row["name"] for row in EXPLAIN_SETTINGS if row["build"] != "lean"]
    assert [name for name in names if captured(FULL_ONLY, name) is None] == []


def test_it_knows_no_other_name() -> None:
    """Its own settings, keys of hosts and of other tools on the script are passed over."""
    own = [name for row in LEAN_SETTINGS for name in (row["name"], row.get("alias", "goals"))]
    others = [*own, *OF_HOSTS, *OF_SCRIPTS, "event", "cookie", "Variables", " ", "", "undefined"]
    assert [name for name in others if captured(FULL_ONLY, name) is not None] == []


def test_it_says_what_was_received() -> None:
    """One complaint a setting, with the setting's name and its value; the rest may start."""
    given = {"siteId": 1, "ecommerce": True, "titleDelay": "50", "type": "browser"}
    assert told(given) == (True, [("ecommerce", True), ("titleDelay", "50")])


@pytest.mark.parametrize("value", ["cookies", "tracking", "LOAD", "what", True, {"a": 1}, 1])
def test_no_start_without_consent(value: object) -> None:
    """Whatever consent is asked for: to track in spite of it is the wrong way to fail."""
    assert told({"siteId": 1, "consent": value}) == (False, [("consent", value)])


@pytest.mark.parametrize("value", [False, None, "", 0, "false", "none"])
def test_what_is_off_needs_no_full_build(value: object) -> None:
    """Hosts send settings that nobody has filled in, too."""
    assert told({"consent": value, "ecommerce": value}) == (True, [])


def test_what_is_on_by_itself() -> None:
    """Of a setting whose default is on, only what switches it off is more than a lean build has."""
    asked = [(value, told({"performanceTracking": value})[1]) for value in (False, "false")]
    assert asked == [(value, [("performanceTracking", value)]) for value in (False, "false")]
    for value in (True, "true"):
        assert told({"performanceTracking": value}) == (True, [])


@pytest.mark.parametrize("given", [None, "ecommerce", 5, ["ecommerce"]])
def test_what_is_no_settings_object(given: object) -> None:
    """Whoever gives none at all hears that elsewhere."""
    assert told(given) == (True, [])
