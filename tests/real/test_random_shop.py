"""Calls of a shop's visitors, drawn, and what a Matomo's reports say of them."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Response

from tests.real.compared import rows_told, visits_told
from tests.real.matomo import Matomo
from tests.real.random_checkout import Customer
from tests.real.random_shop import SETTINGS, Told
from tests.real.shop_reports import REPORTS
from tests.real.traffic import Traffic
from tests.support.instruments import PACE
from tests.support.opt_in import EVERY_VECTOR
from tests.support.sites import Sites
from tests.support.watched_page import Watch

SEED = int(os.environ.get("PAQBRIDGE_SEED", "20261129"))
VISITORS, CALLS = (8, 40) if EVERY_VECTOR else (1, 20)
FILES = ["analytics.full.min.js", "analytics.full.solo.min.js"]
PATIENCE = 20_000.0
WARNED = "that can be read"
"""In our warnings of prices and totals that are none."""
PAGE = """<!doctype html><meta charset="utf-8"><title>Start</title>
<script src="/dist/{file}"></script><script>
  analytics.load({settings}); analytics.identify({user}, {{ plan: "pro" }}); analytics.page();
</script>"""


@pytest.fixture(scope="module", params=FILES if EVERY_VECTOR else FILES[:1])
def shop(
    request: pytest.FixtureRequest, sites: Sites, matomo: Matomo, chromium: Browser
) -> Iterator[list[Customer]]:
    """Customers who have done all their calls, one after the other."""
    run = uuid4().hex[:8]
    with sites.site(Path(__file__).parent) as site:
        visitors = []
        for number in range(VISITORS):
            visitor = Customer(f"dora-{number}-{run}", site.address, Random(SEED + number))
            settings = {"siteId": matomo.site, "serverUrl": matomo.url, **SETTINGS}
            site.files["start"] = PAGE.format(
                file=request.param, settings=json.dumps(settings), user=json.dumps(visitor.user)
            )
            watch = Watch(chromium.new_context())
            play(watch, visitor, matomo)
            assert [text for text in watch.close() if WARNED not in text] == []
            visitors.append(visitor)
        yield visitors


def play(watch: Watch, visitor: Customer, matomo: Matomo) -> None:
    """Make the calls; after each its hits are waited for, since a server has several workers."""
    page, traffic = watch.page, Traffic(watch.page, matomo.url)
    page.add_init_script(PACE)

    def is_done(_: Response) -> bool:
        scripts = traffic.requests.count({"script": "piwik.js"})
        return traffic.answers - scripts >= visitor.hits

    visitor.page("/start", "Start")
    with page.expect_event("response", is_done, timeout=PATIENCE):
        page.goto(f"{visitor.home}/start")
    for _ in range(CALLS):
        page.wait_for_function("window.analytics")
        code = visitor.call()
        with page.expect_event("response", is_done, timeout=PATIENCE):
            page.evaluate(code)
    assert traffic.refused() == []


@pytest.fixture
def asked(matomo: Matomo) -> Matomo:
    """The Matomo, if it can be asked."""
    if matomo.token is None:
        pytest.skip("MATOMO_TOKEN does not give a token for the Reporting API")
    return matomo


def test_visits(shop: list[Customer], asked: Matomo) -> None:
    """Each visitor's visit has each action, with its texts, amounts and lines."""
    found = asked.visits_of([one.user for one in shop])
    expected = [{"userId": one.user, "actionDetails": one.actions} for one in shop]
    has, wants = (counted(visits_told(visits, False)) for visits in (found, expected))
    assert [*(wants - has).elements()] == [], "is missing"
    assert [*(has - wants).elements()] == [], "is beyond what was done"


def test_dimensions(shop: list[Customer], asked: Matomo) -> None:
    """Each event has its own dimension, and each visit its user's."""
    visits = asked.visits_of([one.user for one in shop])
    actions = [action for visit in visits for action in visit["actionDetails"]]
    sizes = [action["dimension3"] for action in actions if action.get("dimension3")]
    assert sorted(sizes) == sorted(size for one in shop for size in one.sizes)
    assert {visit.get("dimension1") for visit in visits} == {"pro"}


@pytest.mark.parametrize("name", REPORTS)
def test_reports(shop: list[Customer], asked: Matomo, name: str) -> None:
    """What is summed up over all visits is what they come to."""
    method, parameters, names, rows = REPORTS[name]
    expected = rows([action for one in shop for action in one.actions])
    found = asked.report(method, [one.user for one in shop], **parameters, filter_limit="-1")
    columns = names.split()
    assert rows_told(found, columns) == rows_told(expected, columns)


def counted(visits: list[Told]) -> Counter[str]:
    """How often each user has done each thing."""
    return Counter(
        json.dumps([visit["userId"], action], sort_keys=True, ensure_ascii=False)
        for visit in visits
        for action in visit["actions"]
    )
