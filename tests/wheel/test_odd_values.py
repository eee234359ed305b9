"""snippet() and values of types that only look like those it takes."""

from __future__ import annotations

import enum
from pathlib import PurePosixPath
from typing import Any

import pytest

from paqbridge import SettingsError, snippet, translate
from paqbridge.web.found import found_in

SETTINGS: dict[str, Any] = {"siteId": 1, "serverUrl": "https://matomo.example.org"}


class Mode(str, enum.Enum):  # noqa: UP042 - what StrEnum does otherwise is the point
    """A text whose ``str`` is ``Mode.COOKIES``."""

    COOKIES = "cookies"


class Goal(int, enum.Enum):
    """A number whose ``str`` is ``Goal.LEAD``."""

    LEAD = 7


class Address:
    """A URL of a framework's own type."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text


async def later() -> str:
    """Return a nonce, to whoever waits for it."""
    return "R4nd0m"


def said(**arguments: Any) -> Any:
    """Return what a page with these arguments says."""
    settings = {**SETTINGS, **arguments.pop("settings", {})}
    return found_in(snippet(settings, build="full", **arguments))


def test_enums() -> None:
    """A member of an enum counts as its value: as a setting, as a key, as a user."""
    settings = {"consent": Mode.COOKIES, "goals": {Mode.COOKIES: Goal.LEAD}}
    found = said(settings={**settings, "customVariablesAsDimensions": {Goal.LEAD: Goal.LEAD}})
    assert found.settings["consent"] == "cookies"
    assert found.settings["goals"] == {"cookies": 7}
    assert found.settings["customVariablesAsDimensions"] == {"7": 7}
    assert said(user_id=Mode.COOKIES).user_id == "cookies"
    assert said(user_id=Goal.LEAD).user_id == "7"


def test_enums_in_calls() -> None:
    """So it does where a call is translated."""
    goals = {**SETTINGS, "goals": {Mode.COOKIES: 3}}
    call = {"type": "track", "event": Mode.COOKIES, "properties": {Mode.COOKIES: 1}}
    assert translate(goals, call).commands[0][:2] == ["trackGoal", 3]


@pytest.mark.parametrize("nonce", [b"R4nd0m", bytearray(b"R"), True, ["R4nd0m"], later, object()])
def test_no_nonce(nonce: object) -> None:
    """What has no text of its own is an error, not a page that its policy blocks."""
    with pytest.raises(TypeError, match=r"nonce is a .*: expected a text"):
        snippet(SETTINGS, nonce=nonce)


def test_numbers_as_nonces() -> None:
    """A number that was drawn is one."""
    assert said(nonce=2**70).nonce == str(2**70)


def test_addresses() -> None:
    """A function may return a URL of any type; what is neither text nor function is an error."""
    found = said(static_url=lambda name: Address(f"/s/{name}"))
    assert found.src.startswith("/s/analytics.full.min.js?v=")
    for wrong in (None, PurePosixPath("/s"), b"/s"):
        with pytest.raises(TypeError, match=r"static_url is a .*: expected a text, or a function"):
            said(static_url=wrong)


@pytest.mark.parametrize("page", [True, False, None, 1, 0])
def test_page(page: Any) -> None:
    """A page view is left out by what is false."""
    assert said(page=page).is_page_view is bool(page)


def test_dots_are_no_depth() -> None:
    """An event's name may have as many dots as it likes."""
    goals = {"Loading" + "." * 50: [3]}
    assert said(settings={"goals": goals}).settings["goals"] == goals


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"x" * 9999: 1}, "xxx...: there is no such setting"),
        ({"\ud800": 1}, r"\ud800: there is no such setting"),
        ({"goals": {"a\nERROR all is lost": "x"}}, r"goals.a\nERROR all is lost: expected goal"),
        ({"siteId": 10**5000}, "siteId: JavaScript would round so large a number"),
        ({"SITE_URL": 1, "SITE_ID": 1}, "SITE_ID: there is no such setting; is it siteId?"),
        ({"domains": {"shop.example"}}, "domains: JSON has no set: take a text, a number, a list"),
    ],
)
def test_complaints(settings: dict[str, Any], words: str) -> None:
    """A complaint is one line that any log and terminal can show, whatever it is about."""
    with pytest.raises(SettingsError) as raised:
        said(settings=settings)
    assert words in str(raised.value)
    assert str(raised.value).isprintable()
    assert max(map(len, raised.value.complaints)) < 200


@pytest.mark.parametrize("user_id", [");analytics.page(", '");analytics.reset();"', "x});"])
def test_a_user_that_looks_like_a_call(user_id: str) -> None:
    """What is read back from a page is what was put there."""
    found = said(user_id=user_id, page=False)
    assert (found.user_id, found.is_page_view) == (user_id, False)
