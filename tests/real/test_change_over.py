"""A site that changes from matomo.js to our tracker, and back, on a real Matomo.

A stand-in cannot tell: how visitors are known again, and to whom a goal is owed, is the server's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.real.matomo import Matomo
from tests.real.recording import JOURNEYS
from tests.real.stranger import OURS, THEIRS, Stranger, stranger
from tests.support.site import Site
from tests.support.sites import Sites

VIEW, EVENT, GOAL = ["trackPageView"], ["trackEvent", "C", "Asked"], ["trackGoal", 1, 5]
AGO = ["appendToTrackingUrl", "cdo=2400"]
"""Forty minutes ago, so that what follows is another visit."""
VISITORS = 26


@pytest.fixture(scope="module")
def site(sites: Sites) -> Iterator[Site]:
    """A site for the pages."""
    with sites.site(JOURNEYS) as site:
        yield site


@pytest.fixture
def visitor(chromium: Browser, site: Site, real: Matomo) -> Iterator[Stranger]:
    """Who has never been there."""
    with stranger(chromium, site, real) as visitor:
        yield visitor


CHANGES = pytest.mark.parametrize(("first", "then"), [(THEIRS, OURS), (OURS, THEIRS)])


@CHANGES
def test_one_visitor_and_one_visit(visitor: Stranger, first: str, then: str) -> None:
    """Over and back in one visit: the cookies hold it together, all else of the browser changes."""
    visitor.open(first, VIEW, hits=1)
    visitor.look_otherwise()
    visitor.open(then, VIEW, EVENT, hits=2)
    visitor.look_otherwise()
    visitor.open(first, VIEW, GOAL, hits=2)
    assert [kinds(visit) for visit in visitor.visits()] == [
        ["action", "action", "action", "event", "goal"]
    ]


@CHANGES
def test_a_campaign_that_the_other_one_has_seen(visitor: Stranger, first: str, then: str) -> None:
    """A goal of a later visit is owed to the campaign that the first tracker has kept."""
    campaign, query = visitor.word(), "?mtm_kwd=shoes&mtm_campaign="
    visitor.open(first, AGO, VIEW, query=query + campaign, hits=1)
    visitor.open(then, VIEW, GOAL, hits=2)
    visitor.open(first, VIEW, hits=1)
    visits = visitor.visits()
    assert [kinds(visit) for visit in visits] == [["action", "action", "goal"], ["action"]]
    assert [visit["referrerType"] for visit in visits] == ["direct", "campaign"]
    (row,) = visitor.ask("Referrers.getCampaigns")
    assert (row["label"], row["nb_visits"], row["nb_conversions"]) == (campaign, 1, 1)


def test_hits_that_leave_together(chromium: Browser, site: Site, real: Matomo) -> None:
    """First hits of one moment are one visit each time: side by side they would be two."""
    found = []
    for _ in range(VISITORS):
        with stranger(chromium, site, real) as visitor:
            visitor.open(OURS, VIEW, *[EVENT] * 5, hits=6)
            found.append([kinds(visit) for visit in visitor.visits()])
    assert found == [[["action", *["event"] * 5]]] * VISITORS


def kinds(visit: dict[str, Any]) -> list[str]:
    """What was done; reports do not keep the order of a second."""
    return sorted(action["type"] for action in visit["actionDetails"])
