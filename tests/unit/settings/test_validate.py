"""Defaults, types and good values of settings; ``test_wrong_values.py`` has the others."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.settings.table import SETTINGS
from paqbridge.settings.validate import validate

BASE = {"siteId": 1, "serverUrl": "https://m.example"}


def check(given: Any) -> tuple[Any, list[str]]:
    """Validate and collect the warnings."""
    warnings: list[str] = []
    settings: Any = {}
    complete = validate(given, SETTINGS, {}, settings, lambda text, received: warnings.append(text))
    return settings if complete else None, warnings


def test_defaults() -> None:
    """Two settings are enough; undeclared keys are ignored without a word."""
    settings, warnings = check({**BASE, "versionSettings": {}, "type": "browser"})
    assert warnings == []
    assert settings["customVariableLimit"] == 5
    assert settings["trackerFile"] == "piwik"
    assert settings["loadScript"] is True


def test_only_what_has_changed_is_read_again() -> None:
    """Goals are folded once for each value of the setting, not once for each call."""
    seen: Any = {}
    settings: Any = {}
    texts: list[str] = []
    for goals in ({"Bad": -1}, {"Bad": -1}, {"Good": 1}):
        validate(
            {**BASE, "goals": goals}, SETTINGS, seen, settings, lambda text, _: texts.append(text)
        )
    assert (len(texts), settings["goals"]) == (1, {"good": [1]})


def test_typed_texts() -> None:
    """Texts, as attributes have them, become what the default is; a site id keeps its type."""
    texts = {"siteId": "7", "linkTracking": "FALSE", "customVariableLimit": "9"}
    settings, warnings = check({**BASE, **texts})
    assert warnings == []
    assert settings["siteId"] == "7"
    assert (settings["linkTracking"], settings["customVariableLimit"]) == (False, 9)


ENDS = ["", "/", "///", "/piwik.php", "/matomo.php", "/piwik.js", "/matomo.js/"]


@pytest.mark.parametrize("end", ENDS)
def test_server_url(end: str) -> None:
    """Slashes and an appended endpoint are understood; `url` is Segment's name for it."""
    settings, warnings = check({"siteId": 1, "url": f"https://m.example/path{end}"})
    assert warnings == []
    assert settings["serverUrl"] == "https://m.example/path"
