"""Visits made of hits by Matomo's rules, in the form of its Live.getLastVisitsDetails.

All hits of a stand-in come from one browser and one address, so that to Matomo they are of one
visitor, whatever the cookies say: only user ids and ``new_visit`` tell visits apart. Which scope
a custom dimension has is not known here: visits and actions have them all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from demo.matomo_double.hits import Hit
from tests.real.details import CART, ORDER, Detail, detail, dimensions

Visit = dict[str, Any]


def visits(hits: Iterable[Hit], site: str) -> list[Visit]:
    """The visits to a site; the one with the last action is the last."""
    found: list[Visit] = []
    for hit in hits:
        if hit.status < 400 and hit.parameters.get("idsite") == site:
            visit = visit_of(hit.parameters, found)
            visit["userId"] = hit.parameters.get("uid", visit["userId"])
            visit |= dimensions(hit.parameters)
            done = detail(hit.parameters)
            if done:
                visit["actionDetails"] = with_action(visit["actionDetails"], done)
            found = [*(one for one in found if one is not visit), visit]
    return found


def visit_of(parameters: dict[str, str], found: list[Visit]) -> Visit:
    """The visit that a request is part of: its user's last one, else the last one of all.

    A visit that has a user does not take another one; one without a user does.
    """
    user = parameters.get("uid")
    free = [visit for visit in found[-1:] if not user or visit["userId"] is None]
    own = [visit for visit in found if user and visit["userId"] == user]
    known = [*free, *own]
    if known and not parameters.get("new_visit"):
        return known[-1]
    return {"userId": None, "actionDetails": []}


def with_action(actions: list[Detail], done: Detail) -> list[Detail]:
    """The actions of a visit after one more.

    A visit has at most one abandoned cart: an update takes its place, and so does an order. A goal
    counts once in a visit, unless it is set up otherwise.
    """
    if done["type"] in (CART, ORDER):
        actions = [action for action in actions if action["type"] != CART]
    if done["type"] == "goal" and done["goalId"] in [one.get("goalId") for one in actions]:
        return actions
    return [*actions, done]
