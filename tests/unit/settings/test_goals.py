"""The goals setting becomes a folded table."""

from __future__ import annotations

from typing import Any

from paqbridge.settings.goals import goal_table


def check(given: Any) -> tuple[Any, list[str]]:
    """Fold goals; return them, and where the complaints are about."""
    places: list[str] = []
    row: Any = {}
    return goal_table(given, row, lambda row, at, received: places.append(at)), places


def test_forms() -> None:
    """A map, a map of lists and the dashboard's list say the same (segment 28)."""
    table = {"signedup": [1], "paid": [2, "3"]}
    assert check({"Signed Up": 1, "paid": [2, "3"]}) == (table, [])
    pairs = [{"key": "signed_up", "value": 1}, {"key": "Paid", "value": [2, "3"]}]
    assert check(pairs) == (table, [])


def test_malformed_goals_are_reported_and_skipped() -> None:
    """One bad goal costs that goal only, and is named (segment 29)."""
    table, places = check({"Good": 1, "Bad": 1.7, "Worse": "abc"})
    assert table == {"good": [1]}
    assert places == [".Bad", ".Worse"]


def test_spellings_share_their_goals() -> None:
    """Keys that fold to one name keep all their ids, each once."""
    assert check({"Signed Up": [1, 1], "signed_up": [2, 1]})[0] == {"signedup": [1, 2]}
