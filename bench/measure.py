"""One Chromium, a fresh page for every look at a lane, rounds that take turns."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

from bench.lanes import Lane
from bench.scripts import Scripts, scripts_of
from browser import launch_options

HARNESS = Path(__file__).with_name("page.js")
ORIGIN = "https://bench.test"
# Isolated pages get a clock of 5 microseconds instead of 100.
HEADERS = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
}
# A young generation that holds a whole sample: a collection would take its bytes away.
FLAGS = ["--enable-precise-memory-info", "--js-flags=--expose-gc --min-semi-space-size=64"]

KINDS = ("plain", "full")
GOALS = (1, 100, 10_000)
Samples = dict[str, list[float]]


@dataclass(frozen=True)
class Plan:
    """How long to measure.

    A sample takes about so many ``milliseconds``, after five times as long to warm up. A lane whose
    burst outlasts ``patience`` (milliseconds) is not asked again.
    """

    rounds: int = 9
    milliseconds: int = 50
    samples: int = 5
    burst: int = 10_000
    burst_rounds: int = 3
    patience: int = 30_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser of the tests, with a look at its memory."""
    options = launch_options()
    options["args"] = [*options["args"], *FLAGS]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser) -> Iterator[Page]:
    """Open a page that nobody has been on, with the harness; nothing leaves this machine."""
    page = browser.new_page()
    page.route("**/*", answer)
    page.goto(ORIGIN)
    page.add_script_tag(path=HARNESS)
    yield page
    page.context.close()


def answer(route: Route) -> None:
    """Answer the page itself, and whatever a library sends to its own servers."""
    is_page = route.request.resource_type == "document"
    body = "<!doctype html><title>bench</title><body>" if is_page else "{}"
    kind = "text/html" if is_page else "application/json"
    route.fulfill(headers={**HEADERS, "content-type": kind}, body=body)


def boot(page: Page, scripts: Scripts, goals: int = 1) -> dict[str, float]:
    """Load a lane; return the milliseconds until it was evaluated and until it first pushed."""
    run = "([library, glue, goals]) => bench.boot(library, glue, goals)"
    found: dict[str, float] = page.evaluate(run, [scripts.library, scripts.glue, goals])
    return found


def speed(page: Page, kind: str, plan: Plan) -> tuple[int, list[float]]:
    """Return how many calls a sample had, and microseconds a call."""
    run = "([kind, time, samples]) => bench.speed(kind, time, samples)"
    found = page.evaluate(run, [kind, plan.milliseconds, plan.samples])
    return found["count"], found["found"]


def allocation(page: Page, batch: int, plan: Plan) -> list[float]:
    """Return bytes a call; a sample is a tenth of a batch, so that none is collected."""
    count = min(max(batch // 10, 10), 1000)
    run = "([count, samples]) => bench.allocation(count, samples)"
    found: list[float] = page.evaluate(run, [count, plan.samples])
    return found


def look(browser: Browser, scripts: Scripts, plan: Plan) -> Samples:
    """Measure one lane in a page of its own."""
    with visit(browser) as page:
        started = boot(page, scripts)
        found = {f"{name}_ms": [value] for name, value in started.items()}
        for kind in KINDS:
            count, found[f"{kind}_us"] = speed(page, kind, plan)
        found["bytes_a_call"] = allocation(page, count, plan)
    return found


def growth(browser: Browser, scripts: Scripts, plan: Plan) -> Samples:
    """Measure full calls with more and more goals configured."""
    found = {}
    for goals in GOALS:
        with visit(browser) as page:
            boot(page, scripts, goals)
            found[f"goals_{goals}_us"] = speed(page, "full", plan)[1]
    return found


def burst(browser: Browser, scripts: Scripts, plan: Plan) -> dict[str, Any]:
    """Make many calls in a row in a fresh page."""
    with visit(browser) as page:
        boot(page, scripts)
        run = "([count, limit]) => bench.burst(count, limit)"
        found: dict[str, Any] = page.evaluate(run, [plan.burst, plan.patience])
    return found


def measure(browser: Browser, lanes: Sequence[Lane], plan: Plan) -> dict[str, Samples]:
    """Return the samples of every lane, taken in rounds so that a busy minute hurts all alike."""
    scripts = {lane.name: scripts_of(lane) for lane in lanes}
    samples: dict[str, Samples] = {lane.name: defaultdict(list) for lane in lanes}
    for turn in range(plan.rounds):
        print(f"round {turn + 1} of {plan.rounds}", file=sys.stderr, flush=True)
        for lane in lanes:
            add(samples[lane.name], look(browser, scripts[lane.name], plan))
            if lane.has_goals:
                add(samples[lane.name], growth(browser, scripts[lane.name], plan))
    for _ in range(plan.burst_rounds):
        for lane in lanes:
            add_burst(browser, samples[lane.name], scripts[lane.name], plan)
    return samples


def add(samples: Samples, found: Samples) -> None:
    """Put one look at a lane to the others."""
    for name, values in found.items():
        samples[name].extend(values)


def add_burst(browser: Browser, samples: Samples, scripts: Scripts, plan: Plan) -> None:
    """Measure one burst, unless the lane has shown that it takes too long."""
    if any(taken > plan.patience for taken in samples["burst_ms"]) or samples["burst_arrived"]:
        return
    found = burst(browser, scripts, plan)
    if found["milliseconds"] is None:
        samples["burst_arrived"].append(found["arrived"])
    else:
        samples["burst_ms"].append(found["milliseconds"])
