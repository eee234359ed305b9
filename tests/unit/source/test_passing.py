"""What others are told of a call."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.passing import changed_options, heard_of

MESSAGE: dict[str, Any] = {
    "event": "E",
    "properties": {"p": 1},
    "userId": "u",
    "previousId": "before",
    "groupId": "g",
    "traits": {"t": 1},
    "category": "C",
    "name": "N",
    "context": {"page": {"url": "/"}},
}
OPTIONS = {"o": 1}


@pytest.mark.parametrize(
    ("kind", "heard"),
    [
        ("track", ["E", {"p": 1}]),
        ("alias", ["u", "before"]),
        ("identify", ["u", {"t": 1}]),
        ("group", ["g", {"t": 1}]),
        ("page", ["C", "N", {"p": 1}]),
        ("screen", ["C", "N", {"p": 1}]),
    ],
)
def test_what_listeners_hear(kind: str, heard: list[Any]) -> None:
    """The arguments of the call, as they were sorted out, and its options last."""
    told = {**OPTIONS, "context": MESSAGE["context"]} if kind in ("page", "screen") else OPTIONS
    assert heard_of(kind, MESSAGE, OPTIONS) == [*heard, told]


def test_what_options_say_of_the_page() -> None:
    """Listeners are told where the page was; what the page has passed stays as it is."""
    options = {"context": {"ip": "0", "page": {"url": "/own"}}}
    heard = heard_of("page", MESSAGE, options)
    assert heard[3] == {"context": {"ip": "0", "page": {"url": "/"}}}
    assert options == {"context": {"ip": "0", "page": {"url": "/own"}}}


def test_a_page_without_a_name() -> None:
    """Category and name that are not given are null to Segment."""
    assert heard_of("page", {"properties": {}}, None) == [None, None, {}, None]
    assert heard_of("page", {"properties": {}}, "text") == [None, None, {}, "text"]


def test_what_middleware_has_switched() -> None:
    """Only what differs from what counts for all calls goes to this one's options."""
    passed = {"integrations": {"All": True, "Piwik": False, "Own": True}, "context": {"c": 2}}
    options = {"integrations": {"Own": False, "Kept": True}, "context": {"c": 1}, "other": 1}
    assert changed_options(options, passed, {"All": True, "Piwik": True}) == {
        "integrations": {"Own": True, "Kept": True, "Piwik": False},
        "context": {"c": 2},
        "other": 1,
    }
    assert changed_options(None, passed, {}) == passed
