"""snippet(): what its arguments become, and what each wrong one is told."""

from __future__ import annotations

import json
import re
import uuid
from collections import OrderedDict
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import escape

import paqbridge
from paqbridge import SettingsError, snippet
from paqbridge.web.found import Found, found_in
from paqbridge.web.static import SCRIPTS

DIST = Path(__file__).parents[2] / "dist"
SETTINGS = {"siteId": 1, "serverUrl": "https://matomo.example.org"}
SUMS = json.loads((DIST / "integrity.json").read_text("utf-8"))


def found(markup: str) -> Found:
    """Return what a page with this markup says."""
    said = found_in(f"<!doctype html>{markup}")
    assert said
    return said


def test_it_is_markup() -> None:
    """Template engines take it as it is, and do not escape it."""
    markup = snippet(SETTINGS)
    assert escape(markup) == markup
    template = Environment(autoescape=True).from_string("{{ markup }}")
    assert template.render(markup=markup) == markup


@pytest.mark.parametrize(
    ("user_id", "call"),
    [
        (None, ""),
        (False, "analytics.reset();"),
        ("7", 'analytics.identify("7");'),
        (7, 'analytics.identify("7");'),
        (0, 'analytics.identify("0");'),
        (2**70, f'analytics.identify("{2**70}");'),
        (uuid.UUID(int=7), f'analytics.identify("{uuid.UUID(int=7)}");'),
    ],
)
def test_users(user_id: Any, call: str) -> None:
    """Who the visitor is comes between the settings and the page view, and is a text."""
    code = snippet(SETTINGS, user_id=user_id).partition("</script>")[0]
    assert code.endswith(f"}});{call}analytics.page();")


@pytest.mark.parametrize(
    ("user_id", "error", "word"),
    [
        (True, TypeError, "True"),
        ("", ValueError, "blank"),
        (" \n", ValueError, "blank"),
        (b"7", TypeError, "bytes"),
        (7.5, TypeError, "float"),
        ({"id": 7}, TypeError, "dict"),
    ],
)
def test_wrong_users(user_id: Any, error: type[Exception], word: str) -> None:
    """What is no user id is an error that says what was given and what is right."""
    with pytest.raises(error, match=word) as raised:
        snippet(SETTINGS, user_id=user_id)
    assert "False" in str(raised.value)


def test_the_nonce() -> None:
    """Both elements have it, and the settings, from which Matomo's script gets it."""
    markup = snippet(SETTINGS, nonce="R4nd0m")
    assert re.findall(r"<script( [^>]*)>", markup)[0] == ' nonce="R4nd0m"'
    assert markup.count('<script nonce="R4nd0m"') == 2
    assert found(markup).settings["nonce"] == "R4nd0m"
    assert "nonce" not in snippet(SETTINGS) + snippet(SETTINGS, nonce="")


class Late:
    """A nonce that is made when it is asked for, and looks empty before, as Django's does."""

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return "R4nd0m"


def test_a_lazy_nonce() -> None:
    """A nonce counts by its text, whatever its truth."""
    assert found(snippet(SETTINGS, nonce=Late())).nonce == "R4nd0m"


@pytest.mark.parametrize("build", SCRIPTS)
def test_builds(build: Any) -> None:
    """Each build is its own file, with the sha384 of the manifest."""
    markup = snippet(SETTINGS, build=build)
    name = SCRIPTS[build]
    assert re.search(rf'src="/static/paqbridge/{re.escape(name)}\?v=[0-9a-f]{{12}}"', markup)
    assert f'integrity="{SUMS[name]}" crossorigin="anonymous"' in markup


@pytest.mark.parametrize(("build", "larger"), [("lean", "full"), ("solo", "full.solo")])
def test_what_a_lean_build_lacks(build: Any, larger: Any) -> None:
    """A setting of full builds alone is an error of a lean one, with or without our tracker."""
    settings = {**SETTINGS, "ecommerce": True, "plan": {"track": {}}}
    with pytest.raises(SettingsError, match=f"ecommerce: the {build} build does not have it"):
        snippet(settings, build=build)
    assert found(snippet(settings, build=larger)).settings["ecommerce"] is True


def test_where_files_are() -> None:
    """A folder's URL, or a function; an address that ends with the name gets the file's version."""
    folder = found(snippet(SETTINGS, static_url="https://cdn.example.org/x")).src
    assert folder.startswith("https://cdn.example.org/x/analytics.min.js?v=")
    hashed = snippet(SETTINGS, static_url=lambda name: f"/s/{name.replace('.min', '.1a2b.min')}")
    assert found(hashed).src == "/s/analytics.1a2b.min.js"
    assert "integrity" not in snippet(SETTINGS, integrity=False)
    assert "crossorigin" not in snippet(SETTINGS, integrity=False)


def test_without_a_page_view() -> None:
    """page=False leaves the page view to the page."""
    assert found(snippet(SETTINGS)).is_page_view
    assert not found(snippet(SETTINGS, page=False)).is_page_view


def test_types_of_python() -> None:
    """Mappings, sequences, whole numbers as keys and None are taken as JSON has them."""
    settings = MappingProxyType(
        {
            **SETTINGS,
            "domains": ("a.example", "b.example"),
            "customVariablesAsDimensions": OrderedDict({1: 3}),
            "timeout": None,
        }
    )
    said = found(snippet(settings, build="full")).settings
    assert said["domains"] == ["a.example", "b.example"]
    assert said["customVariablesAsDimensions"] == {"1": 3}
    assert "timeout" not in said


LOOP: dict[str, Any] = {}
LOOP["a"] = LOOP


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"goals": {"a": float("nan")}}, ["goals.a", "nan"]),
        ({"goals": {"a": [1, float("-inf")]}}, ["goals.a.1", "inf"]),
        ({"goals": {"a": Decimal(1)}}, ["goals.a", "Decimal"]),
        ({"goals": {("a",): 1}}, ["goals", "tuple"]),
        ({"goals": {True: 1}}, ["goals", "bool"]),
        ({"goals": LOOP}, ["goals", "deep"]),
        ({"timeout": b"5"}, ["timeout", "bytes"]),
        ({"siteId": 2**60}, ["siteId", "round"]),
        ({"siteId": None}, ["siteId", "expected an id", "nothing"]),
        ({"serverUrl": "javascript:alert(1)"}, ["serverUrl", "http(s)", "javascript"]),
        ({"goals": {"Signed Up": "x"}}, ["goals.Signed Up", "goal ids", "'x'"]),
        ({"linkTracing": True}, ["linkTracing", "is it linkTracking?"]),
        ({"consent": "load"}, ["consent", "lean", "full"]),
    ],
)
def test_wrong_settings(settings: dict[str, Any], words: list[str]) -> None:
    """A wrong setting is one complaint that names it, what came and what is right."""
    with pytest.raises(SettingsError) as raised:
        snippet({**SETTINGS, **settings})
    (complaint,) = raised.value.complaints
    assert [word for word in words if word not in complaint] == []


def test_all_wrong_settings_at_once() -> None:
    """Who has several wrong settings learns of all."""
    with pytest.raises(SettingsError) as raised:
        snippet({"url": 5, "consent": "maybe", "titleDelay": -1}, build="full")
    assert [one.partition(":")[0] for one in raised.value.complaints] == [
        "siteId",
        "serverUrl",
        "titleDelay",
        "consent",
    ]


def test_consent_that_an_old_matomo_lacks() -> None:
    """What the browser would refuse to start with is an error here."""
    old = {**SETTINGS, "consent": "cookies", "matomoVersion": "3.4"}
    with pytest.raises(SettingsError, match="consent: expected a newer matomoVersion"):
        snippet(old, build="full")


def test_a_build_that_there_is_not() -> None:
    """A misspelt build is an error that lists them."""
    with pytest.raises(SettingsError, match=r"lean or full or explain or solo or full\.solo"):
        snippet(SETTINGS, build="ful")  # type: ignore[arg-type]


def test_public_names() -> None:
    """The package has what it promises, and nothing that it does not."""
    assert all(getattr(paqbridge, name) for name in paqbridge.__all__)
    assert sorted(paqbridge.PLACES) == sorted(paqbridge.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = paqbridge.nothing
