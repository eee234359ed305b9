"""Wrong values of every setting, on the Python source."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.kits.full_standalone import FULL_STANDALONE, WHOLE
from paqbridge.settings.whole_table import WHOLE_SETTINGS
from tests.support import wrong_settings
from tests.support.canonical import decode
from tests.support.fake_page import FakePage
from tests.support.standalone import standalone
from tests.support.wrong_settings import CALLS, ENTRIES, LEAN, TABLES, Case

BASE = {"siteId": 1, "serverUrl": "https://m.example"}
CASES = wrong_settings.of({**LEAN, **wrong_settings.FULL}, ENTRIES)


def test_every_row_is_tried() -> None:
    """No row of the tables escapes: three wrong values at least, and entries of tables."""
    values = {**LEAN, **wrong_settings.FULL}
    assert sorted(values) == sorted(row["name"] for row in WHOLE_SETTINGS)
    assert min(len(wrong) for wrong in values.values()) >= 3
    assert {name for name, *_ in ENTRIES} == TABLES


def outcome(
    fake: FakePage, settings: Any, name: str = ""
) -> tuple[list[Any], list[Any], list[Any]]:
    """Return the warnings, the commands, and the scripts and timers, of settings and the calls.

    ``name`` is the setting that it is about: of one about known users there is one.
    """
    warnings: list[Any] = []
    fake.console = SimpleNamespace(warn=lambda text, received: warnings.append((text, received)))
    fake.document.scripts.clear()
    fake._paq = None
    fake.timers.clear()
    known = {"ajs_user_id": '"known"'}
    fake.localStorage.items = known if name == "rememberUser" else {}
    analytics: Any = standalone(FULL_STANDALONE, WHOLE)
    for method, *given in [["load", settings], *CALLS]:
        # A route of its own, for settings that are about routes.
        fake.location.href = f"https://shop.test/{len(given)}"
        analytics[method](*given)
    scripts = [(script.src, script.nonce) for script in fake.document.scripts]
    return warnings, fake.commands, [*scripts, *(due for due, _ in fake.timers.values())]


# Plain ids: mutmut hands them to pytest one by one, and pytest does not find all others again.
@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.name}-{number}" for number, case in enumerate(CASES)]
)
def test_wrong_value(case: Case, fake: FakePage) -> None:
    """One warning says name, docs and value; what is left is as if it had not been given."""
    given = decode(case.given)
    warnings, commands, scripts = outcome(fake, {**BASE, case.name: given}, case.name)
    received = given if case.received is case.given else decode(case.received)
    assert warnings == [(f"paqbridge: {case.warning}, received", received)]
    if case.same is None:
        assert (commands, scripts) == ([], [])
    else:
        assert ([], commands, scripts) == outcome(fake, {**BASE, **case.same}, case.name)


GOOD: dict[str, Any] = {
    "siteId": 2,
    "serverUrl": "//m.example",
    "customVariableLimit": 1,
    "goals": {"Paid": 3},
    "trackerFile": "matomo",
    "nonce": "n",
    "timeout": 1,
    "trackerUrl": "https://m.example/t",
    "scriptUrl": "https://m.example/s",
    "matomoVersion": 3,
    "pageFacts": "always",
    "titleDelay": 9,
    "pageTitle": "name",
    "dimensions": {"properties.plan": 3},
    "customVariablesAsDimensions": {"1": 4},
    "siteSearchEvents": ["Looked"],
    "linkEvents": ["Left"],
    "downloadEvents": ["Left"],
    "events": {"deny": ["Paid"]},
    "groupDimension": 7,
    "consent": "tracking",
    "consentWithEvents": ["analytics"],
    "cookieDomain": "*.shop.test",
    "cookiePath": "/shop",
    "cookieSameSite": "Strict",
    "domains": ["shop.test"],
    "heartBeat": 15,
    "contentTracking": "all",
}


OF_PAGES = (
    "tracker",
    "offlineQueue",
    "htmlEvents",
    "settingsUrl",
    "persistTraits",
    "queryString",
    "autoPages",
)
"""What only pages show: folders of tests/browser, and what the npm package has besides."""

SHOWN = [row for row in WHOLE_SETTINGS if row["name"] not in OF_PAGES]


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row["name"])
def test_the_calls_show_it(row: Any, fake: FakePage) -> None:
    """Each setting makes a difference to the calls above, so that a default is seen as one."""
    good = GOOD.get(row["name"], row.get("default") is False)
    warnings, *shown = outcome(fake, {**BASE, row["name"]: good}, row["name"])
    assert (warnings, shown == list(outcome(fake, BASE, row["name"])[1:])) == ([], False)


def test_words_have_no_case(fake: FakePage) -> None:
    """A word in capitals is that word, consent above all."""
    small = {"consent": "tracking", "contentTracking": "all", "pageFacts": "always"}
    large = {name: value.upper() for name, value in small.items()}
    assert outcome(fake, {**BASE, **large}) == outcome(fake, {**BASE, **small})
