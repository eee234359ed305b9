"""Whatever value a page passes, nothing is thrown, nothing malformed leaves, and events go on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route

from paqbridge.commands.full_grammar import FULL_GRAMMAR

HERE = Path(__file__).parent
TOP = HERE.parents[1]
ORIGIN = "https://shop.test"

SET_UP = {
    "analytics.min.js": f"analytics.load({{siteId: 1, serverUrl: '{ORIGIN}/matomo'}})",
    "classic.min.js": f"""(
        window.piwik = new piwikIntegration({{siteId: 1, url: '{ORIGIN}/matomo'}}),
        piwik.initialize()
    )""",
}
TARGETS = {
    "analytics.min.js": [("analytics", ["load", "initialize"]), ("analytics.user()", [])],
    "classic.min.js": [("piwik", ["initialize", "load", "reset"])],
}
SENTINELS = {
    "analytics.min.js": "(name) => analytics.track(name)",
    "classic.min.js": "(name) => piwik.track({obj: {event: name}})",
}
EVERYTHING = (
    "ecommerce: true, dimensions: {'properties.plan': 1, 'traits.a.b': 2}, groupDimension: 3"
)
SET_UP["analytics.full.min.js"] = SET_UP["analytics.min.js"].replace(
    "siteId", f"{EVERYTHING}, siteId"
)
SET_UP["classic.full.min.js"] = SET_UP["classic.min.js"].replace("siteId", f"{EVERYTHING}, siteId")
SET_UP["analytics.explain.min.js"] = SET_UP["analytics.full.min.js"]
TARGETS["analytics.explain.min.js"] = TARGETS["analytics.min.js"][:1]
SENTINELS["analytics.explain.min.js"] = SENTINELS["analytics.min.js"]
for core, full in (
    ("analytics.min.js", "analytics.full.min.js"),
    ("classic.min.js", "classic.full.min.js"),
):
    TARGETS[full], SENTINELS[full] = TARGETS[core], SENTINELS[core]
CASES = [(name, *target) for name in TARGETS for target in TARGETS[name]]


@pytest.fixture
def shop(open_page: Callable[..., Page]) -> Page:
    """A page on a server of its own, with the stand-in tracker."""
    page = open_page()
    page.route("**/*", serve)
    page.expected.append("console warning: paqbridge: ")  # type: ignore[attr-defined]
    page.add_init_script(
        """window.standInTracker = {wait: 0, gap: 0}; window.sent = []
        navigator.sendBeacon = (url, body) => {
          // What is too long for an address is a blob.
          Promise.resolve(body && body.text ? body.text() : body).then((text) => {
            sent.push(text ? url + '?' + text : url)
          })
          return true
        }"""
    )
    page.goto(ORIGIN)
    return page


def serve(route: Route) -> None:
    """Answer for the shop and its Matomo."""
    path = urlsplit(route.request.url).path
    if path.endswith("/piwik.js"):
        route.fulfill(path=TOP / "demo/static/stand_in_tracker.js")
    else:
        route.fulfill(content_type="text/html", body="<!doctype html><title>Shop</title>")


def start(page: Page, bundle: str) -> None:
    """Load a bundle and wait for its tracker."""
    page.add_script_tag(path=TOP / "dist" / bundle)
    page.evaluate(SET_UP[bundle])
    page.wait_for_function("window._paq && !Array.isArray(_paq)")
    page.add_script_tag(path=HERE / "corpus.js")
    page.add_script_tag(path=HERE / "drive.js")


@pytest.mark.parametrize(("bundle", "target", "skip"), CASES)
def test_every_method_takes_every_value(
    bundle: str, target: str, skip: list[str], shop: Page
) -> None:
    """No method throws or stalls, each command fits the grammar, a sentinel arrives after each."""
    start(shop, bundle)
    report = shop.evaluate(f"attack({target}, {skip}, {SENTINELS[bundle]})")
    print(f"{bundle} {target}: {report['calls']} hostile calls on {report['methods']}")
    assert report["thrown"] == []
    assert report["unhandled"] == []
    assert not report["polluted"]
    assert report["slow"] == []
    assert report["longest"] <= 4096
    assert [c for c in report["commands"] if not fits(c)] == []
    assert_sentinels_arrive(shop, report, skip)


def fits(command: list[str]) -> bool:
    """Tell whether a command, told by the types of its arguments, is in the grammar."""
    form = FULL_GRAMMAR.get(command[0])
    types = "".join(given[0] for given in command[1:])
    return form is not None and form.fullmatch(types) is not None


def assert_sentinels_arrive(page: Page, report: dict[str, Any], skip: list[str]) -> None:
    """Wait until the last sentinel has left; then each must have."""
    names = page.evaluate("Object.keys(CORPUS)")
    wanted = {f"sentinel {m} {name}" for m in report["methods"] if m not in skip for name in names}
    page.wait_for_function(
        "n => sent.filter((url) => url.includes('sentinel')).length >= n", arg=len(wanted)
    )
    sent = page.evaluate("sent.filter((url) => url.includes('sentinel'))")
    arrived = {parse_qs(url.partition("?")[2])["e_a"][0] for url in sent}
    assert wanted <= arrived


def test_corpus_is_large(shop: Page) -> None:
    """The corpus has at least 60 kinds, and all bundles together get at least 2,000 calls."""
    shop.add_script_tag(path=HERE / "corpus.js")
    assert shop.evaluate("Object.keys(CORPUS).length") >= 60


STARTS = {
    "analytics.min.js": [
        "(v) => analytics.load(v)",
        "(v) => analytics.load('key', v)",
        "(v) => analytics.initialize(v, v)",
        "(v) => analytics.initialize({Piwik: v})",
    ],
    "classic.min.js": [
        "(v) => new piwikIntegration(v).initialize()",
        """(v) => {
          const piwik = new piwikIntegration()
          piwik.options = v
          piwik.initialize()
          piwik.track({obj: {event: 'x'}})
        }""",
    ],
}
START_CASES = [(name, code) for name in STARTS for code in STARTS[name]]


@pytest.mark.parametrize(("bundle", "code"), START_CASES)
def test_every_start_takes_every_value(bundle: str, code: str, shop: Page) -> None:
    """Hostile settings, whole or in every key, throw nothing and inject no script."""
    shop.add_script_tag(path=HERE / "corpus.js")
    source = re.sub(r"//# source.*", "", (TOP / "dist" / bundle).read_text("utf-8"))
    thrown = shop.evaluate(
        """([source, code]) => {
          const thrown = []
          for (const [name, make] of Object.entries(CORPUS)) {
            const frame = document.body.appendChild(document.createElement('iframe'))
            const inner = frame.contentWindow
            inner.console.warn = () => {}
            inner.onerror = (message) => { thrown.push(name + ': ' + message) }
            const script = inner.document.createElement('script')
            script.text = source
            inner.document.head.appendChild(script)
            const before = performance.now()
            try { inner.eval(code)(make()) } catch (error) { thrown.push(name + ': ' + error) }
            const took = performance.now() - before
            if (took > 2000) thrown.push(`${name}: took ${took} ms`)
            const src = [...inner.document.scripts].map((s) => s.src).filter(Boolean)
            if (src.length) thrown.push(name + ': injected ' + src[0].slice(0, 80))
            if (({}).polluted || inner.eval('({}).polluted')) thrown.push(name + ': polluted')
            frame.remove()
          }
          return thrown
        }""",
        [source, code],
    )
    assert thrown == []
