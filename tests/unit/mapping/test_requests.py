"""Searches and links that stand for an event, and a new visit that the next request opens."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.mapping.full.mapping import map_full
from tests.support.full_mapping import accepted, event_of, mapped

SETTINGS: dict[str, Any] = {
    "siteSearchEvents": ["Searched"],
    "linkEvents": ["Left"],
    "downloadEvents": ["Got"],
}


def sent(event: str, **properties: Any) -> Any:
    """Return the commands of a track call."""
    return mapped("track", {"event": event, "properties": properties}, **SETTINGS)[0]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [({"query": "q", "count": 3}, ["trackSiteSearch", "q", False, 3]),
     ({"keyword": "k", "results": "4"}, ["trackSiteSearch", "k", False, 4]),
     ({"query": "q", "count": 0, "results": 4}, ["trackSiteSearch", "q", False, 0]),
     ({"query": "q", "category": "Shoes"}, ["trackSiteSearch", "q", "Shoes", None]),
     ({"query": "0"}, ["trackEvent", "All", "Searched", None, None]),
     ({}, ["trackEvent", "All", "Searched", None, None])],
)  # fmt: skip
def test_a_search(properties: Any, expected: Any) -> None:
    """What was searched for, in which category, with how many results; without a query an event."""
    assert sent("Searched", **properties) == [expected]


def test_dimensions_of_several_requests() -> None:
    """Each request has an object of its own: Matomo's tracker empties the one that it is given."""
    message = {"event": "Paid", "own": {"dimensions": {"4": "gold"}}}
    commands = mapped("track", message, goals={"Paid": 1})[0]
    assert [command[0] for command in commands] == ["trackGoal", "trackEvent"]
    first, second = (command[-1] for command in commands)
    assert first == second == {"dimension4": "gold"}
    assert first is not second


@pytest.mark.parametrize(
    ("event", "properties", "expected"),
    [("Left", {"url": "https://a.test/"}, ["trackLink", "https://a.test/", "link"]),
     ("Got", {"href": "https://a.test/x"}, ["trackLink", "https://a.test/x", "download"]),
     ("Left", {"url": "/x"}, ["trackEvent", "All", "Left", None, None]),
     ("Other", {"url": "https://a.test/"}, ["trackEvent", "All", "Other", None, None])],
)  # fmt: skip
def test_a_link(event: str, properties: Any, expected: Any) -> None:
    """An absolute address makes a link or a download of an event that the settings name."""
    assert sent(event, **properties) == [expected]


def test_the_first_request_opens_the_visit() -> None:
    """The mark is there for the first request of a call only, whatever stands before that."""
    goals = {"Paid": 1}
    own = {"customVars": {"1": ["a", "b"]}}
    message = {"event": "Paid", "own": own}
    commands, state, _ = mapped("track", message, {"is_new_visit": True}, goals=goals)
    assert [command[:2] for command in commands] == [
        ["appendToTrackingUrl", "new_visit=1"],
        ["setCustomVariable", "1"],
        ["trackGoal", 1],
        ["appendToTrackingUrl", ""],
        ["trackEvent", "All"],
    ]
    assert state["is_new_visit"] is False


def test_a_call_without_a_request_opens_nothing() -> None:
    """A call that is left out keeps the mark for the next one."""
    message = {"event": "Noise"}
    events = {"deny": ["Noise"]}
    commands, state, _ = mapped("track", message, {"is_new_visit": True}, events=events)
    assert (commands, state["is_new_visit"]) == ([], True)


@pytest.mark.parametrize("kind", ["page", "track"])
def test_a_call_that_has_waited(kind: Any) -> None:
    """Its requests have its time, and those after it none; without any there is nothing to say."""
    for message, count in (({"event": "E"}, 3), ({"event": "Order Updated", "name": "x"}, 3)):
        event: Any = {**event_of(kind, message), "is_late": True, "time": 5}
        commands = map_full(event, accepted({}), None)[0]
        assert len(commands) == count
        assert (commands[0], commands[-1]) == (["setHitTime", 5], ["setHitTime", 0])
    nothing: Any = {**event_of("track", {"event": None}), "is_late": True, "time": 5}
    assert map_full(nothing, accepted({}), None)[0] == []


@pytest.mark.parametrize("place", ["url", "href"])
def test_where_a_download_leads(place: str) -> None:
    """Either name has its address; what is none is warned of, with what was given."""
    given = {place: "https://shop.test/a.pdf"}
    settings = {"downloadEvents": ["Got It"]}
    commands = mapped("track", {"event": "Got It", "properties": given}, **settings)[0]
    assert commands[-1][:3] == ["trackLink", "https://shop.test/a.pdf", "download"]
    notes = mapped("track", {"event": "Got It", "properties": {place: "a b"}}, **settings)[2]
    text = "url: expected an absolute URL or a path from the root"
    assert notes == [{"text": text, "received": "a b"}]


def test_a_product_without_a_sku() -> None:
    """It is warned of by its name."""
    order = {"order_id": "o", "total": 5, "products": [{"name": "Shirt", "price": 5}]}
    message = {"event": "Order Completed", "properties": order}
    notes = mapped("track", message, ecommerce=True)[2]
    assert notes == [{"text": "a product has no sku", "received": "Shirt"}]
