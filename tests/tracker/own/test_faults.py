"""Faults that are put into the heart on purpose: the comparison finds each."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.tracker import (
    attribution,
    commerce,
    consent,
    cookies,
    hit,
    pace,
    pages,
    variables,
    visitor,
)
from tests.tracker.own import heart
from tests.tracker.own.sequences import sequences
from tests.tracker.own.test_heart import wanted

FAULTS: list[Any] = [
    ("a hash that is lost", "addresses", hit, "purified", lambda state, url: url.split("#")[0]),
    ("a path with its port", "addresses", pages, "resolved", lambda url, base: base + url),
    ("an empty text that is not sent", "calls", pages, "is_given", lambda value: bool(value)),
    ("a text that is not escaped", "calls", pages, "pair", lambda name, value: f"&{name}={value}"),
    ("a campaign of every page", "campaigns", attribution, "cookie", lambda state, name: ""),
    ("a referrer that is lost", "referrers", hit, "referrer_of", lambda state: ""),
    ("a new visitor in each request", "kept", visitor, "cookie", lambda state, name: ""),
    ("another cookie's name", "kept", cookies, "sha1", lambda text: "0" * 40),
    ("a cookie that lives on", "kept", visitor, "seconds", lambda state: 0),
    ("cookies before consent", "consent", hit, "may_keep", lambda state: True),
    ("a yes that is not said", "consent", pace, "late_text", lambda state: "&cookie=1&res=1x1"),
    ("a forgotten yes", "consent", consent, "has_remembered_consent", lambda state: False),
    ("a cart without its lines", "shop", commerce, "items_text", lambda state: "&ec_items=%5B%5D"),
    ("variables of one scope", "variables", variables, "place_of", lambda scope: "cvar"),
]


@pytest.mark.parametrize(
    ("family", "module", "name", "instead"),
    [one[1:] for one in FAULTS],
    ids=[one[0] for one in FAULTS],
)
def test_fault(
    family: str, module: Any, name: str, instead: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the fault, a sequence of its family leads to something else."""
    monkeypatch.setattr(module, name, instead)
    assert any(outcome(one) != wanted(one) for one in sequences(family))


def outcome(sequence: dict[str, Any]) -> Any:
    """Return what a sequence leads to; a fault may make it stop."""
    try:
        return heart.play(sequence)
    except (AssertionError, KeyError, ValueError, TypeError) as error:
        return error
