"""The classic integration in the real analytics.js-core, with Segment's own tester."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from demo.matomo_double import STAND_IN

HERE = Path(__file__).parent
TOP = HERE.parents[2]
ORIGIN = "https://shop.test"
SEGMENTS_OWN = os.environ.get("SEGMENT_PIWIK_TEST")


def bundled(test: Path, ours: str, folder: Path) -> Path:
    """Bundle a test file with the host; ``our-classic`` leads to the shipped file."""
    out = folder / "test.js"
    command: list[str | Path] = [
        TOP / "node_modules/.bin/esbuild",
        test,
        "--bundle",
        "--format=iife",
        f"--outfile={out}",
        f"--alias:our-classic={ours}",
        "--define:global=window",
        "--log-level=error",
    ]
    subprocess.run(command, check=True, env={**os.environ, "NODE_PATH": str(TOP / "node_modules")})
    return out


def results(page: Page, test: Path, ours: str, folder: Path) -> dict[str, str]:
    """Run a file of tests in a page whose Matomo is the stand-in."""
    page.route("**/*", serve)
    page.add_init_script(f"window.MATOMO = '{ORIGIN}/matomo'; window.standInTracker = {{gap: 0}}")
    page.goto(ORIGIN)
    page.add_script_tag(path=TOP / "dist/classic.min.js")
    page.add_script_tag(path=HERE / "mini_mocha.js")
    page.add_script_tag(path=bundled(test, ours, folder))
    done: dict[str, str] = page.evaluate("runAll()")
    return done


def serve(route: Route) -> None:
    """Answer for the shop and any Matomo."""
    if route.request.url.endswith("/piwik.js"):
        # Each start gets a tracker of its own, as on a page of its own.
        text = STAND_IN.read_text("utf-8")
        forget = "delete window.Matomo; delete window.Piwik;"
        route.fulfill(content_type="text/javascript", body=forget + text)
    else:
        route.fulfill(content_type="text/html", body="<!doctype html><title>Shop</title>")


@pytest.fixture
def from_global(tmp_path: Path) -> str:
    """A module that hands out what classic.min.js put on the page."""
    module = tmp_path / "from_global.js"
    module.write_text("export const Piwik = window.piwikIntegration; export default Piwik", "utf-8")
    return str(module)


def test_classic_module(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """classic.mjs is all that the host and its tester expect."""
    page = open_page()
    page.expected.append("paqbridge: ")  # type: ignore[attr-defined]
    done = results(page, HERE / "tester.js", str(TOP / "dist/classic.mjs"), tmp_path)
    assert len(done) >= 20
    assert {name: what for name, what in done.items() if what != "passed"} == {}


def test_classic_script(open_page: Callable[..., Page], tmp_path: Path, from_global: str) -> None:
    """classic.min.js is the same, from window.piwikIntegration."""
    page = open_page()
    page.expected.append("paqbridge: ")  # type: ignore[attr-defined]
    done = results(page, HERE / "tester.js", from_global, tmp_path)
    assert {name: what for name, what in done.items() if what != "passed"} == {}


@pytest.mark.skipif(SEGMENTS_OWN is None, reason="SEGMENT_PIWIK_TEST names no file")
def test_segments_own_tests(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """Segment's own test file for its Piwik integration passes on ours."""
    text = Path(str(SEGMENTS_OWN)).read_text("utf-8")
    test = tmp_path / "segment.js"
    piwik_module = str(TOP / "dist/classic.mjs")
    piwik = "require('our-classic').default"
    test.write_text(
        text.replace("require('../lib/')", piwik).replace(
            "require('@segment/clear-env')", "(() => { delete window._paq })"
        ),
        "utf-8",
    )
    page = open_page()
    done = results(page, test, piwik_module, tmp_path)
    assert len(done) > 20
    assert {name: what for name, what in done.items() if what != "passed"} == {}
