"""The mutation check: what it makes of mutants, and the list of those that may survive."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutants.report import Mutant, Reason, explained, read_reasons, report, share

TOP = Path(__file__).parents[3]
REASONS = read_reasons(TOP / "tests" / "mutants" / "survivors.toml")
KILLED = Mutant("a.py", "f", "", "", False)
ALIVE = Mutant("b.py", "g", "x = 1", "x = 2", True)
REASON = Reason(*ALIVE[:4], "only its truth counts")


def test_table() -> None:
    """Each module has its line, and all of them one."""
    lines = [line.split() for line in report([KILLED, ALIVE, KILLED], [REASON])]
    assert lines == [
        ["module", "mutants", "killed", "survived", "killed"],
        ["a.py", "2", "2", "0", "100.0", "%"],
        ["b.py", "1", "0", "1", "0.0", "%"],
        ["all", "3", "2", "1", "66.7", "%"],
        [],
        ["only", "66.7", "%", "were", "noticed,", "90", "%", "must", "be"],
    ]


def test_every_survivor_needs_its_reason() -> None:
    """A survivor without one, and a reason without one, each fail the check and are shown."""
    most = [KILLED] * 9
    assert explained([*most, ALIVE], [REASON])
    assert not explained([*most, ALIVE], [])
    assert not explained(most, [REASON])
    assert report([*most, ALIVE], [])[-3:] == ["not noticed: b.py, g", "  - x = 1", "  + x = 2"]
    assert report(most, [REASON])[-2:] == ["no survivor any more: b.py, g", "  + x = 2"]


def test_too_many() -> None:
    """Below nine of ten no reasons help, and no mutants at all are no success."""
    assert not explained([KILLED] * 8 + [ALIVE], [REASON])
    assert (share([]), explained([], [])) == (0, False)


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: f"{reason.function}: {reason.now}")
def test_a_reason_is_about_code_that_is_there(reason: Reason) -> None:
    """The line that an entry speaks of is still in its file, and the reason says something."""
    source = (TOP / "integration" / "paqbridge" / reason.file).read_text("utf-8")
    assert f"def {reason.function}(" in source
    assert reason.was in " ".join(source.split())
    assert reason.now != reason.was
    assert len(reason.why.split()) > 3
