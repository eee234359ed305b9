"""Text slots."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from paqbridge.native import text
from paqbridge.read.urls import absolute_url
from paqbridge.read.values import event_text, line, money


@pytest.mark.parametrize(
    ("value", "written"),
    [("a", "a"), (5, "5"), (0, "0"), (True, "true"), (1.5, "1.5"), ("", None), (" \t", None),
     (None, None), ({}, None), (["a"], None), (float("nan"), None), (" a ", " a ")],
)  # fmt: skip
def test_text(value: Any, written: str | None) -> None:
    """Text, numbers and booleans are written out, blank text and all else is not given."""
    assert text(value, 200) == written


def test_what_is_a_text_in_json() -> None:
    """A date counts as its text in JSON, as it does where a call waits or a host makes JSON of it;
    it is no amount, and no URL."""
    day = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert event_text(day, 200) == line(day, 200) == "2026-01-02T03:04:05.000Z"
    assert (money(day), absolute_url(day, "https://shop.test/")) == (None, None)
