"""A page that has the snippet, the bundle or both twice starts once and sends each call once."""

from __future__ import annotations

import pytest

from paqbridge.flags import VERSION
from tests.support.site import DIST
from tests.support.visit import Visit

PAGES = [
    "snippet_twice.html",
    "snippets_first.html",
    "bundle_twice.html",
    "both_twice.html",
    "bundle_first.html",
    "loaded_twice.html",
    "attributes_twice.html",
    "async_twice.html",
]
SCRIPTS = "[...document.scripts].filter((s) => s.src.endsWith('/piwik.js')).length"


@pytest.mark.parametrize("page", PAGES)
def test_each_call_once(page: str, visit: Visit) -> None:
    """One script element, one start, the page view and the event once each, in order."""
    visit.open(page)
    hits = visit.hits()
    told = [(hit["idsite"], hit.get("e_a", hit.get("action_name"))) for hit in hits]
    assert told == [("1", "Shop"), ("1", "after")]
    names = [command[0] for command in visit.pushed()]
    assert names[:3] == ["setSiteId", "setTrackerUrl", "enableLinkTracking"]
    assert visit.run(SCRIPTS) == 1
    assert page == "attributes_twice.html" or visit.run("analytics.mine") == 5


@pytest.mark.parametrize("second", ["", '<script src="/dist/analytics.full.min.js"></script>'])
def test_our_snippet_behind_the_full_bundle(second: str, visit: Visit) -> None:
    """Its methods, which queue each call with the page's facts, lead to those that are there."""
    visit.expect("it has been loaded already")
    stub = (DIST / "stub.min.js").read_text("utf-8")
    load = f"analytics.load({{siteId: 1, serverUrl: '{visit.matomo}'}})"
    snippet = f"<script>{stub};{load}</script>"
    bundle = '<script src="/dist/analytics.full.min.js"></script>'
    calls = """<script>
      ready = 0
      analytics.page()
      analytics.track('after', {label: 'x'})
      analytics.ready(() => { ready++ })
    </script>"""
    visit.write(f"{snippet}{bundle}{snippet}{calls}{second}")
    hits = visit.arrived(2)
    assert [hit.get("e_a", hit.get("action_name")) for hit in hits] == ["Shop", "after"]
    assert hits[1]["e_n"] == "x"
    visit.wait("ready === 1")


def test_another_library_is_left_alone(visit: Visit) -> None:
    """Where window.analytics is somebody else's, it stays; one warning, no tracker."""
    visit.expect("paqbridge: window.analytics is another library")
    visit.open("other_library.html")
    assert visit.run("[analytics.mine, analytics.calls]") == [5, ["after"]]
    assert (visit.run(SCRIPTS), visit.run("typeof _paq"), len(visit.warnings)) == (
        0,
        "undefined",
        1,
    )


@pytest.mark.parametrize("place", ["first", "second"])
def test_two_versions(place: str, visit: Visit) -> None:
    """Whichever of two versions comes first serves the page; the other changes nothing."""
    text = (DIST / "analytics.min.js").read_text("utf-8")
    other = text.replace(f'"{VERSION}"', '"0.0.1"')
    assert other != text
    bodies = {"first": text, "second": text, place: other}
    visit.site.files |= {f"{name}.js": body for name, body in bodies.items()}
    visit.open("two_versions.html")
    hits = visit.hits()
    assert [hit.get("e_a", hit.get("action_name")) for hit in hits] == ["Shop", "after"]
    assert (visit.run(SCRIPTS), visit.run("analytics.mine")) == (1, 5)
