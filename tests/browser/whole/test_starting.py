"""The start: what a URL may ask for, routes, the module, names that others have."""

from __future__ import annotations

import pytest

from tests.support.visit import Visit

FULL = '<script src="/dist/analytics.full.min.js"></script>'


def started(visit: Visit, options: str, query: str = "") -> None:
    """Open a page whose URL has this end, and load with these options."""
    visit.hold_tracker()
    visit.site.files["page.html"] = f"""<!doctype html><title>Shop</title>{FULL}<script>
      window.heard = []
      for (const name of ['identify', 'track', 'page'])
        analytics.on(name, (...given) => heard.push([name, ...given.slice(0, 2)]))
      analytics.load({{siteId: 1, serverUrl: "{visit.matomo}", {options}}})
      </script>"""
    visit.open("page.html" + query)


ASKS = "?ajs_uid=u%40b&ajs_trait_plan=a+b&ajs_event=E&ajs_prop_x=1&ajs_aid=anon&ajs_other=%"


def test_no_url_says_who_the_visitor_is(visit: Visit) -> None:
    """Nothing of the query counts where nobody has asked for it."""
    started(visit, "", ASKS)
    assert visit.run("[heard.length, analytics.user().id()]") == [0, None]


def test_the_query(visit: Visit) -> None:
    """Where it is asked for, the anonymous id comes first, then login and event."""
    started(visit, "queryString: true", ASKS)
    assert visit.run("heard") == [["identify", "u@b", {"plan": "a b"}], ["track", "E", {"x": "1"}]]
    assert visit.run("analytics.user().anonymousId()") == "anon"


def test_patterns_limit_ids(visit: Visit) -> None:
    """An id that has not the form is not taken."""
    started(
        visit, "queryString: true, useQueryString: {uid: /^\\\\d+$/}".replace("\\\\", "\\"), ASKS
    )
    assert visit.run("heard") == [["track", "E", {"x": "1"}]]


def test_a_query_that_is_switched_off(visit: Visit) -> None:
    """Segment's option says that nothing of it counts."""
    started(visit, "queryString: true, useQueryString: false", ASKS)
    assert visit.run("[heard.length, analytics.user().id()]") == [0, None]


def test_the_query_of_a_route(visit: Visit) -> None:
    """It is looked at where the address has no other."""
    started(visit, "queryString: true", "#/route?ajs_uid=u&ajs_aid=")
    assert visit.run("heard") == [["identify", "u", {}]]


@pytest.mark.parametrize("navigation", ["", "undefined", "{items: []}", "document.documentElement"])
def test_routes(navigation: str, visit: Visit) -> None:
    """Each new address is a page, once; the same address is none, and wrappers go on working.

    So it is where a browser has nothing to say it with, or a page has its own by that name.
    """
    if navigation:
        visit.context.add_init_script(
            f"Object.defineProperty(window, 'navigation', {{get: () => ({navigation})}})"
        )
    started(visit, "autoPages: true")
    visit.run("""(() => {
      const before = history.pushState
      history.pushState = function () { heard.push('wrapped'); return before.apply(this, arguments) }
      history.pushState({}, '', '/a')
      history.replaceState({}, '', '/a')
      history.pushState({}, '', '/b#c')
    })()""")
    visit.wait("heard.length === 4")
    assert [one if isinstance(one, str) else one[0] for one in visit.run("heard")] == [
        "wrapped", "page", "wrapped", "page",
    ]  # fmt: skip


def test_the_module(visit: Visit) -> None:
    """It starts, and leaves the page's own ``analytics`` alone."""
    visit.hold_tracker()
    visit.write(f"""<script>window.analytics = 'mine'</script><script type="module">
      import {{ load, analytics }} from '/dist/analytics.mjs'
      analytics.track('early')
      window.mine = load({{siteId: 1, serverUrl: "{visit.matomo}"}})
      window.isSame = mine === analytics
      </script>""")
    visit.wait("window.mine")
    assert visit.run("[isSame, window.analytics, mine.initialized]") == [True, "mine", True]
    assert visit.queued()[-1][2] == "early"


def test_the_module_with_a_name(visit: Visit) -> None:
    """With ``globalAnalyticsKey`` it has that name on the page."""
    visit.hold_tracker()
    visit.write(f"""<script type="module">
      import {{ load }} from '/dist/analytics.mjs'
      load({{siteId: 1, serverUrl: "{visit.matomo}"}}, {{globalAnalyticsKey: 'ours'}})
      </script>""")
    visit.wait("window.ours && ours.initialized")
    assert visit.run("typeof analytics") == "undefined"


def test_another_name_by_attribute(visit: Visit) -> None:
    """The script element can say under which name the page has it."""
    visit.hold_tracker()
    visit.write("""<script>window.ours = [['track', 'queued']]</script>
      <script data-global-segment-analytics-key="ours" src="/dist/analytics.full.min.js"></script>""")
    visit.run("(matomo) => ours.load({siteId: 1, serverUrl: matomo})", visit.matomo)
    assert visit.run("typeof analytics") == "undefined"
    assert visit.queued()[-1][2] == "queued"


def test_no_conflict(visit: Visit) -> None:
    """What was there before comes back; the library is returned."""
    visit.hold_tracker()
    visit.write(f"<script>window.analytics = {{mine: 1}}</script>{FULL}")
    assert visit.run("typeof analytics.noConflict().track") == "function"
    assert visit.run("analytics.mine") == 1


def test_ready_settles(visit: Visit) -> None:
    """Its promise is kept when the tracker is there or counts as blocked."""
    visit.set_tracker("missing")
    visit.expect("blocked", "404")
    visit.write(FULL)
    visit.run("(matomo) => { analytics.load({siteId: 1, serverUrl: matomo}) }", visit.matomo)
    assert visit.run("analytics.ready(() => { window.called = true }).then(() => true)") is True
    visit.wait("window.called")


@pytest.mark.parametrize(
    "form",
    [
        "load('KEY', {integrations: {Piwik: S}})",
        "load('KEY', {integrations: {Matomo: S}})",
        "load({writeKey: 'KEY'}, {integrations: {Piwik: S}})",
        "load({writeKey: 'KEY', integrations: {Piwik: S}})",
        "load(S)",
        "initialize({Piwik: S})",
        "init({Piwik: S}, {initialPageview: true})",
    ],
)
def test_forms_of_load(form: str, visit: Visit) -> None:
    """Settings are found in every form."""
    visit.hold_tracker()
    visit.write(FULL)
    settings = {"siteId": 7, "serverUrl": visit.matomo}
    visit.run(f"(S) => void analytics.{form}", settings)
    assert visit.queued()[0] == ["setSiteId", 7]
    if "initialPageview" in form:
        visit.wait("_paq.some(([name]) => name === 'trackPageView')")
    visit.run("new Promise((resolve) => setTimeout(resolve))")
    assert (["trackPageView"] in visit.queued()) == ("initialPageview" in form)


def test_the_first_page_comes_last(visit: Visit) -> None:
    """``initialPageview`` stands behind the calls of a stub, as in Segment's newer library."""
    visit.hold_tracker()
    visit.write(f"""<script>
      analytics = [["load", {{siteId: 1, serverUrl: "{visit.matomo}"}}, {{initialPageview: true}}],
        ["track", "E"], ["page", "N"], ["track", "F"]]</script>{FULL}""")
    visit.wait("_paq.filter(([name]) => name === 'trackPageView').length === 2")
    names = [command[0] for command in visit.queued() if command[0].startswith("track")]
    assert names == ["trackEvent", "trackPageView", "trackEvent", "trackPageView"]
