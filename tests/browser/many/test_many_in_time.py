"""Ten thousand queued calls, and a thousand after them, stall no page.

The bar: no task of ours above 50 ms, all of them together below 250 ms, as medians of five pages.
The test allows four times that, since machines that test are slow and busy, and prints what it
measured: pytest -s shows it.
"""

from __future__ import annotations

from statistics import median
from typing import Any

from tests.support.page_parts import LOAD, STUB
from tests.support.vectors_in_chromium import bundle_text
from tests.support.visit import Visit

QUEUED = 10_000
CALLS = 11_000
PAGES = 5
TASK = 50
TOTAL = 250
SLACK = 4

# A login and a logout in each thousand, so that most calls wait in our queue and not in _paq.
CALL = """<script>
  const spent = {}
  const measured = (name, work) => {
    const start = performance.now()
    work()
    spent[name] = performance.now() - start
  }
  const call = (from, to) => {
    for (let i = from; i < to; i++) {
      if (i % 1000 === 10) analytics.identify('user ' + i)
      else if (i % 1000 === 990) analytics.reset()
      else analytics.track('event ' + i)
    }
  }
</script>"""
QUEUE = f"<script>{LOAD}; call(0, {QUEUED})</script>"
# Inline: the time that a network takes is none of ours.
BUNDLE = f"<script>measured('bundle and queued calls', () => {{ {bundle_text()} }})</script>"
TRACKER = """{
  const queued = _paq, own = document.currentScript.onload
  window.taken = []
  window._paq = {push: (command) => { taken.push(command) }}
  queued.forEach(_paq.push)
  document.currentScript.onload = (event) => { measured("the tracker's arrival", () => own(event)) }
}"""


def expected(index: int) -> list[Any]:
    """The command of one call, as the page makes it."""
    if index % 1000 == 10:
        return ["setUserId", f"user {index}"]
    if index % 1000 == 990:
        return ["resetUserId"]
    return ["trackEvent", "All", f"event {index}", None, None]


def measure(visit: Visit) -> dict[str, float]:
    """Open a page, make all calls, compare all commands; return the milliseconds of each task."""
    visit.write(STUB + CALL + QUEUE + BUNDLE)
    visit.wait(f"window.taken && taken.length === {QUEUED + 3}")
    visit.run(f"measured('live calls', () => call({QUEUED}, {CALLS}))")
    assert visit.run("taken")[3:] == [expected(index) for index in range(CALLS)]
    spent: dict[str, float] = visit.run("spent")
    return spent


def test_no_page_stalls(visit: Visit) -> None:
    """Replay, flush and live calls each stay below the bar, and so does their sum."""
    visit.without_instruments()
    visit.site.tracker.script = TRACKER
    pages = [measure(visit) for _ in range(PAGES)]
    tasks = {name: median(page[name] for page in pages) for name in pages[0]}
    total = median(sum(page.values()) for page in pages)
    print({name: round(time, 1) for name, time in tasks.items()}, "total", round(total, 1))
    assert len(tasks) == 3
    assert max(tasks.values()) < TASK * SLACK
    assert total < TOTAL * SLACK
