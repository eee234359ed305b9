"""A page that puts a function around a method of ours sees what we call by ourselves, too."""

from __future__ import annotations

from tests.support.visit import Visit

PAGE = """<!doctype html><title>Shop</title>
<a id=link href="#a">A</a><button id=button data-analytics-event=Marked>B</button>
<script src="/dist/analytics.full.min.js"></script><script>
seen = []
for (const name of ["page", "identify", "track", "setAnonymousId"]) {
  const own = analytics[name]
  analytics[name] = (...given) => {
    seen.push([name, ...given.filter((one) => one && typeof one !== "function")])
    return own(...given)
  }
}
analytics.trackLink(link, "Followed")
analytics.load({siteId: 1, serverUrl: "MATOMO", htmlEvents: true, queryString: true},
  {initialPageview: true})
</script>"""


def test_what_a_wrapper_sees(visit: Visit) -> None:
    """Calls of the query string, the first page, `pageview`, `push`, links and HTML go through it."""
    visit.hold_tracker()
    visit.site.files["page.html"] = PAGE.replace("MATOMO", visit.matomo)
    visit.open("page.html?ajs_uid=u&ajs_aid=a&ajs_event=Asked")
    visit.wait("seen.length === 4")
    visit.page.click("#link")
    visit.page.click("#button")
    visit.run("analytics.pageview('/next')")
    visit.run("analytics.push(['track', 'Pushed'])")
    assert visit.run("seen") == [
        ["setAnonymousId", "a"],
        ["identify", "u", {}],
        ["track", "Asked", {}],
        ["page"],
        ["track", "Followed"],
        ["track", "Marked", {}],
        ["page", {"path": "/next"}],
        ["track", "Pushed"],
    ]
    tracked = [command[0] for command in visit.queued() if command[0].startswith("track")]
    first = ["trackEvent", "trackPageView", "trackEvent", "trackEvent", "trackPageView"]
    assert tracked == [*first, "trackEvent"]
