"""The classic integration at work in the real analytics.js-core, up to what reaches Matomo."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.visit import Visit

START = 3
BUILDS = ["module", "script"]
SIBLINGS = ["page ", "track guest", "identify ", "track as a", "track nobody", "identify "]
ALL_SIBLINGS = [*SIBLINGS, "track as b"]
USERS = [("Shop", None), ("guest", None), ("as a", "a"), ("nobody", None), ("as b", "b")]


def begin(visit: Visit, way: str = "use", build: str = "module", **more: Any) -> None:
    """Open the page and start the host with ours and the sibling."""
    visit.open()
    code = """([way, build, more]) => {
      window.piwik = host(way, constructors[build], {...settings, ...more})
    }"""
    visit.run(code, [way, build, more])


def users(visit: Visit) -> list[tuple[str, str | None]]:
    """What arrived, by title or event, and its user."""
    return [(hit.get("e_a", hit.get("action_name", "")), hit.get("uid")) for hit in visit.hits()]


def settle(visit: Visit) -> None:
    """Wait until the host has called its ready callbacks."""
    visit.wait("page.ready === 1")


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("way", ["use", "addIntegration", "add"])
def test_each_way_into_the_host(way: str, build: str, shop: Visit) -> None:
    """The host starts it, waits for it, and its calls reach Matomo for the right user."""
    begin(shop, way, build)
    settle(shop)
    assert shop.pushed()[:START] == [
        ["setSiteId", 42],
        ["setTrackerUrl", f"{shop.address}/piwik.php"],
        ["enableLinkTracking"],
    ]
    shop.wait_until_live()
    shop.run("visitShop()")
    assert users(shop) == USERS
    assert shop.run("siblings") == ALL_SIBLINGS


def test_logout_comes_before_the_next_call(shop: Visit) -> None:
    """A host's reset tells integrations nothing: the next call finds out, whatever it is."""
    begin(shop)
    settle(shop)
    shop.run("(analytics.identify('a'), analytics.reset(), 0)")
    assert shop.pushed()[START:] == [["setUserId", "a"]]
    shop.run("analytics.page()")
    assert shop.pushed()[START + 1 :] == [["resetUserId"], ["trackPageView"]]
    shop.run("(analytics.track('x', {}, {integrations: {Piwik: {cvar: {1: ['n', 'v']}}}}), 0)")
    names = [command[0] for command in shop.pushed()[START + 3 :]]
    assert names == ["setCustomVariable", "trackEvent"]


def test_logout_comes_before_variables_and_goals(shop: Visit) -> None:
    """The commands of the call after a logout all belong to nobody."""
    begin(shop, goals={"Paid": 1})
    settle(shop)
    shop.run("(analytics.identify('a'), analytics.reset(), 0)")
    shop.run("(analytics.track('paid', {}, {integrations: {Piwik: {cvar: {1: ['n', 'v']}}}}), 0)")
    names = [command[0] for command in shop.pushed()[START + 1 :]]
    assert names == ["resetUserId", "setCustomVariable", "trackGoal", "trackEvent"]


def test_a_tracker_that_comes_late(shop: Visit) -> None:
    """Calls made before it arrive in order, each for its user."""
    shop.hold_tracker()
    begin(shop)
    shop.run("visitShop()")
    assert shop.run("page.ready") == 0
    shop.release_tracker()
    settle(shop)
    # The first login counts for what the queue holds before it (facts of Matomo, replay order).
    assert users(shop) == [("Shop", "a"), ("guest", "a"), *USERS[2:]]


def test_texts_of_iso_form(shop: Visit) -> None:
    """What the host's facade turns into dates arrives as the text that the page wrote."""
    begin(shop)
    settle(shop)
    shop.run("analytics.identify('2020-01-01')")
    shop.run("""analytics.track('2021-02-03', {
      category: '2020-05-05T10:00:00.000Z', label: '2022-03-04', value: 3
    }, {integrations: {Piwik: {cvar: {1: ['since', '2019-12-31']}}}})""")
    (hit,) = shop.hits()
    assert (hit["uid"], hit["e_a"], hit["e_n"]) == ("2020-01-01", "2021-02-03", "2022-03-04")
    assert (hit["e_c"], hit["cvar"]) == ("2020-05-05T10:00:00.000Z", '{"1":["since","2019-12-31"]}')


def test_options_of_the_moment(shop: Visit) -> None:
    """Goals and limit that are set after the start count from the next call on."""
    begin(shop, goals={"Paid": 1})
    settle(shop)
    shop.run("{ piwik.options.goals = [{key: 'Paid', value: '2'}]; analytics.track('paid'); 0 }")
    shop.run("{ piwik.options.goals = {Paid: ['2', 3]}; analytics.track('paid'); 0 }")
    goals = [command[1] for command in shop.pushed() if command[0] == "trackGoal"]
    assert goals[:1] == ["2"]
    assert goals[1:] == ["2", 3]


def test_reset_takes_it_off_the_page(shop: Visit) -> None:
    """After the integration's reset no queue is left, and calls go nowhere."""
    begin(shop)
    settle(shop)
    shop.run("piwik.reset()")
    assert shop.run("window._paq == null")
    before = len(shop.pushed())
    shop.run("(analytics.track('x'), analytics.page(), 0)")
    assert len(shop.pushed()) == before


def test_a_next_instance_works(shop: Visit) -> None:
    """A second integration after a reset starts anew, with a site of its own."""
    begin(shop)
    settle(shop)
    shop.run("analytics.track('first')")
    assert [hit["idsite"] for hit in shop.hits()] == ["42"]
    shop.run("{ piwik.reset(); delete window.Matomo; delete window.Piwik; page.ready = 0 }")
    shop.run("{ window.piwik = host('use', constructors.script, {...settings, siteId: 43}); 0 }")
    settle(shop)
    shop.run("analytics.track('second')")
    assert [(hit["idsite"], hit["e_a"]) for hit in shop.hits()] == [("43", "second")]


def test_a_reset_before_the_start(shop: Visit) -> None:
    """An instance that is reset before it has started starts as if nothing had happened."""
    shop.open()
    shop.run("{ window.piwik = new constructors.script(settings); piwik.reset(); 0 }")
    shop.run("{ window.analytics = new Analytics(); analytics.add(piwik).initialize(); 0 }")
    shop.run("analytics.track('x')")
    assert users(shop) == [("x", None)]


def test_a_second_start_of_the_instance(shop: Visit) -> None:
    """The script is injected once, and each call sent once."""
    begin(shop)
    settle(shop)
    shop.run("(piwik.initialize(), analytics.track('x'), 0)")
    assert users(shop) == [("x", None)]
    assert shop.run("document.querySelectorAll('script[src$=\"piwik.js\"]').length") == 1


def test_a_second_start_of_the_host(shop: Visit) -> None:
    """A host that is initialized twice makes a second instance; each call is sent once."""
    begin(shop)
    settle(shop)
    shop.run("(analytics.initialize({Piwik: settings}), analytics.track('x'), 0)")
    assert users(shop) == [("x", None)]


def test_a_listener_that_throws(shop: Visit) -> None:
    """Its error is shown, and the listener after it hears the event all the same."""
    shop.expect("paqbridge: a callback threw")
    shop.hold_tracker()
    begin(shop)
    shop.run("""{
      window.heard = []
      piwik.on('other', () => { throw new Error('mine') })
      piwik.on('other', (argument) => { window.heard.push(argument) })
      piwik.emit('other', 5)
    }""")
    (warning,) = shop.warnings
    assert ("Error: mine" in warning, shop.run("heard")) == (True, [5])
