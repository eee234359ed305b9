"""A user whom an earlier page has left, or another tab: storage goes before memory."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.page_parts import LOADED
from tests.support.visit import Visit

ADD = "(analytics.track('Product Added', {sku: '%s', price: 2}), 0)"


def users(visit: Visit) -> list[str | None]:
    """The user of each request that arrived, pings left out."""
    return [hit.get("uid") for hit in visit.requests() if "ping" not in hit]


def cart(visit: Visit) -> list[str]:
    """The products of the last cart that arrived."""
    carts = [hit for hit in visit.requests() if hit.get("idgoal") == "0"]
    return [line[0] for line in json.loads(carts[-1]["ec_items"])]


def log_in(visit: Visit, code: str = "analytics.identify('u')") -> None:
    """Log in on a page of its own."""
    visit.open()
    visit.wait_until_live()
    visit.run(f"({code}, analytics.track('In'), 0)")
    visit.requests()


def test_on_the_next_page(visit: Visit) -> None:
    """The first request has the user already, and setUserId follows the three opening commands."""
    log_in(visit)
    visit.open()
    visit.run("(analytics.page(), 0)")
    assert visit.pushed()[3:5] == [["setUserId", "u"], ["trackPageView"]]
    assert users(visit) == ["u"]


def test_in_the_lean_build(visit: Visit) -> None:
    """The lean standalone does, too; a logout on that page is one of the user."""
    visit.write(LOADED)
    visit.run("(analytics.identify(7), 0)")
    visit.write(LOADED)
    visit.run("(analytics.page(), analytics.reset(), analytics.track('Out'), 0)")
    assert users(visit) == ["7", None]


def test_the_same_user_twice(visit: Visit) -> None:
    """Two logins of one user before the tracker are one, and hold nothing back; another's do."""
    visit.hold_tracker()
    visit.open()
    visit.run("(analytics.identify('u'), analytics.identify('u', {plan: 'pro'}), 0)")
    visit.run("(analytics.alias('v'), analytics.identify('u'), analytics.track('Seen'), 0)")
    assert [command[0] for command in visit.queued()[3:]] == ["setUserId", "trackEvent"]
    visit.run("(analytics.identify('other'), analytics.track('Other'), 0)")
    assert [command[0] for command in visit.queued()[3:]] == ["setUserId", "trackEvent"]
    visit.release_tracker()
    assert users(visit) == ["u", "other"]


@pytest.mark.parametrize("user", ["u", "other"])
@pytest.mark.parametrize("query", ["?rememberUser=false", "?"])
def test_a_login_after_a_logout_before_the_tracker(visit: Visit, query: str, user: str) -> None:
    """The tracker takes a login ahead of its queue: behind a logout it has to wait."""
    log_in(visit)
    visit.hold_tracker()
    visit.open("page.html" + query)
    visit.run("(analytics.track('Seen'), analytics.reset(), analytics.track('Out'), 0)")
    visit.run("(user) => { analytics.identify(user); analytics.track('In') }", user)
    visit.release_tracker()
    assert users(visit)[-1] == user


def test_the_page_says_it_again(visit: Visit) -> None:
    """An identify of the same user is told once, and holds nothing back."""
    log_in(visit)
    visit.hold_tracker()
    visit.open()
    visit.run("(analytics.page(), analytics.identify('u'), analytics.track('Seen'), 0)")
    assert [command[0] for command in visit.queued()].count("setUserId") == 1
    assert visit.queued()[-1][0] == "trackEvent"
    visit.release_tracker()
    assert users(visit) == ["u", "u"]


@pytest.mark.parametrize("settings", ["disableCookies=true", "rememberUser=false"])
def test_where_it_is_not_wanted(visit: Visit, settings: str) -> None:
    """Without cookies, or where the setting says so, a page tells only what it says itself."""
    log_in(visit)
    visit.open(f"page.html?{settings}")
    visit.run("(analytics.page(), 0)")
    assert users(visit) == [None]


def test_not_before_consent(visit: Visit) -> None:
    """With consent to cookies pending nobody is told; after it the next request has the user."""
    log_in(visit)
    visit.open("page.html?consent=cookies")
    visit.wait_until_live()
    visit.run("(analytics.page(), 0)")
    assert users(visit) == [None]
    visit.run("(analytics.consent.give(), analytics.track('Seen'), 0)")
    assert users(visit)[-1] == "u"


def test_after_consent_to_all(visit: Visit) -> None:
    """What waited for consent goes with the user."""
    log_in(visit)
    visit.open("page.html?consent=load")
    visit.run("(analytics.page(), analytics.consent.give(), 0)")
    visit.wait_until_live()
    assert users(visit) == ["u"]


def test_another_tab_logs_out_and_in(visit: Visit) -> None:
    """Each request is of the user that storage has when it is made."""
    log_in(visit)
    # A logout takes both; either one alone brings the other back.
    visit.context.clear_cookies()
    visit.run("(localStorage.removeItem('ajs_user_id'), analytics.track('Out'), 0)")
    visit.run("(localStorage.setItem('ajs_user_id', '\"other\"'), analytics.track('In'), 0)")
    visit.run("(analytics.track('Still'), 0)")
    assert users(visit) == [None, "other", "other"]
    assert visit.run("analytics.user().id()") == "other"


def test_dimensions_of_user_and_group_stay(visit: Visit) -> None:
    """Over page loads, until the logout; a trait of nothing clears its dimension."""
    log_in(visit, "analytics.identify('u', {plan: 'pro', secret: 'x'}), analytics.group('g')")
    assert "secret" not in visit.run("localStorage.paqbridge")
    visit.open()
    visit.wait_until_live()
    visit.run("(analytics.page(), analytics.identify('u', {plan: null}), analytics.page(), 0)")
    seen = [(hit.get("dimension3"), hit.get("dimension4")) for hit in visit.requests()]
    assert seen == [("pro", "g"), (None, "g")]
    visit.run("(analytics.reset(), 0)")
    visit.open()
    visit.run("(analytics.page(), 0)")
    assert [hit.get("dimension4") for hit in visit.requests()] == [None]


@pytest.mark.parametrize(
    ("traits", "plan"),
    [("{plan: null}", None), ("{plan: ''}", None), ("{plan: undefined}", "pro"), ("{}", "pro")],
)
def test_a_trait_that_is_taken_back(visit: Visit, traits: str, plan: str | None) -> None:
    """Null and a blank text say that there is none; undefined says nothing, held or not."""
    log_in(visit, "analytics.identify('u', {plan: 'pro'})")
    visit.run(f"(analytics.identify('u', {traits}), analytics.track('Seen'), 0)")
    (hit,) = visit.requests()
    assert hit.get("dimension3") == plan


def test_without_cookies_no_dimension_is_kept(visit: Visit) -> None:
    """Nobody is to be known again: what was mapped of user and group lasts as long as the page."""
    visit.open("page.html?disableCookies=true")
    visit.wait_until_live()
    visit.run("(analytics.identify('u', {plan: 'pro'}), analytics.group('g'), 0)")
    visit.run(ADD % "a")
    assert "pro" not in visit.run("localStorage.paqbridge")
    # What is on its way from this page is none of the next one's.
    visit.requests()
    visit.open("page.html?disableCookies=true")
    visit.run("(analytics.page(), 0)")
    assert [hit.get("dimension3") for hit in visit.requests()] == [None]


def test_without_cookies_nothing_of_an_earlier_page_is_told(visit: Visit) -> None:
    """Nor what was kept while there were some; what this page says stays, whatever tabs do."""
    log_in(visit, "analytics.identify('u', {plan: 'pro'})")
    visit.open("page.html?disableCookies=true")
    visit.wait_until_live()
    visit.run("(analytics.page(), analytics.identify('u', {plan: 'free'}), 0)")
    with visit.context.new_page() as other:
        other.goto(f"{visit.address}/page.html?disableCookies=true")
        other.evaluate(f"({ADD % 'a'}, 0)")
    visit.run("(analytics.track('Seen'), 0)")
    told = [hit.get("dimension3") for hit in visit.requests() if hit.get("e_a") != "Product Added"]
    assert [one for one in told if one] == ["free"]


def test_another_users_login_takes_nothing_over(visit: Visit) -> None:
    """What was known of the user of the page before is not the next one's."""
    log_in(visit, "analytics.identify('u', {plan: 'pro'})")
    visit.open()
    visit.wait_until_live()
    visit.run("(analytics.identify('v'), analytics.page(), 0)")
    hits = visit.requests()
    assert [(hit.get("uid"), hit.get("dimension3")) for hit in hits] == [("v", None)]


@pytest.mark.parametrize("then", ["0", "analytics.identify('v')"])
def test_another_tabs_login_brings_its_dimensions(visit: Visit, then: str) -> None:
    """What is stored is of the user of there: this page's requests have it, whoever tells of it."""
    log_in(visit, "analytics.identify('u', {plan: 'pro'})")
    with visit.context.new_page() as other:
        other.goto(f"{visit.address}/page.html")
        other.evaluate("(analytics.identify('v', {plan: 'free'}), 0)")
    visit.wait("localStorage.paqbridge.includes('free')")  # another tab's come in their own time
    visit.run(f"({then}, analytics.page(), 0)")
    (view,) = [hit for hit in visit.requests() if "action_name" in hit]
    assert (view.get("uid"), view.get("dimension3")) == ("v", "free")


@pytest.mark.parametrize("answer", ["give", "remember"])
def test_what_was_in_memory_is_stored_with_consent(visit: Visit, answer: str) -> None:
    """A page may be left right after the answer, without another call."""
    visit.open("page.html?consent=cookies")
    visit.wait_until_live()
    visit.run("(analytics.identify('u', {plan: 'pro'}), 0)")
    visit.run(ADD % "a")
    assert visit.run("localStorage.length") == 0
    visit.run(f"(analytics.consent.{answer}(), 0)")
    visit.requests()
    visit.open()
    visit.wait_until_live()
    visit.run(ADD % "b")
    assert cart(visit) == ["a", "b"]


def test_a_cart_of_two_tabs(visit: Visit) -> None:
    """What another tab has added is in this one's next cart; after an order elsewhere nothing is."""
    visit.open()
    visit.wait_until_live()
    visit.run(ADD % "a")
    first: Any = visit.run("localStorage.paqbridge")
    both = first.replace('[["a"', '[["b","","",2,1],["a"')
    visit.run("(text) => { localStorage.paqbridge = text }", both)
    visit.run(ADD % "c")
    assert cart(visit) == ["b", "a", "c"]
    visit.run("localStorage.removeItem('paqbridge')")
    visit.run(ADD % "d")
    assert cart(visit) == ["d"]


def test_a_logout_empties_the_cart(visit: Visit) -> None:
    """Locally, without a cart update; who comes next begins with an empty one."""
    log_in(visit)
    visit.run(ADD % "a")
    visit.requests()
    visit.run("(analytics.reset(), analytics.track('Out'), 0)")
    assert [hit.get("idgoal") for hit in visit.requests()] == [None]
    visit.run(ADD % "b")
    assert cart(visit) == ["b"]


def test_a_cart_of_after_a_logout_in_another_tab(visit: Visit) -> None:
    """What a guest has put into it there is in this tab's next cart; what the user had is not."""
    log_in(visit)
    visit.run(ADD % "a")
    with visit.context.new_page() as other:
        other.goto(f"{visit.address}/page.html")
        other.evaluate(f"(analytics.reset(), {ADD % 'b'}, 0)")
    visit.wait("!localStorage.paqbridge.includes('\"a\"')")  # another tab's come in their own time
    visit.run(ADD % "c")
    assert cart(visit) == ["b", "c"]


def test_a_reset_before_a_login_leaves_the_cart(visit: Visit) -> None:
    """A guest's cart is the guest's."""
    visit.open()
    visit.wait_until_live()
    visit.run(ADD % "a")
    visit.run("(analytics.reset(), 0)")
    visit.run(ADD % "b")
    assert cart(visit) == ["a", "b"]
