"""From a message to the event, with the page's facts of that moment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from paqbridge.calls.message import amend, event_of, full_event_of
from paqbridge.host import latest_route
from tests.support.fake_page import EPOCH, FakePage

HOUR_AGO = EPOCH - 3_600_000

MESSAGE = {
    "event": "Paid",
    "properties": {"a": 1},
    "userId": "u",
    "name": "Cart",
    "category": "Shop",
    "traits": {"b": 2},
    "context": {"c": 3},
    "groupId": "g",
    "other": 4,
}


def test_what_the_lean_mapping_looks_at() -> None:
    """A lean event has four things of the message, and room for what it says to us alone."""
    assert event_of("track", MESSAGE) == {
        "type": "track",
        "event": "Paid",
        "properties": {"a": 1},
        "userId": "u",
        "options": [],
    }


def test_each_event_has_options_of_its_own() -> None:
    """What one call says to us alone is never another's."""
    for made in (event_of, full_event_of):
        made("track", None)["options"].append("mine")
        assert made("track", None)["options"] == []


def test_a_message_that_is_none() -> None:
    """Whatever a host hands over, there is an event."""
    for message in (None, "text", 5, []):
        assert event_of("page", message)["event"] is None


def test_a_page_call_has_the_facts_of_its_moment(fake: FakePage) -> None:
    """URL, title, referrer and time are those of now; a route that comes back is another."""
    fake.location.href = "https://shop.test/a"
    fake.document.title = "A"
    event: Any = full_event_of("page", {**MESSAGE, "page": "forged"})
    fake.document.title = "B"
    assert event["page"] == {
        "url": "https://shop.test/a",
        "title": "A",
        "referrer": "https://shop.test/",
        "canonical": [],
        "route": latest_route(),
    }
    assert (event["here"], event["time"]) == ("https://shop.test/a", EPOCH)
    for _ in range(2):
        full_event_of("page", MESSAGE)
    assert latest_route() == event["page"]["route"]
    for url in ("https://shop.test/b", "https://shop.test/a"):
        fake.location.href = url
        full_event_of("page", MESSAGE)
    assert latest_route() == event["page"]["route"] + 2
    assert [event[name] for name in ("name", "category", "traits", "context", "groupId")] == [
        "Cart", "Shop", {"b": 2}, {"c": 3}, "g"
    ]  # fmt: skip


def test_the_canonical_link_of_a_calls_moment(fake: FakePage) -> None:
    """A host that hands a call over later has noted the link of then, which may have been none."""
    links = ["/a", "https://shop.test/a"]
    for noted in ([], links):
        event: Any = full_event_of("page", {"moment": {"u": "https://shop.test/a", "links": noted}})
        assert event["page"]["canonical"] == noted


MOMENT = {"u": "https://shop.test/then", "t": "Then", "r": "https://before.test/", "d": EPOCH - 5}
HOST = {"page": {"title": "Host", "url": "https://shop.test/", "referrer": "no"}}
TAB = {"page": {"tab_url": "https://shop.test/#/tab"}}


@pytest.mark.parametrize(
    ("message", "url", "title", "time"),
    [
        ({"moment": MOMENT}, MOMENT["u"], "Then", EPOCH - 5),
        ({"moment": {"u": 5, "t": None, "d": "x"}}, "https://shop.test/a", "A", EPOCH),
        ({"moment": "forged"}, "https://shop.test/a", "A", EPOCH),
        ({"context": HOST}, "https://shop.test/a", "A", EPOCH),
        ({"context": TAB}, "https://shop.test/#/tab", "A", EPOCH),
        ({"timestamp": "2027-01-15T08:00:00.000Z"}, "https://shop.test/a", "A", EPOCH),
        ({"timestamp": datetime(2027, 1, 15, 7, tzinfo=UTC)}, "https://shop.test/a", "A", HOUR_AGO),
        ({"timestamp": "2027-01-15T07:00:00Z"}, "https://shop.test/a", "A", HOUR_AGO),
        ({"timestamp": "yesterday"}, "https://shop.test/a", "A", EPOCH),
        ({"timestamp": {}}, "https://shop.test/a", "A", EPOCH),
    ],
)
def test_a_call_that_has_waited_says_of_which_moment_it_is(
    fake: FakePage, message: Any, url: str, title: str, time: int
) -> None:
    """A stub notes the page's facts with a call, a host its title, address and time."""
    fake.location.href = "https://shop.test/a"
    fake.document.title = "A"
    event: Any = full_event_of("page", message)
    assert (event["page"]["url"], event["page"]["title"], event["time"]) == (url, title, time)
    moment = message.get("moment")
    assert event["page"]["referrer"] == (MOMENT["r"] if moment == MOMENT else "https://shop.test/")
    # Links of events that have waited are resolved against the same.
    assert full_event_of("track", message)["here"] == url  # type: ignore[typeddict-item]


def test_a_call_of_another_kind(fake: FakePage) -> None:
    """It has no facts of a page: they would cost each call."""
    event: Any = full_event_of("track", {"moment": MOMENT})
    assert event["page"] is None


def test_what_a_call_has_become(fake: FakePage) -> None:
    """Middleware may change all that a message says, but not of which moment and page it is."""
    event: Any = full_event_of("page", {"event": "Seen", "timestamp": HOUR_AGO})
    before = {**event}
    amend(event, MESSAGE)
    changed = {name: value for name, value in MESSAGE.items() if name != "other"}
    assert event == {**before, **changed}
