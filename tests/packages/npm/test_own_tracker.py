"""The setting ``tracker: "own"`` of the npm package: ours in the place of Matomo's script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.docs.pages import named
from tests.packages.npm.test_entries import bundled
from tests.packages.npm.used import HOSTED, USED
from tests.support.tracker_file import PATIENCE
from tests.support.visit import Visit

ENTRIES = [name for name in USED if name not in ("/analytics", "/classic")]
GIVEN = "const given = { siteId: 1, serverUrl: 'MATOMO', tracker: 'own', REST }\n"
IMPORT = "import 'paqbridge/tracker'\n"
MISSING = "tracker: own is not imported"


def opened(project: Path, visit: Visit, code: str, rest: str = "") -> None:
    """Bundle code and open a page with it, where no script of a tracker is waited for."""
    visit.without_instruments()
    given = GIVEN.replace("MATOMO", visit.matomo).replace("REST", rest)
    visit.site.files["site.js"] = bundled(project, given + code.replace("HOSTED", HOSTED))
    visit.write("<script src=/site.js></script>")


def arrived(visit: Visit, count: int = 1) -> list[dict[str, str]]:
    """Wait for so many hits; our tracker does not number them, as the stand-in in tests does."""
    store, seen = visit.site.store, visit.arrivals.seen
    return [row.parameters for row in store.wait(seen, PATIENCE, lambda rows: len(rows) >= count)]


@pytest.mark.parametrize("entry", ENTRIES)
def test_nothing_is_fetched(entry: str, project: Path, visit: Visit) -> None:
    """What a site sends arrives, by our tracker: Matomo's script is not asked for."""
    opened(project, visit, IMPORT + USED[entry])
    assert [hit["e_a"] for hit in arrived(visit)] == ["Used"]
    assert (visit.asked, visit.trackers()) == ([], [])


def test_without_the_import(project: Path, visit: Visit) -> None:
    """One warning says what is missing, and Matomo's script does the work."""
    visit.expect(MISSING)
    opened(project, visit, USED[""])
    assert [hit["e_a"] for hit in arrived(visit)] == ["Used"]
    assert visit.asked == ["piwik.js"]
    assert [text for text in visit.warnings if MISSING in text] == visit.warnings
    assert len(visit.warnings) == 1


def test_consent_comes_first(project: Path, visit: Visit) -> None:
    """Before consent there is no tracker on the page, and nothing leaves."""
    code = "import { load } from 'paqbridge'; window.own = load(given); own.track('Used')"
    opened(project, visit, IMPORT + code, "consent: 'load'")
    visit.wait("window.own")
    assert visit.run("window.Matomo === undefined && document.cookie") == ""
    visit.run("own.consent.give()")
    assert [hit["e_a"] for hit in arrived(visit)] == ["Used"]
    assert visit.asked == []


def test_a_lean_module(project: Path, visit: Visit) -> None:
    """A build without the setting takes a tracker that is started beside it."""
    code = """import { start } from 'paqbridge/tracker'
        import { Piwik } from 'paqbridge/classic'
        start(); delete given.tracker; const made = new Piwik(given); HOSTED"""
    opened(project, visit, code, "loadScript: false")
    assert [hit["e_a"] for hit in arrived(visit)] == ["Used"]
    assert visit.asked == []


def test_the_docs(project: Path, visit: Visit) -> None:
    """The example of docs/tracker.md sends what stands there."""
    visit.without_instruments()
    code = named("example")["own"].code.replace("https://matomo.example.org", visit.matomo)
    visit.site.files["site.js"] = bundled(project, code)
    visit.write("<script src=/site.js></script>")
    wanted = json.loads(named("hits")["own"].code)
    pairs = zip(arrived(visit, 2), wanted, strict=True)
    assert [{name: seen.get(name) for name in one} for seen, one in pairs] == wanted
    assert visit.asked == []
