"""Where the bytes and the microseconds of our standalone go, by the folders of its source."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from bench.lanes import BY_NAME
from bench.measure import KINDS, Plan, boot, speed
from bench.pages import visit
from bench.scripts import Scripts, scripts_of
from compile.sourcemap import bytes_by_source, segments

TOP = Path(__file__).resolve().parents[1]
BUNDLE = TOP / "dist/analytics.min.js"
URL = "library.js"
INTERVAL = 100
"""Microseconds between two looks of the profiler."""

Shares = dict[str, dict[str, float]]


def layer(source: str) -> str:
    """Return the folder, or the module at the top, that a source belongs to."""
    inner = source.partition("paqbridge/")[2]
    return inner.partition("/")[0].removesuffix(".py") or "wrapper"


def shares(browser: Browser, plan: Plan) -> Shares:
    """Return each layer's part of the minified bytes and of the time of both kinds of call."""
    chart = json.loads(BUNDLE.with_name(BUNDLE.name + ".map").read_text("utf-8"))
    found = {"bytes": parts(byte_counts(chart))}
    scripts = scripts_of(BY_NAME["standalone"])
    named = Scripts(f"{scripts.library}\n//# sourceURL={URL}", scripts.glue)
    for kind in KINDS:
        with visit(browser) as page:
            boot(page, named)
            found[kind] = parts(ticks(profiled(page, kind, plan), chart))
    return found


def byte_counts(chart: Any) -> Counter[str]:
    """Count the minified bytes of each layer."""
    count: Counter[str] = Counter()
    for source, size in bytes_by_source(BUNDLE.read_text("utf-8"), chart).items():
        count[layer(source)] += size
    return count


def parts(count: Counter[str]) -> dict[str, float]:
    """Turn counts into percent of all, the largest first."""
    return {name: round(100 * one / count.total(), 1) for name, one in count.most_common()}


def profiled(page: Page, kind: str, plan: Plan) -> list[Any]:
    """Return the nodes of a profile of warm calls."""
    speed(page, kind, plan)
    session = page.context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.setSamplingInterval", {"interval": INTERVAL})
    session.send("Profiler.start")
    speed(page, kind, plan)
    nodes: list[Any] = session.send("Profiler.stop")["profile"]["nodes"]
    return nodes


def ticks(nodes: list[Any], chart: Any) -> Counter[str]:
    """Count the looks that met each layer; what a built-in did counts for its caller."""
    parents = {child: node["id"] for node in nodes for child in node.get("children", [])}
    by_id = {node["id"]: node for node in nodes}
    places = [(one.line, one.column, one.source) for one in segments(chart)]
    count: Counter[str] = Counter()
    for node in nodes:
        at: Any = node
        while at is not None and at["callFrame"]["url"] != URL:
            at = by_id.get(parents.get(at["id"]))
        if at is not None:
            frame = at["callFrame"]
            found = bisect_right(places, (frame["lineNumber"], frame["columnNumber"], "~"))
            count[layer(places[found - 1][2])] += node["hitCount"]
    return count
