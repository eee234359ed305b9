"""Whatever value a page passes, nothing is thrown, nothing malformed leaves, and events go on."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Any
from urllib.parse import parse_qs

import pytest

from demo.matomo_double import STAND_IN
from paqbridge.commands.full_grammar import FULL_GRAMMAR
from tests.support.opt_in import EVERY_VECTOR
from tests.support.vectors_in_chromium import bundle_text
from tests.support.visit import Visit

SET_UP = {
    "analytics.min.js": "analytics.load({siteId: 1, serverUrl: location.origin})",
    "classic.min.js": """(
        window.piwik = new piwikIntegration({siteId: 1, url: location.origin}),
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
NAMELESS = re.compile("track .*: Error: Event missing")
"""Who waits for a track without a name hears that there is none, as in Segment's newer library."""
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
for lean, full in (
    ("analytics.min.js", "analytics.full.min.js"),
    ("classic.min.js", "classic.full.min.js"),
):
    TARGETS[full], SENTINELS[full] = TARGETS[lean], SENTINELS[lean]
# noConflict takes the name away by which the sentinels are sent.
TARGETS["analytics.full.min.js"] = [
    ("analytics", ["load", "initialize", "init", "noConflict"]),
    ("analytics.user()", []),
    ("analytics.group()", []),
]
# The build that explains has the full one's parts; no visitor gets it.
ATTACKED = [name for name in TARGETS if EVERY_VECTOR or name != "analytics.explain.min.js"]
CASES = [(name, *target) for name in ATTACKED for target in TARGETS[name]]


@pytest.fixture
def attacked(visit: Visit) -> Visit:
    """A visit in whose pages thousands of calls are made."""
    visit.keep_in_page()
    visit.site.tracker.script = STAND_IN.read_text("utf-8")  # Matomo's own takes its time to send
    visit.expect("console warning: paqbridge: ")
    return visit


def start(attacked: Visit, bundle: str) -> None:
    """Load a bundle and wait for its tracker."""
    scripts = [f"/dist/{bundle}", "corpus.js", "drive.js"]
    attacked.write("".join(f'<script src="{src}"></script>' for src in scripts))
    attacked.run(SET_UP[bundle])
    attacked.wait_until_live()


@pytest.mark.parametrize(("bundle", "target", "skip"), CASES)
def test_every_method_takes_every_value(
    bundle: str, target: str, skip: list[str], attacked: Visit
) -> None:
    """No method throws or stalls, each command fits the grammar, a sentinel arrives after each."""
    start(attacked, bundle)
    # The full build has three times the methods.
    slots = 5 if EVERY_VECTOR or "full" not in bundle else 3
    report = attacked.run(f"attack({target}, {skip}, {SENTINELS[bundle]}, {slots})")
    print(f"{bundle} {target}: {report['calls']} hostile calls on {report['methods']}")
    assert [one for one in report["thrown"] if not NAMELESS.match(one)] == []
    assert report["unhandled"] == []
    assert not report["polluted"]
    assert report["slow"] == []
    assert report["longest"] <= 4096
    assert [c for c in report["commands"] if not fits(c)] == []
    assert_sentinels_arrive(attacked, report, skip)


def fits(command: list[str]) -> bool:
    """Tell whether a command, told by the types of its arguments, is in the grammar."""
    kinds = FULL_GRAMMAR.get(command[0])
    if kinds is None or len(command) > len(kinds) + 1:
        return False
    given = [kind[0] for kind in command[1:]]
    return all(one in allowed for allowed, one in zip_longest(kinds, given, fillvalue="u"))


def assert_sentinels_arrive(attacked: Visit, report: dict[str, Any], skip: list[str]) -> None:
    """Wait until the last sentinel has left; then each must have."""
    names = attacked.run("Object.keys(CORPUS)")
    wanted = {f"sentinel {m} {name}" for m in report["methods"] if m not in skip for name in names}
    enough = "n => sent.filter((url) => url.includes('sentinel')).length >= n"
    attacked.wait(enough, len(wanted))
    sent = attacked.run("sent.filter((url) => url.includes('sentinel'))")
    arrived = {parse_qs(url.partition("?")[2])["e_a"][0] for url in sent}
    assert wanted <= arrived


def test_corpus_is_large(attacked: Visit) -> None:
    """The corpus has at least 60 kinds, and all bundles together get at least 2,000 calls."""
    attacked.write('<script src="corpus.js"></script>')
    assert attacked.run("Object.keys(CORPUS).length") >= 60


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
def test_every_start_takes_every_value(bundle: str, code: str, attacked: Visit) -> None:
    """Hostile settings, whole or in every key, throw nothing and inject no script."""
    attacked.write('<script src="corpus.js"></script>')
    thrown = attacked.run(
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
        [bundle_text(bundle), code],
    )
    assert thrown == []
