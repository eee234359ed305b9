"""Each lane does the same task: what is measured is the same commands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from bench.lanes import LANES, Lane
from bench.pages import visit
from bench.scripts import scripts_of
from tests.support.opt_in import EVERY_VECTOR

pytestmark = pytest.mark.skipif(not EVERY_VECTOR, reason="it takes long: set EVERY_VECTOR")

LISTEN = """() => {
  const { push } = _paq
  window.seen = []
  _paq.push = (command) => { seen.push(JSON.stringify(command)); push(command) }
}"""
RUN = "([library, glue]) => bench.boot(library, glue, 3).then(() => { bench.calls.full() })"
COMMANDS = [
    '["setSiteId",1]',
    '["setTrackerUrl","https://matomo.test/piwik.php"]',
    '["enableLinkTracking"]',
    '["trackEvent","Account","Created Account","Premium",30]',
    '["setCustomVariable","1","plan","pro","page"]',
    '["setCustomVariable","2","team","seven","page"]',
    '["trackGoal",1,49.5]',
    '["trackEvent","Account","Signed Up","Premium",49.5]',
]


@pytest.mark.parametrize("lane", LANES, ids=[lane.name for lane in LANES])
def test_commands(lane: Lane, chromium: Browser) -> None:
    """The start, a plain and a full call lead to the same commands in every lane."""
    scripts = scripts_of(lane)
    with visit(chromium) as page:
        page.evaluate(LISTEN)
        page.evaluate(RUN, [scripts.library, scripts.glue])
        page.wait_for_function("count => seen.length >= count", arg=len(COMMANDS), timeout=10_000)
        assert page.evaluate("seen") == COMMANDS
