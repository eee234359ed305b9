"""A lean build says what it lacks."""

from __future__ import annotations

import pytest

from paqbridge.settings.full_only import FULL_ONLY, tell_full_only
from paqbridge.settings.full_table import MORE_SETTINGS


def told(given: object) -> list[tuple[str, object]]:
    """What is complained of."""
    said: list[tuple[str, object]] = []
    tell_full_only(given, lambda text, received: said.append((text, received)))
    return said


def test_it_knows_every_setting_of_the_full_builds() -> None:
    """The list of names and the table have the same settings."""
    assert sorted(FULL_ONLY.split(" ")) == sorted(row["name"] for row in MORE_SETTINGS)


def test_it_says_what_was_received() -> None:
    """One complaint a setting, with the setting's name and its value."""
    given = {"siteId": 1, "ecommerce": True, "consent": "load"}
    assert told(given) == [
        ("ecommerce: expected a full build", True),
        ("consent: expected a full build", "load"),
    ]


@pytest.mark.parametrize("value", [False, None, "", 0, "false", "none"])
def test_what_is_off_needs_no_full_build(value: object) -> None:
    """Hosts send settings that nobody has filled in, too."""
    assert told({"consent": value}) == []


def test_parts_of_names_are_other_names() -> None:
    """Hosts add keys of their own."""
    assert told({"event": True, "cookie": True, "Variables": True, " ": True}) == []


@pytest.mark.parametrize("given", [None, "ecommerce", 5, ["ecommerce"]])
def test_what_is_no_settings_object(given: object) -> None:
    """Whoever gives none at all hears that elsewhere."""
    assert told(given) == []
