"""The rounds in which all whole pages take turns."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bench.whole.departures import DEPARTURES
from bench.whole.files import about, needed, text_of
from bench.whole.pages import WholePage
from bench.whole.samples import Samples
from bench.whole.shop import Shop, serving
from bench.whole.visits import leave, load, load_on_a_phone


@dataclass(frozen=True)
class Plan:
    """How many rounds, and how often each page is loaded in each of them."""

    rounds: int = 5
    loads: int = 4


def measure(browser: Browser, pages: Sequence[WholePage], real: Path, plan: Plan) -> dict[str, Any]:
    """Return what whole pages cost with this ``matomo.js``, for the results."""
    samples = {page.name: Samples() for page in pages}
    with serving() as shop:
        furnish(shop, pages, real)
        for turn in range(plan.rounds):
            print(f"whole pages: round {turn + 1} of {plan.rounds}", file=sys.stderr, flush=True)
            for page in pages:
                look(browser, shop, page, plan, samples[page.name])
    rows = {page.name: samples[page.name].row(page.title) for page in pages}
    return {"matomo_js": about(real), "plan": asdict(plan), "rows": rows}


def furnish(shop: Shop, pages: Sequence[WholePage], real: Path | None) -> None:
    """Put everything there that pages load."""
    for page in pages:
        shop.put(f"{page.name}.html", page.markup(text_of))
        for name in needed(page):
            shop.put(name, text_of(name, real))


def look(browser: Browser, shop: Shop, page: WholePage, plan: Plan, samples: Samples) -> None:
    """Load a page some times in both ways, and leave it once in every way."""
    for _ in range(plan.loads):
        load(browser, shop, page, samples)
        load_on_a_phone(browser, shop, page, samples)
    for departure in DEPARTURES:
        leave(browser, shop, page, departure, samples)
