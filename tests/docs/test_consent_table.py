"""The tables of docs/consent.md say what the code does in each mode and state."""

from __future__ import annotations

import re

from paqbridge.destination.consent_states import command_of, may_send
from tests.docs.pages import TOP

TEXT = (TOP / "docs/consent.md").read_text("utf-8")


def table(head: str) -> list[list[str]]:
    """Return the rows of the table whose first line begins so, each as its cells."""
    lines = TEXT[TEXT.index(head) :].split("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line]


def words(cell: str) -> list[str]:
    """Return what is in code style."""
    return re.findall(r"`(\w+)`", cell)


def fate(mode: str, status: str) -> str:
    """Say what becomes of a call."""
    if may_send(mode, status, ""):
        return "sent"
    return "held" if status == "pending" else "dropped"


def test_what_is_sent() -> None:
    """Sent, held or dropped, for each state and mode that goes with it."""
    head, _, *rows = table("| how things stand |")
    modes = [words(cell)[0] for cell in head[1:]]
    seen = 0
    for row in rows:
        for status in words(row[0]):
            for mode, cell in zip(modes, row[1:], strict=True):
                assert (mode, status, bool(cell)) == (
                    mode,
                    status,
                    status != "none" or mode == "none",
                )
                assert not cell or fate(mode, status) in cell
                seen += 1
    assert seen == 5 * 4


def test_what_the_tracker_hears() -> None:
    """Each state has its command, of cookies or of everything."""
    head, _, *rows = table("| to |")
    for row in rows:
        (status,) = words(row[0])
        for cell, modes in zip(row[1:], head[1:], strict=True):
            for mode in words(modes):
                assert words(cell) == [command_of(mode, status)]
