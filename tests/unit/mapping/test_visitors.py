"""Who the visitor is, where the host or the call says it otherwise than the vectors can."""

from __future__ import annotations

from typing import Any

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
