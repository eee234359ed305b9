"""Every row of the settings table: its default, good values, wrong ones with one warning each."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.settings.table import SETTINGS
from paqbridge.settings.validate import validate

BASE = {"siteId": 1, "serverUrl": "https://m.example"}
WRONG: dict[str, list[Any]] = {
    "siteId": [0, -1, 1.5, "a b", "", True, {}, [1], float("nan"), "0"],
    "serverUrl": ["javascript:alert(1)", "m.example", "https://u:p@m.example", "https://m\\x", 5],
    "customVariableLimit": [-1, 1.5, "many", True, {}],
    "goals": ["text", 5, True],
    "trackerFile": ["other", 5, {}],
    "loadScript": ["yes", 1, {}],
    "linkTracking": ["no", 0, []],
    "nonce": ["", {}, []],
    "timeout": [-1, "soon", {}],
}
WRONG["linkTracking"][2] = {}
WRONG["nonce"][2] = float("nan")


def check(given: Any) -> tuple[Any, list[str]]:
    """Validate and collect the warnings."""
    warnings: list[str] = []
    settings: Any = {}
    complete = validate(given, SETTINGS, {}, settings, lambda text, received: warnings.append(text))
    return settings if complete else None, warnings


def test_every_row_is_tried() -> None:
    """No row of the table escapes, and each has three wrong values at least."""
    assert WRONG.keys() == {row["name"] for row in SETTINGS}
    assert min(len(values) for values in WRONG.values()) >= 3


@pytest.mark.parametrize(("name", "value"), [(n, v) for n in WRONG for v in WRONG[n]])
def test_wrong_value(name: str, value: Any) -> None:
    """A malformed value has one warning that names it, and takes its default."""
    settings, warnings = check({**BASE, name: value})
    assert len(warnings) == 1
    assert warnings[0].startswith(f"{name}: expected ")
    if name in BASE:
        assert settings is None
    else:
        default = {row["name"]: row.get("default") for row in SETTINGS}[name]
        assert settings[name] == ({} if name == "goals" else default)


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
