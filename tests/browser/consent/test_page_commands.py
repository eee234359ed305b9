"""What a page tells Matomo's tracker of cookies by itself counts as if it had been said to us."""

from __future__ import annotations

import pytest

from tests.support.consent import names, open_tab, seen, until_arrived, visitors
from tests.support.visit import Visit

SHOP = ["Shop", "before"]


def shop(visit: Visit, mode: str, first: str = "undefined") -> None:
    """Make the calls of a visitor whom nobody has asked yet; ``first`` is the page's own queue."""
    visit.open()
    visit.run(f"(window._paq = {first}, visitShop('{mode}'), 0)")
    visit.wait_until_live()


def say(visit: Visit, command: str, label: str) -> None:
    """Let the page push a command, and call."""
    visit.run(f"(_paq.push(['{command}']), analytics.track('{label}'), 0)")


def test_cookies_are_taken_back(visit: Visit) -> None:
    """A no to cookies, whether the yes was for the page or remembered: what is stored goes."""
    for yes in ("give", "remember"):
        shop(visit, "cookies")
        visit.run(f"(analytics.consent.{yes}(), 0)")
        say(visit, "forgetCookieConsentGiven", "after")
        assert seen(visit) == ("refused", [], ["paqbridge_consent"])
        assert names(visit)[-1] == "after"


def test_cookies_are_allowed_after_a_refusal(visit: Visit) -> None:
    """The refusal is over, here and on later pages."""
    shop(visit, "cookies")
    visit.run("(analytics.consent.withdraw(), 0)")
    say(visit, "setCookieConsentGiven", "after")
    assert seen(visit) == ("given", ["_pk_id", "_pk_ses", "ajs_user_id"], ["ajs_user_id"])
    shop(visit, "cookies")
    assert visit.run("analytics.consent.state()") == "pending"


def test_cookies_are_asked_for(visit: Visit) -> None:
    """Where nobody asks here, the page's question counts: ahead of ours, or later."""
    shop(visit, "none", "[['requireCookieConsent']]")
    assert visitors(visit.requests()) == {""}
    assert seen(visit) == ("pending", [], [])
    visit.run("(analytics.consent.give(), 0)")
    assert seen(visit)[2] == ["ajs_user_id"]
    visit.run("(analytics.consent.withdraw(), 0)")
    visit.run("(localStorage.clear(), 0)")
    shop(visit, "none")
    say(visit, "requireCookieConsent", "after")
    assert visit.run("analytics.consent.state()") == "pending"
    visit.run("(analytics.identify('v'), 0)")
    assert visit.run("localStorage.ajs_user_id") == '"u"'
    say(visit, "setCookieConsentGiven", "given")
    assert seen(visit)[0] == "given"
    assert visit.run("localStorage.ajs_user_id") == '"v"'


def test_a_yes_beside_the_last_call_counts_for_the_next_page(visit: Visit) -> None:
    """Calls in a row share one look at what the page says; the last look is at the page's end."""
    shop(visit, "cookies")
    visit.run(
        "(analytics.track('yes'), _paq.push(['rememberCookieConsentGiven']),"
        " analytics.identify('v'), 0)"
    )
    visit.open()
    assert visit.run("localStorage.ajs_user_id") == '"v"'


def test_tracking_is_allowed_without_cookies(visit: Visit) -> None:
    """Then nothing of ours is stored either."""
    shop(visit, "tracking")
    visit.run("(_paq.push(['setConsentGiven', false]), analytics.track('after'), 0)")
    assert names(visit) == [*SHOP, "after"]
    assert seen(visit) == ("given", [], [])


def test_all_is_asked_for_beside_cookies(visit: Visit) -> None:
    """A yes of ours lets a tracker send that was told to be silent, by an opt-out or a question."""
    for command in ("optUserOut", "requireConsent"):
        for yes in ("give", "remember"):
            shop(visit, "cookies")
            assert names(visit) == SHOP
            say(visit, command, "shut")
            visit.run(f"(analytics.consent.{yes}(), analytics.track('after'), 0)")
            held = [] if command == "optUserOut" else ["shut"]
            assert names(visit) == [*held, "after"]
            visit.run("(analytics.consent.withdraw(), localStorage.clear(), 0)")


MODES = ["none", "tracking", "load"]


def tell(visit: Visit, word: str, label: str) -> str:
    """Let the page push a word to a queue that nobody takes yet, return how it stands, and call."""
    visit.run(f"((window._paq = window._paq || []).push(['{word}']), 0)")
    state: str = visit.run("analytics.consent.state()")
    visit.run(f"(analytics.track('{label}'), 0)")
    return state


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("yes", ["setConsentGiven", "rememberConsentGiven", "forgetUserOptOut"])
def test_a_yes_to_an_earlier_no(yes: str, mode: str, visit: Visit) -> None:
    """Nothing is fetched for who has refused, and nobody else would tell."""
    visit.open()
    visit.run(f"(analytics.consent.withdraw(), visitShop('{mode}'), 0)")
    visit.open()
    visit.run(f"(visitShop('{mode}'), 0)")
    visit.run("(analytics.track('refused'), 0)")
    assert visit.run("analytics.consent.state()") == "refused"
    assert tell(visit, yes, "given") in ("given", "remembered")
    assert names(visit) == ["given"]
    assert "mtm_consent_removed" not in seen(visit)[1]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("no", ["forgetConsentGiven", "optUserOut"])
def test_a_no_ahead_of_the_tracker(no: str, mode: str, visit: Visit) -> None:
    """It drops what waits, and what is called behind it, and counts on later pages."""
    visit.hold_tracker()
    visit.open()
    visit.run(f"(window._paq = [['requireConsent']], visitShop('{mode}'), 0)")
    assert tell(visit, no, "refused") == "refused"
    assert seen(visit)[1] == ["mtm_consent_removed"]
    visit.open()
    visit.run(f"(visitShop('{mode}'), 0)")
    assert tell(visit, "setConsentGiven", "given") == "given"
    visit.release_tracker()
    assert names(visit) == ["given"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("between", ["", "analytics.consent.set('pending'),"])
def test_our_yes_behind_the_pages_no(between: str, mode: str, visit: Visit) -> None:
    """The tracker finds the no in its queue, and hears of the yes all the same."""
    visit.open()
    visit.run(f"(window._paq = [['optUserOut']], visitShop('{mode}'), 0)")
    assert visit.run("analytics.consent.state()") == "refused"
    visit.run(f"({between} analytics.consent.give(), analytics.track('given'), 0)")
    assert names(visit) == ["given"]
    assert visit.run("analytics.consent.state()") == "given"


@pytest.mark.parametrize(
    ("mode", "question"), [("tracking", "requireConsent"), ("cookies", "requireCookieConsent")]
)
def test_the_page_asks_as_well(mode: str, question: str, visit: Visit) -> None:
    """The same question ahead of ours is one: Matomo's tracker complains of two."""
    shop(visit, mode, f"[['{question}'], ['disablePerformanceTracking'], ['enableLinkTracking']]")
    assert visit.run("analytics.consent.state()") == "pending"
    visit.run("(analytics.consent.give(), 0)")
    assert names(visit)[:2] == SHOP
    assert visit.run("analytics.consent.state()") == "given"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("yes", ["give", "remember"])
@pytest.mark.parametrize("last", ["analytics.track('refused'),", ""])
def test_the_pages_no_behind_our_yes(last: str, yes: str, mode: str, visit: Visit) -> None:
    """It ends a yes that is said ahead of the script, whether a call or the tracker finds it.

    What was called with the yes may have left where the tracker does not ask the browser first.
    """
    visit.hold_tracker()
    visit.open()
    visit.run(f"(visitShop('{mode}'), analytics.consent.{yes}(), 0)")
    visit.run(f"(_paq.push(['optUserOut']), {last} 0)")
    visit.release_tracker()
    visit.wait("analytics.consent.state() === 'refused'")
    assert seen(visit) == ("refused", ["mtm_consent_removed"], [])
    visit.run("(analytics.consent.give(), analytics.track('given'), 0)")
    left = names(visit)
    assert "refused" not in left
    assert left[-1] == "given"


def test_our_yes_at_once_behind_the_pages_no(visit: Visit) -> None:
    """Where nobody asks, too: the no in the queue is seen ahead of the answer."""
    visit.hold_tracker()
    visit.open()
    visit.run("(visitShop('none'), _paq.push(['optUserOut']), analytics.track('refused'), 0)")
    visit.run("(analytics.consent.give(), analytics.track('given'), 0)")
    visit.release_tracker()
    assert names(visit) == ["given"]


def test_a_yes_in_another_tab_behind_the_pages_no(visit: Visit) -> None:
    """It counts, though nothing was called between."""
    shop(visit, "tracking")
    visit.run("(analytics.consent.give(), 0)")
    assert names(visit) == SHOP
    other = open_tab(visit)
    visit.run("(_paq.push(['optUserOut']), 0)")
    other.evaluate("(visitShop('tracking'), 0)")
    other.evaluate("(analytics.consent.give(), 0)")
    visit.wait("analytics.consent.state() === 'given' && !/removed/.test(document.cookie)")
    visit.run("(analytics.track('after'), 0)")
    assert "after" in until_arrived(visit, "after")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("no", ["forgetConsentGiven", "optUserOut"])
def test_a_yes_behind_the_no_of_one_page(no: str, mode: str, visit: Visit) -> None:
    """Nothing is fetched for the no, so that both wait in the queue, where the tracker would take
    the yes first; on the next page the no of an earlier one is said once more."""
    for queue in (f"[['requireConsent'], ['{no}']]", "undefined"):
        visit.open()
        visit.run(f"(window._paq = {queue}, visitShop('{mode}'), 0)")
        assert tell(visit, no, "refused") == "refused"
        assert tell(visit, "setConsentGiven", "given") == "given"
        assert names(visit) == ["given"]
        assert (seen(visit)[0], "mtm_consent_removed" in seen(visit)[1]) == ("given", False)
        visit.run("(analytics.consent.withdraw(), 0)")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("no", ["forgetConsentGiven", "optUserOut"])
def test_the_pages_no_once_more(no: str, mode: str, visit: Visit) -> None:
    """The same word behind a yes of ours, ahead of the script, is another no."""
    visit.hold_tracker()
    visit.open()
    visit.run(f"(window._paq = [['{no}']], visitShop('{mode}'), analytics.consent.give(), 0)")
    assert tell(visit, no, "refused") == "refused"
    visit.release_tracker()
    assert seen(visit) == ("refused", ["mtm_consent_removed"], [])
    visit.run("(analytics.consent.give(), analytics.track('given'), 0)")
    assert names(visit) == ["given"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("yes", ["setConsentGiven", "rememberConsentGiven"])
@pytest.mark.parametrize("is_early", [True, False])
def test_the_pages_no_behind_its_yes(is_early: bool, yes: str, mode: str, visit: Visit) -> None:
    """Ahead of the script it counts at once, and nothing that is called behind it ever leaves."""
    visit.hold_tracker()
    visit.open()
    early = f", ['{yes}']" if is_early else ""
    visit.run(f"(window._paq = [['requireConsent']{early}], visitShop('{mode}'), 0)")
    assert tell(visit, yes, "given") == "given"
    assert tell(visit, "optUserOut", "refused") == "refused"
    assert tell(visit, yes, "after") == "given"
    visit.expect(f"The method {yes} is registered more than once")
    visit.release_tracker()
    assert names(visit) == ["after"]
    assert visit.run("analytics.consent.state()") in ("given", "remembered")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("last", "state"),
    [("give({cookies: false})", "given"), ("set('pending')", "pending"), ("withdraw()", "refused")],
)
def test_the_page_remembers_ahead_of_our_last_word(
    last: str, state: str, mode: str, visit: Visit
) -> None:
    """The tracker finds the page's yes in its queue, and nothing of it stays behind ours."""
    visit.hold_tracker()
    visit.open()
    visit.run("(window._paq = [['requireConsent'], ['rememberConsentGiven']], 0)")
    visit.run(f"(visitShop('{mode}'), analytics.consent.{last}, 0)")
    visit.release_tracker()
    assert visit.run("analytics.consent.state()") == state
    kept = {"refused": ["mtm_consent_removed"], "pending": ["ajs_user_id"]}.get(state, [])
    assert seen(visit)[:2] == (state, kept)  # of a question what was stored with consent stays


@pytest.mark.parametrize("no", ["forgetConsentGiven", "optUserOut"])
def test_a_no_to_all_ahead_of_the_tracker(no: str, visit: Visit) -> None:
    """Where cookies alone are asked for it counts as well, and a yes of ours behind it."""
    visit.hold_tracker()
    visit.open()
    visit.run("(visitShop('cookies'), 0)")
    assert tell(visit, no, "refused") == "refused"
    assert seen(visit)[1] == ["mtm_consent_removed"]
    visit.run("(analytics.consent.give(), analytics.track('given'), 0)")
    visit.release_tracker()
    assert names(visit) == ["given"]
    assert seen(visit)[0] == "given"


TAKEN_BACK = ["forgetCookieConsentGiven", "disableCookies", "requireCookieConsent"]


@pytest.mark.parametrize("mode", ["tracking", "load"])
@pytest.mark.parametrize("yes", ["give", "remember"])
@pytest.mark.parametrize("command", TAKEN_BACK)
def test_cookies_are_taken_back_from_a_yes_to_all(
    command: str, yes: str, mode: str, visit: Visit
) -> None:
    """Calls leave, but nothing of ours is stored any more, until the page allows cookies again."""
    visit.open()
    visit.run(f"(visitShop('{mode}'), analytics.consent.{yes}(), 0)")
    visit.wait_until_live()
    assert seen(visit)[2] == ["ajs_user_id"]
    visit.run(f"(_paq.push(['{command}']), 0)")
    status, cookies, texts = seen(visit)
    assert status in ("given", "remembered")
    assert ([name for name in cookies if name != "mtm_consent"], texts) == ([], [])
    visit.run("(analytics.identify('v'), analytics.track('after'), 0)")
    assert seen(visit)[2] == []
    assert names(visit)[-1] == "after"
    visit.run("(_paq.push(['setCookieConsentGiven']), 0)")
    assert seen(visit)[2] == ["ajs_user_id"]
    assert visit.run("localStorage.ajs_user_id") == '"v"'


def test_the_page_disables_cookies_ahead_of_the_tracker(visit: Visit) -> None:
    """Nothing of ours is stored before it is there, either."""
    visit.hold_tracker()
    visit.open()
    visit.run("(window._paq = [['disableCookies']], visitShop('none'), 0)")
    assert seen(visit) == ("pending", [], [])
    visit.release_tracker()
    assert names(visit) == SHOP
    assert seen(visit) == ("pending", [], [])
