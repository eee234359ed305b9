"""What every build tells of a call that is not sent."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.explain import hooks


def told(entry: bool = True) -> Any:
    """Return what is concluded of a call that finds no place, and of one at a wrong time."""
    said: list[Any] = []
    event: Any = {}
    if entry:
        event["entry"] = {"conclude": lambda entry, place: said.append(place)}
    hooks.crowded(event)
    hooks.not_at_work(event)
    return said


def test_the_journal_is_told() -> None:
    """The outcome and the reason, in the words of the journal."""
    assert told() == [
        ["not sent", "10,000 calls wait already"],
        ["not sent", "the settings are not usable: a warning in the console says why"],
    ]


def test_there_may_be_no_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the build that explains has one, and in production nobody even looks."""
    assert told(entry=False) == []
    monkeypatch.setattr(hooks, "NOTES", False)
    assert told() == []
