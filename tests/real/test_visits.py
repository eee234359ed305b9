"""That the stand-in makes visits of hits as Matomo was measured to make them."""

from __future__ import annotations

from typing import Any

import pytest

from demo.matomo_double.hits import Hit
from demo.matomo_double.verdict import verdict_of
from tests.real.visits import visits

Sent = dict[str, str]


def event(action: str, **more: str) -> Sent:
    """The parameters of an event."""
    return {"idsite": "1", "url": "http://shop.test/", "e_c": "C", "e_a": action, **more}


def commerce(revenue: str, **more: str) -> Sent:
    """The parameters of a cart, or with an `ec_id` of an order."""
    return {"idsite": "1", "idgoal": "0", "revenue": revenue, **more}


def told(sent: list[Sent], status: int = 204) -> list[Any]:
    """The visits that these requests make: the user and what was done, in short."""
    hits = [
        Hit(number, "", "POST", "/matomo.php", "url", status, one, verdict_of(one))
        for number, one in enumerate(sent)
    ]
    return [(visit["userId"], *map(short, visit["actionDetails"])) for visit in visits(hits, "1")]


def short(action: dict[str, Any]) -> Any:
    """An action in one word: an event's is its action, a conversion's what it is worth."""
    return action.get("eventAction") or action.get("revenue", action["type"])


CASES: dict[str, tuple[list[Sent], list[Any]]] = {
    "from nobody to a user it is one visit": (
        [event("a"), event("b", uid="ann")],
        [("ann", "a", "b")],
    ),
    "a logout stays in the visit": (
        [event("a", uid="ann"), event("b")],
        [("ann", "a", "b")],
    ),
    "another user begins a visit": (
        [event("a", uid="ann"), event("b"), event("c", uid="bob")],
        [("ann", "a", "b"), ("bob", "c")],
    ),
    "who comes back goes on with the own visit": (
        [event("a", uid="ann"), event("b", uid="bob"), event("c", uid="ann"), event("d")],
        [("bob", "b"), ("ann", "a", "c", "d")],
    ),
    "new_visit begins a visit, which the next user takes": (
        [event("a", uid="ann"), event("b", new_visit="1"), event("c", uid="bob")],
        [("ann", "a"), ("bob", "b", "c")],
    ),
    "an update takes the place of the cart": ([commerce("1"), commerce("2")], [(None, 2)]),
    "an order takes the place of the cart": (
        [commerce("1"), commerce("2", ec_id="o")],
        [(None, 2)],
    ),
    "after an order there is a cart of its own": (
        [commerce("1", ec_id="o"), commerce("2")],
        [(None, 1, 2)],
    ),
    "a goal counts once in a visit": (
        [{"idsite": "1", "idgoal": "1", "revenue": revenue} for revenue in "56"],
        [(None, 5)],
    ),
    "a ping is no action": ([event("a"), {"idsite": "1", "ping": "1"}], [(None, "a")]),
    "another site is another matter": ([{**event("a"), "idsite": "2"}], []),
}


@pytest.mark.parametrize("name", CASES)
def test_rule(name: str) -> None:
    """Each rule of the case table holds."""
    sent, expected = CASES[name]
    assert told(sent) == expected


def test_what_is_refused_is_not_recorded() -> None:
    """A request that was answered with 400 is in no visit."""
    assert told([event("a")], status=400) == []
