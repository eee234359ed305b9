"""Where consent stands, and what follows from that."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.commands.full_grammar import FULL_GRAMMAR
from paqbridge.destination.consent_states import (
    changed,
    command_of,
    cookie_of,
    first_words,
    is_open_question,
    may_send,
    mode_of,
    standing,
    standing_first,
    words_of,
)

MODES = ("none", "cookies", "tracking", "load")


@pytest.mark.parametrize(
    ("sign", "expected"),
    [("", ["none", "pending", "pending", "pending"]),
     ("removed", ["refused"] * 4), ("refused", ["refused"] * 4),
     ("remembered", ["remembered"] * 4), ("given", ["given"] * 4), ("pending", ["pending"] * 4)],
)  # fmt: skip
def test_standing(sign: str, expected: list[str]) -> None:
    """What the browser shows goes before the setting."""
    assert [standing(mode, sign) for mode in MODES] == expected


@pytest.mark.parametrize("is_live", [True, False])
@pytest.mark.parametrize("mode", MODES)
def test_a_tracker_that_was_there_first(mode: str, is_live: bool) -> None:
    """That it sets cookies is no yes to them; a yes to all it has to hear behind our question.

    So has one to come, which finds it in its queue; of cookies that one allows what the page does.
    """
    for sign in ("", "removed", "refused", "remembered", "pending"):
        assert standing_first(mode, sign, is_live) == standing(mode, sign)
    status = standing_first(mode, "given", is_live)
    assert status == ("pending" if mode == "cookies" and is_live else "given")
    again = [["setConsentGiven"]] if mode == "tracking" and is_live else []
    queued = [["setConsentGiven", False]] if mode != "cookies" else []
    assert first_words(mode, status, is_live) == (again if is_live else queued)
    assert first_words(mode, "pending", is_live) == []


@pytest.mark.parametrize(
    ("status", "sign", "modes"),
    [("none", "", MODES), ("given", "", MODES), ("remembered", "remembered", MODES),
     ("pending", "", ("cookies",)), ("pending", "pending", ()),
     ("refused", "removed", ()), ("refused", "refused", ("cookies",))],
)  # fmt: skip
def test_may_send(status: str, sign: str, modes: Any) -> None:
    """Calls leave with a yes; a question about cookies alone keeps none back."""
    assert tuple(mode for mode in MODES if may_send(mode, status, sign)) == modes


@pytest.mark.parametrize(
    ("status", "cookies", "tracking"),
    [("given", "setCookieConsentGiven", "setConsentGiven"),
     ("remembered", "rememberCookieConsentGiven", "rememberConsentGiven"),
     ("refused", "forgetCookieConsentGiven", "forgetConsentGiven"),
     ("pending", "requireCookieConsent", "requireConsent")],
)  # fmt: skip
def test_command_of(status: str, cookies: str, tracking: str) -> None:
    """Each is a command of Matomo's, for cookies alone or for everything."""
    expected = [tracking, cookies, tracking, tracking]
    assert [command_of(mode, status) for mode in MODES] == expected
    assert {cookies, tracking} <= FULL_GRAMMAR.keys()


def test_cookie_of() -> None:
    """Matomo's names of what it remembers."""
    cookies = ["mtm_consent", "mtm_cookie_consent", "mtm_consent", "mtm_consent"]
    assert [cookie_of(mode) for mode in MODES] == cookies


def test_mode_of() -> None:
    """Where calls bring their consent nothing goes before that, unless another mode is set."""
    cases: list[tuple[Any, str]] = [
        ({"consent": "none", "consentWithEvents": ["C0002"]}, "load"),
        ({"consent": "tracking", "consentWithEvents": ["C0002"]}, "tracking"),
        ({"consent": "none", "consentWithEvents": []}, "none"),
    ]
    assert [mode_of(given) for given, _ in cases] == [mode for _, mode in cases]


SHUT = [["setConsentGiven"], ["x"]]
BARE = [["disableCookies"], ["setConsentGiven", False]]


@pytest.mark.parametrize(
    ("status", "sign", "is_bare", "cookies", "tracking"),
    [("given", "", False, [["x"]], [["x"]]), ("given", "removed", False, SHUT, [["x"]]),
     ("remembered", "pending", False, SHUT, [["x"]]),
     ("refused", "removed", True, [["x"]], [["x"]]),
     ("pending", "pending", True, [["x"]], [["x"]]), ("none", "", True, [["x"]], [["x"]]),
     ("given", "", True, [], BARE),
     ("remembered", "", True, [], BARE)],
)  # fmt: skip
def test_words_of(status: str, sign: str, is_bare: bool, cookies: Any, tracking: Any) -> None:
    """A tracker that has been shut hears more, and one without cookies does not begin with them."""
    said = [words_of(mode, status, sign, [["x"]], is_bare) for mode in ("cookies", "tracking")]
    assert said == [cookies, tracking]


def test_a_remembered_yes_that_cannot_be_read() -> None:
    """It is said once more where there are no cookies to read it from."""
    said = [words_of(mode, "remembered", "remembered", [], True) for mode in ("cookies", "load")]
    assert said == [[], BARE]


@pytest.mark.parametrize(
    ("mode", "status", "before", "sign", "is_bare", "expected"),
    [("cookies", "given", "given", "", True, "refused"),
     ("cookies", "remembered", "remembered", "", True, "refused"),
     ("cookies", "given", "given", "", False, "given"),
     ("cookies", "remembered", "remembered", "given", False, "pending"),
     ("tracking", "remembered", "remembered", "given", False, "given"),
     ("cookies", "none", "none", "", True, "pending"),
     ("cookies", "pending", "pending", "", True, "pending"),
     ("tracking", "given", "given", "", True, "given"),
     ("tracking", "remembered", "remembered", "", False, "pending"),
     ("tracking", "given", "given", "removed", True, "refused")],
)  # fmt: skip
def test_changed(
    mode: str, status: str, before: str, sign: str, is_bare: bool, expected: str
) -> None:
    """What the tracker says no more is taken back where it keeps no cookies that were allowed."""
    assert changed(mode, status, before, sign, is_bare) == expected


@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
def test_is_open_question(mode: str) -> None:
    """No sign is none of an answer, nor is the tracker's question where that asks for all."""
    signs = ["", "pending", "given", "remembered", "refused", "removed"]
    found = [sign for sign in signs if is_open_question(mode, sign)]
    assert found == (["", "pending"] if mode != "cookies" else [""])
