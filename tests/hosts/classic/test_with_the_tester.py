"""The classic integration in the real analytics.js-core, with Segment's own tester."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from demo.matomo_double import STAND_IN
from tests.support.host_script import TOP, host_script
from tests.support.visit import Visit

TESTS = Path(__file__).with_name("tester.js")
MODULE = TOP / "dist/classic.mjs"
SEGMENTS_OWN = os.environ.get("SEGMENT_PIWIK_TEST")
# Each start gets a tracker of its own, as on a page of its own.
TRACKER = "delete window.Matomo; delete window.Piwik;" + STAND_IN.read_text("utf-8")
PAGE = """<script>window.MATOMO = "{{ address }}"</script>
<script src="/dist/classic.min.js"></script>
<script src="mini_mocha.js"></script>
<script src="tests.js"></script>"""


def results(visit: Visit, tests: Path, ours: Path) -> dict[str, str]:
    """Run a file of tests, in which ``our-classic`` is this file; return how each went."""
    visit.without_instruments()
    visit.site.files["tests.js"] = host_script(tests, f"--alias:our-classic={ours}")
    visit.site.tracker.script = TRACKER
    visit.write(PAGE)
    done: dict[str, str] = visit.run("runAll()")
    return done


@pytest.fixture
def from_global(tmp_path: Path) -> Path:
    """A module that hands out what classic.min.js put on the page."""
    module = tmp_path / "from_global.js"
    module.write_text("export const Piwik = window.piwikIntegration; export default Piwik", "utf-8")
    return module


def test_classic_module(visit: Visit) -> None:
    """classic.mjs is all that the host and its tester expect."""
    visit.expect("paqbridge: ")
    done = results(visit, TESTS, MODULE)
    assert len(done) >= 20
    assert {name: what for name, what in done.items() if what != "passed"} == {}


def test_classic_script(visit: Visit, from_global: Path) -> None:
    """classic.min.js is the same, from window.piwikIntegration."""
    visit.expect("paqbridge: ")
    done = results(visit, TESTS, from_global)
    assert {name: what for name, what in done.items() if what != "passed"} == {}


@pytest.mark.skipif(SEGMENTS_OWN is None, reason="SEGMENT_PIWIK_TEST names no file")
def test_segments_own_tests(visit: Visit, tmp_path: Path) -> None:
    """Segment's own test file for its Piwik integration passes on ours."""
    visit.answer_strangers(TRACKER)  # its Matomo is not ours
    text = Path(str(SEGMENTS_OWN)).read_text("utf-8")
    tests = tmp_path / "segment.js"
    tests.write_text(
        text.replace("require('../lib/')", "require('our-classic').default").replace(
            "require('@segment/clear-env')", "(() => { delete window._paq })"
        ),
        "utf-8",
    )
    done = results(visit, tests, MODULE)
    assert len(done) > 20
    assert {name: what for name, what in done.items() if what != "passed"} == {}
