"""The results as a document: ``bench/results.json``, from which tables and plots are made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.lanes import Lane
from bench.machine import circumstances, packages, place
from bench.measure import Plan, Samples, measure
from bench.pages import chromium
from bench.scripts import Scripts, scripts_of
from bench.shares import shares
from bench.summary import summary
from bench.whole.files import pages_here
from bench.whole.measure import Plan as WholePlan
from bench.whole.measure import measure as measure_pages

PATH = Path(__file__).with_name("results.json")
NEXT = "@segment/analytics-next"
Results = dict[str, Any]


def collect(lanes: Sequence[Lane], plan: Plan) -> Results:
    """Measure the lanes; every figure becomes a median and its quartiles."""
    scripts = {lane.name: scripts_of(lane) for lane in lanes}
    with chromium() as browser:
        about = circumstances(lanes, browser.version)
        samples = measure(browser, lanes, scripts, plan)
        ours = shares(browser, plan)
    rows = {lane.name: row(lane, scripts[lane.name], samples[lane.name]) for lane in lanes}
    return {**about, "plan": asdict(plan), "lanes": rows, "shares": ours}


def collect_pages(real: Path, plan: WholePlan) -> Results:
    """Measure whole pages with this ``matomo.js``: those whose files have been built."""
    with chromium() as browser:
        versions = {"chromium": browser.version, **packages([NEXT])}
        found = measure_pages(browser, pages_here(real), real, plan)
    return {"pages": {**place(), "versions": versions, **found}}


def row(lane: Lane, scripts: Scripts, samples: Samples) -> Results:
    """Return what is known of one lane."""
    figures = {name: summary(found) for name, found in samples.items() if found}
    return {"title": lane.title, "bytes": scripts.weights(), **figures}


def save(results: Results, path: Path = PATH) -> None:
    """Write the document so that a change of one figure is a change of few lines."""
    path.write_text(json.dumps(results, indent=1) + "\n", "utf-8")


def load(path: Path = PATH) -> Results:
    """Read the document."""
    found: Results = json.loads(path.read_text("utf-8"))
    return found
