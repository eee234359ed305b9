"""Running vectors on the shipped standalone bundle, in a page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.support.vectors import Outcome, settings_of

HERE = Path(__file__).parent
DIST = HERE.parents[1] / "dist"


def bundle_text(file: str = "analytics.min.js") -> str:
    """Return a bundle without the address of its map, which frames would ask for."""
    return re.sub(r"//# sourceMappingURL.*", "", (DIST / file).read_text("utf-8"))


def run_in_chromium(page: Page, vectors: list[dict[str, Any]], source: str) -> list[Outcome]:
    """Run each vector in a frame of its own on ``page``."""
    jobs = [
        {"settings": settings_of(v), "options": v.get("options"), "calls": v["calls"]}
        for v in vectors
    ]
    page.route("**/*", lambda r: r.fulfill(content_type="text/html", body="<!doctype html><body>"))
    page.goto("https://shop.test/")
    page.add_script_tag(path=HERE / "canonical.js")
    page.add_script_tag(path=HERE / "vectors.js")
    run = "([source, text]) => runVectors(source, text)"
    results = page.evaluate(run, [source, json.dumps(jobs)])
    return [Outcome(**result) for result in results]
