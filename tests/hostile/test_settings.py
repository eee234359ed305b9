"""Wrong values of every setting, on the shipped files: one clear warning, and the default."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.support import wrong_settings
from tests.support.canonical import decode, encode
from tests.support.vectors_in_chromium import bundle_text
from tests.support.wrong_settings import CALLS, ENTRIES, FULL, LEAN, TABLES, Case

SUPPORT = Path(__file__).parents[1] / "support"
NOT_LEAN_CALLS = ("group", "alias")
CASES = {
    "analytics.min.js": wrong_settings.of(LEAN, ENTRIES),
    "analytics.full.min.js": wrong_settings.of({**LEAN, **FULL}, ENTRIES),
}


def answer(route: Route) -> None:
    """Give a page, and an empty file for each script."""
    is_script = route.request.resource_type == "script"
    kind = "text/javascript" if is_script else "text/html"
    route.fulfill(content_type=kind, body="" if is_script else "<!doctype html><body>")


def outcomes(page: Page, bundle: str, jobs: list[Any]) -> list[dict[str, Any]]:
    """Start the bundle with each of the settings and make the calls."""
    page.route("**/*", answer)
    page.goto("https://shop.test/")
    page.add_script_tag(path=SUPPORT / "canonical.js")
    page.add_script_tag(path=Path(__file__).parent / "settings.js")
    calls = [call for call in CALLS if "full" in bundle or call[0] not in NOT_LEAN_CALLS]
    given = [bundle_text(bundle), json.dumps(jobs), json.dumps(calls)]
    found: list[dict[str, Any]] = page.evaluate("(given) => startAll(...given)", given)
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
def test_wrong_values(bundle: str, page: Page) -> None:
    """One warning says name, docs and value; what is left is as if it had not been given."""
    cases = CASES[bundle]
    good = {json.dumps(case.same or {}): case.same or {} for case in cases}
    found = outcomes(page, bundle, [{case.name: case.given} for case in cases])
    plain = dict(zip(good, outcomes(page, bundle, list(good.values())), strict=True))
    pairs = zip(cases, found, strict=True)
    wrong = [(c, one) for c, one in pairs if one != wanted(c, plain[json.dumps(c.same or {})])]
    assert wrong == []
    assert all(len(one["scripts"]) == 1 for one in plain.values())


@pytest.mark.parametrize("bundle", CASES)
def test_revoked_tables(bundle: str, page: Page) -> None:
    """A revoked Proxy instead of a table or a list is one warning too."""
    names = sorted(TABLES & {case.name for case in CASES[bundle]})
    *found, plain = outcomes(page, bundle, [*({name: "revoked"} for name in names), {}])
    for name, one in zip(names, found, strict=True):
        ((text, received),) = one.pop("warnings")
        assert text == f"paqbridge: {name}: see docs/settings.md, received"
        assert received == "revoked"
        assert {**one, "warnings": []} == plain
