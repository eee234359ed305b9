"""Wrong values of every setting, on the shipped files: one clear warning, and the default."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support import wrong_settings
from tests.support.canonical import decode, encode
from tests.support.instruments import text_of
from tests.support.opt_in import EVERY_VECTOR
from tests.support.vectors_in_chromium import bundle_text
from tests.support.visit import Visit
from tests.support.wrong_settings import CALLS, ENTRIES, FULL, LEAN, TABLES, Case

NOT_LEAN_CALLS = ("group", "alias")
CASES = {
    "analytics.min.js": wrong_settings.of(LEAN, ENTRIES),
    "analytics.full.min.js": wrong_settings.of({**(LEAN if EVERY_VECTOR else {}), **FULL}, ENTRIES),
}
"""What both builds have is read by the same code: a run plays it in the lean one."""


@pytest.fixture
def frames(visit: Visit) -> Visit:
    """A page that starts bundles in frames; no frame lives until its tracker is there."""
    visit.without_instruments()
    visit.answer_strangers()
    visit.write(f'<script>{text_of("canonical.js")}</script><script src="settings.js"></script>')
    return visit


def outcomes(frames: Visit, bundle: str, jobs: list[Any]) -> list[dict[str, Any]]:
    """Start the bundle with each of the settings and make the calls."""
    calls = [call for call in CALLS if "full" in bundle or call[0] not in NOT_LEAN_CALLS]
    given = [bundle_text(bundle), json.dumps(jobs), json.dumps(calls)]
    found: list[dict[str, Any]] = frames.run("(given) => startAll(...given)", given)
    return found


def wanted(case: Case, without: dict[str, Any]) -> dict[str, Any]:
    """Return what a case must lead to: what is left of it, and one warning."""
    none = {"commands": [], "scripts": [], "troubles": []}
    warnings = [[f"paqbridge: {case.warning}, received", shown(case.received)]]
    return {**(none if case.same is None else without), "warnings": warnings}


def shown(value: Any) -> str:
    """Write a received value as the page does."""
    return '{"$":"function"}' if callable(decode(value)) else encode(decode(value))


@pytest.mark.parametrize("bundle", CASES)
def test_wrong_values(bundle: str, frames: Visit) -> None:
    """One warning says name, docs and value; what is left is as if it had not been given."""
    cases = CASES[bundle]
    good = {json.dumps(case.same or {}): case.same or {} for case in cases}
    found = outcomes(frames, bundle, [{case.name: case.given} for case in cases])
    plain = dict(zip(good, outcomes(frames, bundle, list(good.values())), strict=True))
    pairs = zip(cases, found, strict=True)
    wrong = [(c, one) for c, one in pairs if one != wanted(c, plain[json.dumps(c.same or {})])]
    assert wrong == []
    # Where calls bring their consent nothing is fetched before one that does.
    asking = {text for text, given in good.items() if "consentWithEvents" in given}
    assert all(len(one["scripts"]) == (text not in asking) for text, one in plain.items())


@pytest.mark.parametrize("bundle", CASES)
def test_revoked_tables(bundle: str, frames: Visit) -> None:
    """A revoked Proxy instead of a table or a list is one warning too."""
    names = sorted(TABLES & {case.name for case in CASES[bundle]})
    *found, plain = outcomes(frames, bundle, [*({name: "revoked"} for name in names), {}])
    for name, one in zip(names, found, strict=True):
        ((text, received),) = one.pop("warnings")
        assert text == f"paqbridge: {name}: see docs/settings.md, received"
        assert received == "revoked"
        assert {**one, "warnings": []} == plain
