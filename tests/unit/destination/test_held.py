"""Calls that wait for an answer."""

from __future__ import annotations

import pytest

from paqbridge.destination.held import Held


def test_first_in_first_out() -> None:
    """What is taken is kept no more."""
    calls = Held()
    assert [calls.keep([["a"]]), calls.keep([["b"]])] == [True, True]
    assert calls.take() == [[["a"]], [["b"]]]
    assert calls.take() == []


def test_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest are dropped: of more than the outbox takes, ten thousand."""
    monkeypatch.setattr("paqbridge.destination.held.LIMIT", 1)
    calls = Held()
    assert [calls.keep([["a"]]), calls.keep([["b"]])] == [True, False]
    assert calls.take() == [[["a"]]]
