"""From a message to the event, with the page's facts of that moment."""

from __future__ import annotations

from typing import Any

from paqbridge.calls.message import full_events, lean_events
from tests.support.fake_page import FakePage

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
    assert lean_events()("track", MESSAGE) == {
        "type": "track",
        "event": "Paid",
        "properties": {"a": 1},
        "userId": "u",
        "options": [],
    }


def test_each_event_has_options_of_its_own() -> None:
    """What one call says to us alone is never another's."""
    make = lean_events()
    make("track", None)["options"].append("mine")
    assert make("track", None)["options"] == []


def test_a_message_that_is_none() -> None:
    """Whatever a host hands over, there is an event."""
    for message in (None, "text", 5, []):
        assert lean_events()("page", message)["event"] is None


def test_a_page_call_has_the_facts_of_its_moment(fake: FakePage) -> None:
    """URL, title and referrer are those of now, the landing page that of the first moment."""
    fake.location.href = "https://shop.test/"
    make = full_events()
    fake.location.href = "https://shop.test/a"
    fake.document.title = "A"
    event: Any = make("page", {**MESSAGE, "page": "forged"})
    fake.document.title = "B"
    assert event["page"] == {
        "url": "https://shop.test/a",
        "title": "A",
        "referrer": "https://shop.test/",
        "landing": "https://shop.test/",
    }
    assert [event[name] for name in ("name", "category", "traits", "context", "groupId")] == [
        "Cart", "Shop", {"b": 2}, {"c": 3}, "g"
    ]  # fmt: skip
