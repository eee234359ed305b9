"""Who the visitor is, where the host or the call says it otherwise than the vectors can."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.mapping.full.identity import may_know
from tests.support.full_mapping import mapped

KNOWN = {"user": "u", "sticky": {"dimension1": "pro"}}


def test_a_hosts_nobody_is_a_logout_once() -> None:
    """A host that tells of no logout shows nobody: that ends the login, and only a login."""
    commands, state, _ = mapped("nobody", {}, KNOWN)
    assert (commands, state["sticky"]) == ([["resetUserId"]], {})
    assert mapped("nobody", {}, state)[0] == []


def test_nobody_keeps_what_is_known_of_an_anonymous_visitor() -> None:
    """Traits of a visitor without an id stay where the host shows nobody again."""
    anonymous = {"user": None, "sticky": {"dimension1": "pro"}}
    assert mapped("nobody", {}, anonymous)[1]["sticky"] == {"dimension1": "pro"}


def test_a_new_visit_needs_a_login_before_it() -> None:
    """The mark waits for the next request, and only after a logout of somebody."""
    for state, is_new in ((KNOWN, True), (None, False)):
        after = mapped("reset", {}, state, newVisitOnReset=True)[1]
        assert (bool(after["is_new_visit"]), bool(after["user"])) == (is_new, False)


def test_a_login_of_an_earlier_page_ends_as_well() -> None:
    """A logout says who was logged in: on this page Matomo may not have heard of it yet."""
    assert mapped("reset", {"userId": "u"})[0] == [["resetUserId"]]
    assert mapped("reset", {})[0] == []


OWNED: Any = {"stored": [["a", "", "", 1, 1]], "stored_sticky": {"dimension1": "pro"}}


@pytest.mark.parametrize(
    ("kind", "message", "is_left"),
    [("nobody", {}, True), ("reset", {}, True), ("page", {"userId": False}, True),
     ("known", {"userId": "b"}, True), ("identify", {"userId": "b"}, True),
     ("known", {"userId": "a"}, False), ("identify", {"userId": "a"}, False),
     ("identify", {}, False), ("page", {}, False), ("group", {"userId": "b"}, False)],
)  # fmt: skip
def test_who_has_logged_out_unseen(kind: Any, message: Any, is_left: bool) -> None:
    """Cart and dimensions that a page kept of somebody are not another's, nor nobody's.

    Nothing is told of that: on this page the tracker has heard of nobody.
    """
    before = {**OWNED, "stored_owner": "a"}
    state = before
    for one, given in ((kind, message), ("page", {})):
        commands, state, _ = mapped(one, {**given, "storable": True}, state, newVisitOnReset=True)
        assert "resetUserId" not in [command[0] for command in commands]
    kept = (len(state["cart"]), state["sticky"])
    assert kept == ((0, {}) if is_left else (1, {"dimension1": "pro"}))
    guest = {**OWNED, "stored_owner": ""}
    state = mapped(kind, {**message, "storable": True}, guest)[1]
    assert len(state["cart"]) == 1


def test_two_ids_of_one_visitor() -> None:
    """After an alias the host may say either of them: what is kept stays with both."""
    settings = {"dimensions": {"traits.plan": 1}, "aliasUserId": True}
    state = mapped("identify", {"userId": "a", "traits": {"plan": "pro"}}, **settings)[1]
    assert state["owner"] == "a"
    state = mapped("alias", {"userId": "b"}, state, **settings)[1]
    assert (state["user"], state["owner"], state["sticky"]) == ("b", None, {"dimension1": "pro"})
    # A logout ends both.
    assert mapped("reset", {}, {**state, "cart": OWNED["stored"]}, **settings)[1]["cart"] == []


def test_whose_it_is_waits_for_storage() -> None:
    """While nothing may be stored nobody knows what there is: nobody is nobody till then."""
    state = mapped("nobody", {}, None)[1]
    state = mapped("page", {}, state)[1]
    state = mapped("page", {"storable": True}, {**state, **OWNED, "stored_owner": "a"})[1]
    assert (state["cart"], state["sticky"]) == ([], {})


def test_a_login_ends_what_a_host_knows() -> None:
    """Who logs in before a host's user may be told is not that user later."""
    state = mapped("known", {"userId": "a"})[1]
    state = mapped("identify", {"userId": "b"}, state)[1]
    assert mapped("page", {"storable": True}, state)[0] == [["trackPageView"]]


def test_only_a_group_call_has_a_group() -> None:
    """A group id beside a login is not the login's."""
    message: Any = {"userId": "u", "groupId": "g"}
    assert mapped("identify", message, groupDimension=7)[1]["sticky"] == {}
    assert mapped("group", message, groupDimension=7)[1]["sticky"] == {"dimension7": "g"}


def test_traits_of_a_call_of_its_own() -> None:
    """A host may put traits beside an event: for that call they go before those of the login."""
    message = {"event": "A", "traits": {"plan": "free"}}
    commands, state, _ = mapped("track", message, KNOWN, dimensions={"traits.plan": 1})
    assert commands[-1][5] == {"dimension1": "free"}
    assert state["sticky"] == {"dimension1": "pro"}


def test_an_address_as_user_id() -> None:
    """A user id that looks like an e-mail address goes out, with one warning of what was seen."""
    commands, _, notes = mapped("identify", {"userId": "ann@shop.test"})
    assert commands == [["setUserId", "ann@shop.test"]]
    warning = "the user id looks like an e-mail address"
    assert notes == [{"text": warning, "received": "ann@shop.test"}]


@pytest.mark.parametrize(
    ("company", "after"),
    [({"plan": None}, {}), ({"plan": ""}, {}), ({"plan": "free"}, {"dimension1": "free"}),
     ({"plan": {}}, KNOWN["sticky"]), ({}, KNOWN["sticky"]), (None, {}), ("", {}),
     (5, KNOWN["sticky"])],
)  # fmt: skip
def test_a_trait_that_is_taken_back(company: Any, after: Any) -> None:
    """A login that says a trait to be nothing takes its dimension back; one without a word not."""
    message = {"userId": "u", "traits": {"company": company}}
    state = mapped("identify", message, KNOWN, dimensions={"traits.company.plan": 1})[1]
    assert state["sticky"] == after


@pytest.mark.parametrize("storable", [True, False, None])
@pytest.mark.parametrize("has_none", [True, False])
def test_who_may_be_remembered(storable: Any, has_none: bool) -> None:
    """Something may be stored, and Matomo may set cookies; a call that does not say so says no."""
    event: Any = {"storable": storable}
    settings: Any = {"disableCookies": has_none}
    assert may_know(event, settings) is (storable is True and not has_none)


def test_a_logout_empties_the_cart() -> None:
    """What the tracker has been told of it is cleared; of an empty one there is nothing to say."""
    line = ["a", "", "", 1, 1]
    told = {"user": "u", "cart": [line], "is_told": True}
    commands, state, _ = mapped("reset", {}, told)
    assert commands == [["resetUserId"], ["clearEcommerceCart"]]
    assert (state["cart"], state["is_told"], state["is_stale"]) == ([], False, False)
    stale = {"user": "u", "cart": [line], "is_stale": True}
    assert mapped("reset", {}, stale)[0] == commands
    commands, state, _ = mapped("reset", {}, {**told, "cart": []})
    assert (commands, state["is_told"]) == ([["resetUserId"]], True)


USERS: Any = {"user": "u", "owner": "u", "cart": [["a", "", "", 1, 1]], "is_told": True}


@pytest.mark.parametrize("kind", ["page", "reset"])
def test_another_tab_has_told_of_the_logout(kind: Any) -> None:
    """The cart that is stored then is the next visitor's, and the visit has been opened there."""
    before = {**USERS, "stored": [["b", "", "", 1, 1]], "stored_owner": ""}
    message = {"userId": False, "storable": True}
    commands, state, _ = mapped(kind, message, before, newVisitOnReset=True)
    assert commands[0] == ["resetUserId"]
    assert ["clearEcommerceCart"] not in commands
    assert ([line[0] for line in state["cart"]], state["is_new_visit"]) == (["b"], False)


@pytest.mark.parametrize("owner", ["u", None])
def test_a_cart_that_another_tab_has_emptied(owner: Any) -> None:
    """What the user puts into it after that is still the user's."""
    state = mapped("page", {}, {**USERS, "stored": [], "stored_owner": owner})[1]
    state = mapped("track", {"event": "E"}, {**state, "cart": USERS["cart"]})[1]
    assert state["owner"] == "u"
    assert mapped("reset", {}, state)[1]["cart"] == []


HELD = {"userId": "b"}


def test_a_host_knows_a_user() -> None:
    """Matomo is told with the next request that something may be stored of; once."""
    state = mapped("known", HELD)[1]
    commands, state, _ = mapped("page", {"storable": True}, state)
    assert commands == [["setUserId", "b"], ["trackPageView"]]
    assert (state["known"], state["is_remembered"], state["owner"]) == (None, True, "b")
    assert mapped("page", {"storable": True}, state)[0] == [["trackPageView"]]
    # The page's own word of the same is none more; after that one it is told again.
    commands, state, _ = mapped("identify", {"userId": "b"}, state)
    assert (commands, state["is_remembered"]) == ([], False)
    commands, state, _ = mapped("identify", {"userId": "b"}, state)
    assert commands == [["setUserId", "b"]]
    commands, state, _ = mapped("identify", {"userId": "c"}, {**state, "is_remembered": True})
    assert commands == [["setUserId", "c"]]


@pytest.mark.parametrize(
    ("before", "settings"),
    [({"user": "b"}, {}), (None, {"rememberUser": False}), (None, {"disableCookies": True})],
)
def test_a_host_knows_nothing_new(before: Any, settings: Any) -> None:
    """Who is told already is not told again, nor where nobody is to be remembered."""
    state = mapped("known", HELD, before, **settings)[1]
    commands = mapped("page", {"storable": True}, state, **settings)[0]
    assert "setUserId" not in [command[0] for command in commands]


@pytest.mark.parametrize(("owner", "is_kept"), [("a", False), ("b", True)])
def test_a_host_knows_another_user(owner: str, is_kept: bool) -> None:
    """What is known of one says nothing of the next, but where another tab has kept it of that."""
    state = mapped("known", HELD, {**KNOWN, "user": "a", "owner": owner})[1]
    commands, state, _ = mapped("page", {"storable": True}, state, dimensions={"traits.plan": 1})
    assert commands[0] == ["setUserId", "b"]
    assert state["sticky"] == (KNOWN["sticky"] if is_kept else {})


def test_a_host_knows_nobody_any_more() -> None:
    """That is a logout, where somebody was told; and then it is over."""
    commands, state, _ = mapped("known", {"userId": False}, KNOWN, newVisitOnReset=True)
    assert (commands, state["is_new_visit"]) == ([["resetUserId"]], True)
    assert (state["user"], state["known"], state["sticky"]) == (None, None, {})
    assert "known" in state
    assert "resetUserId" not in [command[0] for command in mapped("page", {}, state)[0]]


def test_nobody_is_known_as_such() -> None:
    """A host's nobody, whom nobody was before, is no logout later either."""
    state = mapped("nobody", {})[1]
    assert state["known"] is False


def test_what_is_stored_is_not_told() -> None:
    """A cart that another page has kept is none that this tracker knows, which then has others."""
    before = {"user": "u", "cart": [["a", "", "", 1, 1]], "is_told": True}
    state = mapped("page", {}, {**before, "stored": [["b", "", "", 1, 1]]})[1]
    assert (state["is_stale"], state["is_told"]) == (True, False)
    commands, state, _ = mapped("reset", {}, state)
    assert commands == [["resetUserId"], ["clearEcommerceCart"]]
    assert (state["is_stale"], state["is_told"]) == (False, False)
    assert set(state) == set(mapped("page", {})[1])


def test_nobody_is_nobody_once() -> None:
    """What another tab keeps of somebody after that stays."""
    state = mapped("nobody", {})[1]
    state = mapped("page", {"storable": True}, state)[1]
    state = mapped("page", {"storable": True}, {**state, **OWNED, "stored_owner": "a"})[1]
    assert (len(state["cart"]), state["sticky"]) == (1, {"dimension1": "pro"})


def test_a_login_of_who_is_logged_in() -> None:
    """What is known of the user stays."""
    state = mapped("identify", {"userId": "u"}, {**KNOWN, "owner": "u"})[1]
    assert state["sticky"] == KNOWN["sticky"]
