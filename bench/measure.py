"""What is measured of a lane, and the rounds in which all lanes take turns."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from bench.lanes import Lane
from bench.pages import visit
from bench.scripts import Scripts

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


def measure(
    browser: Browser, lanes: Sequence[Lane], scripts: Mapping[str, Scripts], plan: Plan
) -> dict[str, Samples]:
    """Return the samples of every lane, taken in rounds so that a busy minute hurts all alike."""
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
