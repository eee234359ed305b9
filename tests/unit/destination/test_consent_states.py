"""Where consent stands, and what follows from that."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.commands.full_grammar import FULL_GRAMMAR
from paqbridge.destination.consent_states import (
    command_of,
    cookie_of,
    may_send,
    mode_of,
    standing,
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
