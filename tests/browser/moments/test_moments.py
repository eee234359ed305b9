"""A call's facts are those of its moment, wherever it waits."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.moments.arrived import views
from tests.support.page_parts import MATOMO
from tests.support.visit import Visit

START = "analytics.load(settings)"


def open_live(visit: Visit, page: str = "page.html") -> None:
    """Open a page, and wait until its tracker is live."""
    visit.open(page)
    visit.run(START)
    visit.wait_until_live()


def late(hits: list[dict[str, str]], unit: int) -> list[int | None]:
    """Return by how many seconds each is late, None if not: in whole units, less is the test's own."""
    return [int(hit["cdo"]) // unit * unit if "cdo" in hit else None for hit in hits]


def test_routes_before_the_tracker(visit: Visit) -> None:
    """The first view is that of the first route, although the tracker comes on the second."""
    visit.hold_tracker()
    visit.open()
    visit.run(f"({START}, go('/welcome', 'Welcome'), analytics.page(), 0)")
    visit.run("(go('/shirts', 'Shirts'), analytics.page(), 0)")
    visit.release_tracker()
    assert views(visit) == [("/welcome", "Welcome"), ("/shirts", "Shirts")]


def test_the_first_page_is_left_before_the_tracker(visit: Visit) -> None:
    """A plain call is one command; the tracker is told where it was made, if it starts elsewhere."""
    visit.hold_tracker()
    visit.open()
    visit.run(f"({START}, analytics.page(), analytics.track('Seen'), 0)")
    assert ["trackPageView"] in visit.queued()
    assert len(visit.queued()) == 5
    visit.run("go('/shirts', 'Shirts')")
    visit.release_tracker()
    requests = visit.requests()
    assert [hit["url"] for hit in requests] == [visit.address + "/page.html"] * 2
    assert requests[0]["action_name"] == "Shell"


def test_a_title_that_comes_before_the_tracker(visit: Visit) -> None:
    """On the same address the title is the document's when the tracker starts."""
    visit.hold_tracker()
    visit.open()
    visit.run(f"({START}, analytics.page(), document.title = 'Home', 0)")
    visit.release_tracker()
    visit.run("(go('/next', 'Shell'), analytics.page(), go('/last', 'Home'), analytics.page(), 0)")
    assert views(visit) == [("/page.html", "Home"), ("/next", "Shell"), ("/last", "Home")]


@pytest.mark.parametrize("method", ["pushState", "replaceState"])
def test_a_title_that_is_not_what_the_tracker_started_with(visit: Visit, method: str) -> None:
    """The first page call comes after the tracker, and after a route with its title."""
    open_live(visit)
    visit.run(
        f"(history.{method}({{}}, '', '/home'), document.title = 'Home', analytics.page(), 0)"
    )
    assert views(visit) == [("/home", "Home")]


def test_the_title_alone_has_changed(visit: Visit) -> None:
    """The address is that of the landing, the title is not."""
    open_live(visit)
    visit.run("(document.title = 'Home', analytics.page(), analytics.page(), 0)")
    assert views(visit) == [("/page.html", "Home")] * 2


def test_an_application_behind_the_pages_own_tracker(visit: Visit) -> None:
    """The tracker was live before our bundle: it has the title of before."""
    visit.write(f"""<script>
      var _paq = [["setSiteId", 1], ["setTrackerUrl", "{MATOMO}/piwik.php"]];
    </script><script src="{MATOMO}/piwik.js"></script>
    <script src="/dist/analytics.full.min.js"></script>""")
    visit.run(f"analytics.load({{siteId: 1, serverUrl: '{visit.matomo}', loadScript: false}})")
    visit.run("(history.pushState({}, '', '/home'), document.title = 'Home', analytics.page(), 0)")
    assert views(visit) == [("/home", "Home")]


def test_calls_that_wait_for_consent(visit: Visit) -> None:
    """Three routes are three views after consent, with addresses, titles and times of their own."""
    visit.page.clock.install()
    visit.open("page.html?consent=load")
    visit.run(f"({START}, analytics.page(), analytics.track('Seen', {{category: 'A'}}), 0)")
    visit.page.clock.fast_forward(600_000)
    visit.run("(go('/shirts', 'Shirts'), analytics.page(), 0)")
    visit.page.clock.fast_forward(300_000)
    visit.run("(go('/cart', 'Loading'), analytics.page(), document.title = 'Cart', 0)")
    visit.run("analytics.consent.give()")
    visit.page.clock.resume()
    visit.wait_until_live()
    hits = visit.requests()
    assert [hit["url"].removeprefix(visit.address) for hit in hits] == [
        "/page.html?consent=load", "/page.html?consent=load", "/shirts", "/cart"
    ]  # fmt: skip
    assert [hit.get("action_name", hit.get("e_a")) for hit in hits] == [
        "Shell", "Seen", "Shirts", "Cart"
    ]  # fmt: skip
    assert late(hits, 10) == [900, 900, 300, None]
    visit.run("(analytics.track('Now'), 0)")
    assert [hit.get("cdo") for hit in visit.requests()] == [None]


BEFORE_LOAD = f"(analytics.track('Seen'), go('/shirts', 'Shirts'), {START}, analytics.page(), 0)"
BEFORE_A_YES = f"({START}, analytics.track('Seen'), go('/shirts'), analytics.consent.give(), analytics.page(), 0)"


@pytest.mark.parametrize("is_held", [True, False])
@pytest.mark.parametrize(("query", "code"), [("", BEFORE_LOAD), ("?consent=load", BEFORE_A_YES)])
def test_an_event_ahead_of_all_views(query: str, code: str, is_held: bool, visit: Visit) -> None:
    """It is one of the address where it was made, though the page has gone on before it leaves."""
    if is_held:
        visit.hold_tracker()
    visit.open(f"page.html{query}")
    visit.run(code)
    if is_held:
        visit.release_tracker()
    visit.wait_until_live()
    told = [hit["url"].removeprefix(visit.address) for hit in visit.requests()]
    assert told == [f"/page.html{query}", "/shirts"]


@pytest.mark.parametrize("is_held", [True, False])
def test_events_of_routes_without_a_view(is_held: bool, visit: Visit) -> None:
    """Each is one of the address where it was made; the view that follows is told its own."""
    if is_held:
        visit.hold_tracker()
    visit.open()
    if not is_held:
        visit.run(START)
        visit.wait_until_live()
    visit.run("(analytics.track('A'), go('/shirts', 'Shirts'), analytics.track('B'), 0)")
    visit.run("(go('/hats', 'Hats'), analytics.track('C'), analytics.track('D'), 0)")
    if is_held:
        visit.run(f"({START}, 0)")
    visit.run("(go('/cart', 'Cart'), analytics.page(), go('/', 'Home'), analytics.track('E'), 0)")
    if is_held:
        visit.release_tracker()
    told = [hit["url"].removeprefix(visit.address) for hit in visit.requests()]
    assert told == ["/page.html", "/shirts", "/hats", "/hats", "/cart", "/cart"]


def test_calls_before_load(visit: Visit) -> None:
    """What is called before load keeps its facts and time, and what it said."""
    visit.expect("paqbridge: calls wait for load")
    visit.page.clock.install()
    visit.open()
    visit.run("""(() => {
      const properties = {label: 'then', list: [{a: 1}]}
      analytics.page()
      analytics.track('Seen', properties)
      properties.label = 'later'
      go('/late', 'Late')
    })()""")
    visit.page.clock.fast_forward(5_000)
    visit.run(f"({START}, analytics.page(), 0)")
    visit.page.clock.resume()
    visit.wait_until_live()
    hits = visit.requests()
    assert [hit.get("action_name", hit.get("e_n")) for hit in hits] == ["Shell", "then", "Late"]
    assert late(hits, 5) == [5, 5, None]
    assert [hit["url"].removeprefix(visit.address) for hit in hits] == [
        "/page.html", "/page.html", "/late"
    ]  # fmt: skip


def test_the_pages_own_appended_text_stays(visit: Visit) -> None:
    """The time of a call goes beside what the page has appended itself."""
    visit.page.clock.install()
    visit.open("page.html?consent=load")
    visit.run("(_paq = [['appendToTrackingUrl', 'own=1']], 0)")
    visit.run(f"({START}, analytics.page(), 0)")
    visit.page.clock.fast_forward(9_000)
    visit.run("analytics.consent.give()")
    visit.page.clock.resume()
    visit.wait_until_live()
    visit.run("(analytics.track('Now'), 0)")
    hits = visit.requests()
    assert ([hit["own"] for hit in hits], late(hits, 9)) == (["1", "1"], [9, None])


def test_what_was_called_an_hour_and_a_day_ago(visit: Visit) -> None:
    """Matomo takes the time of a hit without a token for a day, and no longer."""
    visit.page.clock.install()
    visit.open("page.html?consent=load")
    visit.run(f"({START}, analytics.track('A'), 0)")
    visit.page.clock.fast_forward(86_400_000)
    visit.run("(analytics.track('B'), 0)")
    visit.page.clock.fast_forward(3_600_000)
    visit.run("analytics.consent.give()")
    visit.page.clock.resume()
    visit.wait_until_live()
    assert late(visit.requests(), 10) == [None, 3600]


LATE = """<script>{stub}</script>
<script>
  analytics.load({{siteId: 1, serverUrl: "{matomo}"}});
  analytics.page();
  history.pushState({{}}, "", "/b");
  document.title = "B";
  analytics.page();
  analytics.track("Seen");
  history.pushState({{}}, "", "/c");
  document.title = "C";
  function addBundle() {{
    const script = document.createElement("script");
    script.src = "/dist/analytics.full.min.js";
    document.head.appendChild(script);
  }}
</script>"""

SEGMENT = """
  window.analytics = [];
  ["load", "page", "identify", "track"].forEach((method) => {
    analytics[method] = (...given) => {
      if (method !== "load") given.push({
        __t: "bpc", c: undefined, p: location.pathname, u: location.href, s: location.search,
        t: document.title, r: document.referrer,
      })
      analytics.push([method, ...given])
    }
  })"""


def check_late(visit: Visit) -> list[dict[str, Any]]:
    """Calls on two routes have waited in a stub, and the bundle came on a third: what arrived."""
    visit.wait_until_live()
    requests = visit.requests()
    assert [hit["url"].removeprefix(visit.address) for hit in requests] == ["/a.html", "/b", "/b"]
    assert [hit.get("action_name", "") for hit in requests] == ["Shop", "B", ""]
    return requests


def test_segments_snippet(visit: Visit) -> None:
    """Segment's 5.x snippet notes the page's facts with each call."""
    visit.write(LATE.format(stub=SEGMENT, matomo=visit.matomo), "a.html")
    visit.run("addBundle()")
    check_late(visit)


def test_our_snippet(visit: Visit, snippet: str) -> None:
    """Ours does, and the time, too."""
    visit.page.clock.install()
    visit.write(LATE.format(stub=snippet, matomo=visit.matomo), "a.html")
    visit.page.clock.fast_forward(20_000)
    visit.run("addBundle()")
    visit.page.clock.resume()
    assert late(check_late(visit), 10) == [20, 20, 20]


def test_a_callback_among_what_waits(visit: Visit, snippet: str) -> None:
    """A snippet notes the moment behind a callback."""
    visit.write(f"""<script>{snippet}
      analytics.load({{siteId: 1, serverUrl: "{MATOMO}"}});
      analytics.page(() => {{ window.called = true }});
      history.pushState({{}}, "", "/b");
    </script><script src="/dist/analytics.full.min.js"></script>""")
    visit.wait("window.called")
    assert views(visit) == [("/page.html", "Shop")]


def test_a_title_that_is_missing(visit: Visit) -> None:
    """Right after a change of route a title is waited for, and no longer than it takes to come."""
    open_live(visit)
    visit.run("(analytics.page(), go('/home', ''), analytics.page(), analytics.track('Seen'), 0)")
    visit.run("new Promise((done) => setTimeout(() => { document.title = 'Home'; done() }, 300))")
    visit.wait("instruments.pushed.some((one) => /Seen/.test(one.command))")
    assert views(visit) == [("/page.html", "Shell"), ("/home", "Home")]


def test_a_title_that_never_comes(visit: Visit) -> None:
    """After a second the view goes without: an empty title is not the one before."""
    visit.page.clock.install()
    visit.open()
    visit.run(START)
    visit.page.clock.resume()
    visit.wait_until_live()
    visit.run("(analytics.page(), go('/home', ''), analytics.page(), 0)")
    visit.page.clock.fast_forward(1_000)
    visit.wait("instruments.pushed.filter((one) => /trackPageView/.test(one.command)).length > 1")
    assert views(visit) == [("/page.html", "Shell"), ("/home", "")]


def test_a_route_without_a_title_that_is_left_at_once(visit: Visit) -> None:
    """The next route ends the wait; its title is not that of the route before."""
    open_live(visit)
    visit.run(
        "(analytics.page(), go('/a', ''), analytics.page(), go('/b', 'B'), analytics.page(), 0)"
    )
    assert views(visit) == [("/page.html", "Shell"), ("/a", ""), ("/b", "B")]


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"path": "/cart"}, "/cart"),
        ({"path": "/cart", "search": "?size=m"}, "/cart?size=m"),
        ({"path": "/cart", "search": "size=m"}, "/cart"),
        ({"path": "/page.html"}, "/page.html?consent=none"),
        ({"url": "/virtual", "path": "/cart"}, "/virtual"),
        ({"url": ""}, "/page.html?consent=none"),
    ],
)
def test_the_callers_path(visit: Visit, given: dict[str, str], path: str) -> None:
    """A path is the caller's word for a route that the address does not have yet."""
    open_live(visit, "page.html?consent=none")
    visit.run("(given) => { analytics.page('Shop', 'Cart', given) }", given)
    assert [where for where, _ in views(visit)] == [path]


def test_the_callers_path_of_a_route_to_come(visit: Visit) -> None:
    """It is the call's, though the page is there by the time consent is given."""
    visit.open("page.html?consent=load")
    visit.run(f"({START}, analytics.page('Shop', 'Cart', {{path: '/cart'}}), 0)")
    visit.run("(go('/cart?step=2', 'Cart'), analytics.page(), analytics.consent.give(), 0)")
    visit.wait_until_live()
    assert [where for where, _ in views(visit)] == ["/cart", "/cart?step=2"]


@pytest.mark.parametrize(
    "urls", [("{url: 'ftp://a/'}", "{url: 'x'}"), ("{path: 'cart'}", "{path: 'shop/cart'}")]
)
def test_a_url_that_cannot_be_used(urls: tuple[str, str], visit: Visit) -> None:
    """It is warned of once; the views are of the page's address."""
    visit.expect("url: expected")
    open_live(visit)
    visit.run(f"(analytics.page({urls[0]}), analytics.page({urls[1]}), 0)")
    assert [where for where, _ in views(visit)] == ["/page.html"] * 2
    assert len(visit.warnings) == 1
    assert "url" in visit.warnings[0]


@pytest.mark.parametrize("is_late", [False, True])
def test_a_title_that_matomo_would_cut_within_a_letter(is_late: bool, visit: Visit) -> None:
    """The first view, too, has a title that fits; left to the tracker it would be refused."""
    title = "a" + "é" * 600
    if is_late:
        visit.hold_tracker()
    visit.open()
    visit.run(f"(document.title = '{title}', {START}, 0)")
    visit.run("(analytics.page(), 0)")
    if is_late:
        visit.run("(go('/next', 'Next'), 0)")
        visit.release_tracker()
    assert [title for _, title in views(visit)] == ["a" + "é" * 511]
