"""Nothing is sent or stored before consent; after it everything arrives, in its order."""

from __future__ import annotations

import pytest

from tests.browser.consent.shop import shop
from tests.support.consent import ALL_MODES, ASKING, from_all_tabs, names, open_tab, seen, visitors
from tests.support.visit import Visit

SCRIPTS = "document.scripts.length"
SHOP = ["Shop", "before"]


def test_tracking(visit: Visit) -> None:
    """Until consent no request and nothing stored; then what was held, and what comes after."""
    shop(visit, "tracking")
    visit.wait_until_live()
    assert visit.pushed() == [["requireConsent"]]
    assert seen(visit) == ("pending", [], [])
    visit.run("(analytics.consent.give(), analytics.track('after'), 0)")
    assert names(visit) == [*SHOP, "after"]
    assert seen(visit) == ("given", ["_pk_id", "_pk_ses", "ajs_user_id"], ["ajs_user_id"])


def test_tracking_without_cookies(visit: Visit) -> None:
    """Consent to tracking may leave cookies out: then nothing of ours is stored either."""
    shop(visit, "tracking")
    visit.wait_until_live()
    visit.run("analytics.consent.give({cookies: false})")
    assert ["setConsentGiven", False] in visit.pushed()
    assert names(visit) == SHOP
    assert seen(visit) == ("given", [], [])


def test_cookies(visit: Visit) -> None:
    """With consent to cookies alone, tracking begins at once, and without cookies."""
    shop(visit, "cookies")
    assert visit.pushed()[0] == ["requireCookieConsent"]
    assert names(visit) == SHOP
    assert seen(visit) == ("pending", [], [])
    visit.run("analytics.consent.give()")
    assert visit.pushed()[-1] == ["setCookieConsentGiven"]
    assert seen(visit)[2] == ["ajs_user_id"]


def test_load(visit: Visit) -> None:
    """With load nothing is fetched before consent, and ready does not wait for it."""
    visit.open()
    before = visit.run(SCRIPTS)
    visit.run("visitShop('load')")
    visit.wait("page.ready === 1")
    assert visit.run(f"[typeof _paq, {SCRIPTS}]") == ["undefined", before]
    assert seen(visit) == ("pending", [], [])
    visit.run("analytics.consent.give()")
    assert names(visit) == SHOP
    assert visit.pushed()[:3] == [
        ["setSiteId", 1],
        ["setTrackerUrl", f"{visit.address}/piwik.php"],
        ["enableLinkTracking"],
    ]


def test_functions_of_the_page_stamp_calls(visit: Visit) -> None:
    """What a consent tool's middleware says of a call counts, also where all wait for that."""
    visit.open()
    visit.run("""
      window.preferences = {}
      analytics.addSourceMiddleware(({ payload, next }) => {
        payload.obj.context.consent = { categoryPreferences: preferences }
        next(payload)
      })
      analytics.load({ siteId: 1, serverUrl: location.origin, consentWithEvents: ['C1'] })
      for (const said of [undefined, false, true, undefined]) {
        preferences = { C1: said }
        analytics.track(`${said}`)
      }""")
    visit.wait_until_live()
    assert names(visit) == ["true"]
    assert visit.run("analytics.consent.state()") == "given"


def test_every_route_that_has_waited(visit: Visit) -> None:
    """Matomo would keep the latest view only: each arrives, with the address of its moment."""
    shop(visit, "tracking")
    visit.wait_until_live()
    for route in ("/shirts", "/cart"):
        visit.run(f"(history.pushState({{}}, '', '{route}'), analytics.page())")
    visit.run("(history.pushState({}, '', '/thanks'), analytics.consent.give())")
    views = [hit for hit in visit.requests() if "action_name" in hit]
    assert [view["url"].removeprefix(visit.address) for view in views] == [
        "/page.html", "/shirts", "/cart"
    ]  # fmt: skip


@pytest.mark.parametrize("mode", ["none", "tracking", "load"])
def test_what_is_made_while_refused_never_leaves(mode: str, visit: Visit) -> None:
    """Nor what was made before, and waited; a later consent begins anew."""
    shop(visit, mode)
    if mode == "none":
        assert names(visit) == SHOP
    visit.run("(analytics.consent.withdraw(), analytics.page(), analytics.track('refused'), 0)")
    visit.run("(analytics.consent.give(), analytics.track('after'), 0)")
    hits = [hit for hit in visit.hits() if "ping" not in hit]
    # The user is the site's own, and is told as soon as that may be.
    assert [(hit["e_a"], hit["uid"]) for hit in hits] == [("after", "u")]


@pytest.mark.parametrize("mode", ALL_MODES)
def test_a_refusal_erases(mode: str, visit: Visit) -> None:
    """Cookies of Matomo's and ours, the cart, and what is to come, on later pages as well."""
    shop(visit, mode, "{ecommerce: true}")
    visit.wait("analytics.consent.state()")
    visit.run("(analytics.consent.give(), analytics.track('Product Added', {sku: 's', price: 2}))")
    assert names(visit)[:2] == SHOP
    assert set(seen(visit)[1]) >= {"_pk_id", "ajs_user_id"}
    visit.run("analytics.consent.withdraw()")
    mark = (["mtm_consent_removed"], [])
    expected = ("refused", *(mark if mode != "cookies" else ([], ["paqbridge_consent"])))
    assert seen(visit) == expected
    assert visit.run("analytics.user().id()") == "u"
    visit.run("analytics.track('refused')")
    if mode == "cookies":
        assert names(visit) == ["refused"]
    visit.open()
    visit.run(f"(visitShop('{mode}'), analytics.track('refused'), 0)")
    assert seen(visit) == expected
    arrived = names(visit) if mode == "cookies" else []
    assert ("refused" in arrived) is (mode == "cookies")
    visit.run("(analytics.consent.give(), analytics.track('after'))")
    assert names(visit)[-1] == "after"
    assert seen(visit)[0] == "given"


@pytest.mark.parametrize("mode", ASKING)
def test_a_refusal_on_a_page_that_waits(mode: str, visit: Visit) -> None:
    """What an earlier page with consent has stored goes, by logout and by refusal."""
    for forget in ("reset()", "consent.withdraw()"):
        shop(visit, mode)
        visit.run("(analytics.consent.give(), 0)")
        assert "u" in [hit.get("uid") for hit in visit.hits()]
        visit.open()
        visit.run(f"analytics.load({{siteId: 1, serverUrl: location.origin, consent: '{mode}'}})")
        assert visit.run("analytics.user().id()") == "u"
        visit.run(f"analytics.{forget}")
        visit.open()
        visit.run(f"analytics.load({{siteId: 1, serverUrl: location.origin, consent: '{mode}'}})")
        visit.run("(analytics.consent.give(), analytics.track('who'), 0)")
        who = [hit for hit in visit.hits() if hit.get("e_a") == "who"][-1]
        assert (visit.run("analytics.user().id()"), who.get("uid")) == (None, None)
        visit.context.clear_cookies()
        visit.run("localStorage.clear()")


@pytest.mark.parametrize("mode", ASKING)
def test_one_visitor_where_each_page_says_yes(mode: str, visit: Visit) -> None:
    """A platform that answers on each page keeps one visitor; before its yes nothing has an id."""
    hits = []
    for _ in range(3):
        shop(visit, mode)
        if mode == "cookies":
            pending = visit.requests()
            assert visitors(pending) == {""}
            hits += pending
        visit.run("(analytics.consent.give(), analytics.track('after'), 0)")
        hits += visit.requests()
    assert [hit["e_a"] for hit in hits if "e_a" in hit] == ["before", "after"] * 3
    assert len(visitors(hits) - {""}) == 1
    # Cookies alone: what is sent before the yes is of nobody.
    assert ("" in visitors(hits)) is (mode == "cookies")


def test_a_page_that_is_left_without_an_answer(visit: Visit) -> None:
    """Matomo would delete its cookies there, and make another visitor."""
    hits = []
    for answer in ("give()", "state()", "give()"):
        shop(visit, "tracking")
        visit.wait_until_live()
        visit.run(f"analytics.consent.{answer}")
        hits += [] if answer == "state()" else visit.requests()
    assert [hit["e_a"] for hit in hits if "e_a" in hit] == ["before", "before"]
    assert len(visitors(hits)) == 1


def test_remembered(visit: Visit) -> None:
    """A consent that Matomo remembers counts on the next page."""
    shop(visit, "tracking")
    visit.wait_until_live()
    visit.run("analytics.consent.remember(2)")
    assert names(visit) == SHOP
    assert ["rememberConsentGiven", 2] in visit.pushed()
    shop(visit, "tracking")
    assert visit.run("analytics.consent.state()") == "remembered"
    assert names(visit) == SHOP


def test_remembered_ahead_of_the_script(visit: Visit) -> None:
    """So does one of a page that is left before Matomo's script has come."""
    visit.hold_tracker()
    shop(visit, "load")
    visit.run("analytics.consent.remember(2)")
    shop(visit, "load")
    assert visit.run("analytics.consent.state()") == "remembered"
    visit.release_tracker()


@pytest.mark.parametrize(
    "before", ["(analytics.consent.give(), 0)", "analytics.consent.set('given')"]
)
def test_said_before_the_start(before: str, visit: Visit) -> None:
    """What a consent tool says before load counts from the start on, and is done once."""
    visit.open()
    visit.run(before)
    visit.run("visitShop('load')")
    assert names(visit) == SHOP
    assert visit.run("[...document.scripts].filter((one) => /piwik/.test(one.src)).length") == 1


def test_refused_before_the_start(visit: Visit) -> None:
    """Calls of that time never leave, though the answer changes before load."""
    visit.open()
    visit.run("""(analytics.track('before'), analytics.consent.withdraw(),
      analytics.track('refused'), analytics.consent.give(), analytics.track('after'), 0)""")
    visit.run("analytics.load({siteId: 1, serverUrl: location.origin, consent: 'tracking'})")
    assert names(visit) == ["after"]


def test_no_consent_needed(visit: Visit) -> None:
    """Without the setting nothing is asked; a yes says nothing."""
    shop(visit, "none")
    visit.run("(analytics.consent.give(), analytics.consent.remember())")
    assert names(visit) == SHOP
    assert visit.run("analytics.consent.state()") == "none"
    assert [one for one in visit.pushed() if "Consent" in one[0]] == []


@pytest.mark.parametrize("mode", ALL_MODES)
def test_no_answer_is_no_refusal(mode: str, visit: Visit) -> None:
    """Pending forgets and writes nothing, and what is made meanwhile leaves with a yes."""
    visit.open()
    visit.run("analytics.consent.set('pending')")
    visit.run(f"visitShop('{mode}')")
    assert seen(visit) == ("pending", [], [])
    visit.run("(analytics.consent.set('pending'), analytics.track('more'))")
    visit.run("analytics.consent.set('given')")
    assert names(visit) == [*SHOP, "more"]


def test_a_visitor_who_is_asked_again(visit: Visit) -> None:
    """What was refused once may be asked again: the answer is open then, and nothing is lost."""
    shop(visit, "load")
    visit.run("analytics.consent.withdraw()")
    shop(visit, "load")
    assert visit.run("analytics.consent.state()") == "refused"
    visit.run("(analytics.consent.set('pending'), analytics.page(), analytics.consent.give(), 0)")
    assert names(visit) == ["Shop"]


def test_matomos_own_opt_out(visit: Visit) -> None:
    """It counts in every mode, and its next page does not write the visitor's cookies."""
    shop(visit, "none")
    assert names(visit) == SHOP
    visit.run("_paq.push(['optUserOut'])")
    assert seen(visit) == ("refused", ["mtm_consent_removed"], [])
    for mode in ALL_MODES:
        shop(visit, mode)
        visit.wait("page.ready === 1")
        assert seen(visit) == ("refused", ["mtm_consent_removed"], [])
        assert visit.run("typeof _paq") == "undefined"


@pytest.mark.parametrize("begun", [False, True])
def test_the_pages_own_commands(begun: bool, visit: Visit) -> None:
    """A page that asks by Matomo's own commands: calls wait with us, since Matomo loses views."""
    visit.open()
    if begun:
        visit.run("visitShop('none')")
        assert names(visit) == SHOP
        visit.run("_paq.push(['requireConsent'])")
    else:
        visit.run("window._paq = [['requireConsent']]")
        visit.run("visitShop('none')")
    visit.run("(history.pushState({}, '', '/shirts'), analytics.page(), analytics.page())")
    assert visit.run("analytics.consent.state()") == "pending"
    visit.run("_paq.push(['rememberConsentGiven'])")
    # No other call: it is looked for while calls wait.
    visit.wait("_paq.push !== Array.prototype.push")
    visit.wait("analytics.consent.state() === 'remembered'")
    assert names(visit) == [*([] if begun else SHOP), "Shop", "Shop"]
    visit.run("(_paq.push(['forgetConsentGiven']), analytics.track('refused'))")
    assert seen(visit) == ("refused", ["mtm_consent_removed"], [])


@pytest.mark.parametrize("mode", ASKING)
@pytest.mark.parametrize("answer", ["give", "remember"])
def test_a_yes_in_another_tab(answer: str, mode: str, visit: Visit) -> None:
    """It counts here, and what has waited leaves."""
    shop(visit, mode)
    other = open_tab(visit)
    other.evaluate(f"visitShop('{mode}')")
    other.evaluate(f"(analytics.consent.{answer}(), 0)")
    visit.wait("['given', 'remembered'].includes(analytics.consent.state())")
    visit.run("analytics.track('here')")
    assert sorted(from_all_tabs(visit, 5)) == sorted([*SHOP, "here", *SHOP])
    assert visit.run("localStorage.ajs_user_id") == '"u"'


@pytest.mark.parametrize("mode", ALL_MODES)
def test_a_no_in_another_tab(mode: str, visit: Visit) -> None:
    """It counts here, at the next call, and nothing is written any more."""
    shop(visit, mode)
    visit.run("(analytics.consent.give(), 0)")
    assert names(visit) == SHOP
    other = open_tab(visit)
    other.evaluate(f"visitShop('{mode}')")
    other.evaluate("(analytics.consent.withdraw(), 0)")
    visit.wait("analytics.consent.state() === 'refused'")
    visit.run("(analytics.track('refused'), analytics.identify('v'), 0)")
    marks = ([], ["paqbridge_consent"]) if mode == "cookies" else (["mtm_consent_removed"], [])
    # The other tab's tracker is told as soon as it is there, if one is to come at all.
    other.wait_for_function("!window._paq || _paq.push !== Array.prototype.push")
    visit.wait("!/_pk_/.test(document.cookie)")
    assert seen(visit) == ("refused", *marks)


SAID = """analytics.track('before'); analytics.consent.withdraw(); analytics.track('refused');
  analytics.consent.set('pending'); analytics.track('held'); SAY; analytics.track('after')"""


@pytest.mark.parametrize("say", ["consent.give()", "consent.remember(3)", "consent.set('given')"])
def test_the_snippet(say: str, visit: Visit, snippet: str) -> None:
    """What is said ahead of the bundle counts, in its order, with the same object as after it."""
    visit.write(f"""<script>{snippet}
      const {{ consent }} = analytics;
      analytics.load({{ siteId: 1, serverUrl: location.origin, consent: 'load' }});
      {SAID.replace("SAY", "analytics." + say)};
      const addBundle = () => {{
        const script = document.createElement('script');
        script.src = '/dist/analytics.full.min.js';
        document.head.append(script);
        return new Promise((done) => {{ script.onload = done }});
      }};
    </script>""")
    visit.run("addBundle()")
    assert names(visit) == ["held", "after"]
    assert visit.run("analytics.consent.state()") in ("given", "remembered")
    visit.run("(consent.withdraw(), analytics.track('refused'))")
    assert visit.run("analytics.consent.state()") == "refused"


def test_a_tab_of_a_sister_domain(visit: Visit) -> None:
    """With a cookieDomain of both, a refusal and a remembered yes of one count in the other."""
    home = visit.address.partition("//www.")[2]
    more = f"{{cookieDomain: '.{home.partition(':')[0]}'}}"
    shop(visit, "tracking", more)
    visit.wait_until_live()
    sister = open_tab(visit, f"http://help.{home}/page.html")
    sister.evaluate(f"visitShop('tracking', {more})")
    visit.run("(analytics.consent.remember(), 0)")
    sister.wait_for_function("analytics.consent.state() === 'remembered'")
    assert sorted(from_all_tabs(visit, 4)) == sorted([*SHOP, *SHOP])
    sister.evaluate("(analytics.consent.withdraw(), 0)")
    visit.run("(analytics.track('refused'), 0)")
    assert visit.run("analytics.consent.state()") == "refused"
    assert "refused" not in from_all_tabs(visit, 4)
