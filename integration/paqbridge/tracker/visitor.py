"""Who the visitor is: an id of 16 digits, from the cookie, a link of another domain, or drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import as_number, captured_in, changed, floored, sha1, with_all, written
from paqbridge.tracker.address import parameter
from paqbridge.tracker.cookies import cookie, erase, may_keep, name_of, seconds, write
from paqbridge.tracker.text import drawn, refuse

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

LINKED = "^([0-9A-Za-z]{32})$"


def visitor(state: State) -> list[str]:
    """Return ``1`` for a new visitor or ``0``, the id, and the second since when it is one.

    The id is empty where no cookie may be kept.
    """
    name = name_of(state, "id")
    kept = cookie(state, name) if may_keep(state) else ""
    parts = f"{kept}.".split(".")
    given = state["language"]["linked"](state) or state["visitor"]
    now = written(seconds(state))
    if kept != "":
        known = as_number(parts[1]) > 0
        return ["0", given or parts[0], parts[1] if known else now]
    if given == "" and may_keep(state) and state["page"]["takes_cookies"]:
        # Once: a page whose cookies come to nothing would have a visitor a request.
        given = state["drawn"].get(name) or drawn(state, 16)
        state["drawn"] = changed(state["drawn"], name, given)
    return ["1", given, now]


def linked_id(state: State) -> str:
    """Return the id in a link that another domain of the site has led here by; empty without one.

    It counts for a while only, and on the device that has followed the link.
    """
    said = captured_in(LINKED, parameter(state["url"], "pk_vid")) if state["crosses"] else ""
    age = seconds(state) - as_number(said[16:26])
    is_fresh = 0 <= age <= as_number(state["cross_domain_life"])
    return said[:16] if is_fresh and said[26:] == device(state) else ""


def not_linked(state: State) -> str:
    """Return nothing: no link of another domain tells who the visitor is."""
    return ""


def device(state: State) -> str:
    """Return six digits that stand for this browser; ``matomo.js`` has the same ones."""
    page = state["page"]
    return sha1(page["browser"] + as_json(page["features"]))[:6]


def as_json(features: str) -> str:
    """Return what requests say of a browser as an object in JSON."""
    return '{"' + with_all(with_all(features[1:], "&", '","'), "=", '":"') + '"}'


def link_text(state: State) -> str:
    """Return what a link to another domain of the site says of the visitor.

    The second has begun: to ``matomo.js`` there a later one would be of no visitor.
    """
    return f"{visitor_id(state)}{floored(state['facts']['now'] / 1000)}{device(state)}"


def keep_visitor(state: State, person: list[str]) -> None:
    """Write the visitor's cookie, which ends 13 months after it was made first, or with the browser
    where its life is no number."""
    if may_keep(state) and state["site"]:
        name = name_of(state, "id")
        left = as_number(person[2]) + as_number(state["visitor_life"]) - seconds(state)
        if left <= 0:
            erase(state, name)
        else:
            write(state, name, f"{person[1]}.{person[2]}.", left)


def set_visitor_id(state: State, given: Untrusted) -> None:
    """Take an id of the page's own, that has 16 digits in it: the server takes its first."""
    if captured_in("([0-9a-f]{16})", written(given).lower()) == "":
        refuse(state)
    else:
        state["visitor"] = written(given)
        keep_visitor(state, ["0", written(given), written(seconds(state))])


def visitor_info(state: State) -> list[str]:
    """Return what is known of the visitor, as ``matomo.js`` lists it, and keep it."""
    person = visitor(state)
    keep_visitor(state, person)
    return person


def visitor_id(state: State) -> str:
    """Return the visitor's id, and keep it."""
    return visitor_info(state)[1]
