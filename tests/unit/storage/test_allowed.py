"""What may be kept in the visitor's browser."""

from __future__ import annotations

from paqbridge.storage.allowed import keep_text, save, saves, shut
from tests.support.fake_page import FakePage


def test_nothing_is_stored_while_it_is_shut(fake: FakePage) -> None:
    """No text, until it is open again."""
    shut(True)
    keep_text("a", "1")
    assert fake.localStorage.items == {}
    shut(False)
    keep_text("a", "1")
    assert fake.localStorage.items == {"a": "1"}


def test_what_is_there_can_be_deleted_all_the_same(fake: FakePage) -> None:
    """No consent is no reason to keep what an earlier page has stored."""
    keep_text("a", "1")
    shut(True)
    keep_text("a", None)
    assert fake.localStorage.items == {}


def test_everybody_saves(fake: FakePage) -> None:
    """Who holds something in memory hears of it each time, in the order of their coming."""
    heard: list[tuple[str, bool]] = []
    saves(lambda is_allowed: heard.append(("first", is_allowed)))
    saves(lambda is_allowed: heard.append(("second", is_allowed)))
    save(True)
    save(False)
    assert heard == [("first", True), ("second", True), ("first", False), ("second", False)]
