"""Defaults, types and good values of settings; ``test_wrong_values.py`` has the others."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.validate import validate

BASE = {"siteId": 1, "serverUrl": "https://m.example"}


def check(given: Any, seen: Any = None, settings: Any = None) -> tuple[Any, list[Any]]:
    """Validate; return the settings, None where they do not do, and the complaints."""
    said: list[Any] = []
    settings = {} if settings is None else settings

    def complain(row: Any, at: str, received: Any) -> None:
        said.append((row["name"] + at, received))

    complete = validate(given, LEAN_SETTINGS, {} if seen is None else seen, settings, complain)
    return settings if complete else None, said


def test_defaults() -> None:
    """Two settings are enough; undeclared keys are ignored without a word."""
    settings, said = check({**BASE, "versionSettings": {}, "type": "browser"})
    assert said == []
    assert settings["customVariableLimit"] == 5
    assert settings["trackerFile"] == "piwik"
    assert settings["loadScript"] is True


def test_a_complaint_has_what_was_received() -> None:
    """spec: a malformed value is reported with the setting, and with what was received."""
    settings, said = check({**BASE, "timeout": "soon", "goals": {"Paid": "x"}})
    assert said == [("goals.Paid", "x"), ("timeout", "soon")]
    assert (settings["timeout"], settings["goals"]) == (5000, {})


@pytest.mark.parametrize("name", BASE)
def test_what_is_required(name: str) -> None:
    """Without a site or a server nothing starts; a null is no value, nor is a malformed one."""
    assert check({**BASE, name: None}) == (None, [(name, None)])
    assert check({**BASE, name: {}}) == (None, [(name, {})])


def test_only_what_has_changed_is_read_again() -> None:
    """Goals are folded once for each value of the setting, not once for each call."""
    seen: Any = {}
    settings: Any = {}
    said: list[Any] = []
    for goals in ({"Bad": -1}, {"Bad": -1}, {"Good": 1}):
        said += check({**BASE, "goals": goals}, seen, settings)[1]
    assert (len(said), settings["goals"]) == (1, {"good": [1]})


def test_what_is_taken_back_has_its_default_again() -> None:
    """A host may drop an option between two calls."""
    seen: Any = {}
    settings: Any = {}
    check({**BASE, "timeout": 9}, seen, settings)
    assert check(BASE, seen, settings)[0]["timeout"] == 5000


def test_typed_texts() -> None:
    """Texts, as attributes have them, become what the default is; a site id keeps its type."""
    texts = {"siteId": "7", "linkTracking": "FALSE", "customVariableLimit": "9"}
    settings, said = check({**BASE, **texts})
    assert said == []
    assert settings["siteId"] == "7"
    assert (settings["linkTracking"], settings["customVariableLimit"]) == (False, 9)


ENDS = ["", "/", "///", "/piwik.php", "/matomo.php", "/piwik.js", "/matomo.js/"]


@pytest.mark.parametrize("end", ENDS)
def test_server_url(end: str) -> None:
    """Slashes and an appended endpoint are understood; `url` is Segment's name for it."""
    settings, said = check({"siteId": 1, "url": f"https://m.example/path{end}"})
    assert said == []
    assert settings["serverUrl"] == "https://m.example/path"


ALIASES = [(row["alias"], row["name"]) for row in LEAN_SETTINGS if "alias" in row]


@pytest.mark.parametrize(("alias", "name"), ALIASES)
def test_aliases(alias: str, name: str) -> None:
    """What a row says of another name is true."""
    given = {alias if key == name else key: value for key, value in BASE.items()}
    assert check(given) == check(BASE)


def test_another_name_is_the_second_choice() -> None:
    """`serverUrl` counts where both are given, and other names are names of no setting."""
    both = {**BASE, "url": "https://other.example"}
    assert check(both)[0]["serverUrl"] == BASE["serverUrl"]
    assert check({**BASE, "undefined": "x", "None": "x"})[1] == []
