"""Routes of a single-page application arrive with their own URL, title and referrer."""

from __future__ import annotations

from tests.support.visit import Visit


def test_routes(visit: Visit) -> None:
    """pushState, a hash route, and the way back: each view is that of its route."""
    visit.open()
    visit.wait_until_live()
    visit.run("analytics.page()")
    assert visit.pushed()[-1] == ["trackPageView"]
    visit.run("go('/shirts?size=m', 'Shirts')")
    visit.run("go('/shirts?size=m#reviews', 'Reviews')")
    visit.run("""new Promise((done) => {
      addEventListener('popstate', () => { document.title = 'Shirts'; analytics.page(); done() })
      history.back()
    })""")
    hits = visit.requests()
    home = visit.address
    assert [hit["action_name"] for hit in hits] == ["List", "Shirts", "Reviews", "Shirts"]
    paths = ["/page.html", "/shirts?size=m", "/shirts?size=m#reviews", "/shirts?size=m"]
    assert [hit["url"] for hit in hits] == [home + path for path in paths]
    assert [hit.get("urlref") for hit in hits[1:]] == [home + path for path in paths[:3]]


def test_a_title_that_lags_behind(visit: Visit) -> None:
    """With titleDelay a view has the title that its route gets later, and its event comes after."""
    visit.open("page.html?titleDelay=200")
    visit.wait_until_live()
    visit.run("analytics.page()")
    visit.run("(lag('/shirts', 'Shirts'), analytics.track('Seen'), 0)")
    visit.wait("instruments.pushed.length > 7")
    hits = visit.requests()
    assert [hit.get("action_name", hit.get("e_a")) for hit in hits] == ["List", "Shirts", "Seen"]
    assert hits[-1]["url"] == visit.address + "/shirts"


def test_events_belong_to_their_route(visit: Visit) -> None:
    """What the tracker was told stays for the events of the route."""
    visit.open()
    visit.wait_until_live()
    visit.run("(analytics.page(), go('/shirts', 'Shirts'), analytics.track('Added'), 0)")
    assert visit.requests()[-1]["url"] == visit.address + "/shirts"
