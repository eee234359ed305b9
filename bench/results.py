"""The results as a document: ``bench/results.json``, from which tables and plots are made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.lanes import Lane
from bench.machine import circumstances
from bench.measure import Plan, Samples, measure
from bench.pages import chromium
from bench.scripts import Scripts, scripts_of
from bench.shares import shares
from bench.summary import summary

PATH = Path(__file__).with_name("results.json")
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
