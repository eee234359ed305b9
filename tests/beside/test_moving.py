"""A site that moves from one of Segment's libraries to ours, and back: who is known stays known."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.beside.compared import compared
from tests.beside.conftest import Side
from tests.beside.differences import drawn_for, even, of
from tests.support.opt_in import EVERY_VECTOR

COUNT = 200 if EVERY_VECTOR else 20


def played(page: Page, sequences: list[dict[str, Any]]) -> list[Any]:
    """Return what sequences of calls leave in the browser, each in a new one."""
    return [one["left"] for one in json.loads(page.evaluate("beside", sequences))]


def arriving(page: Page, pages: list[Any]) -> list[list[dict[str, Any]]]:
    """Return who is known on the page after each of those, and what a call says there."""
    return [compared(one) for one in json.loads(page.evaluate("arriving", pages))]


@pytest.mark.parametrize("library", ["next", "classic"])
def test_there_and_back(library: str, side: Side) -> None:
    """What a page has left says the same to the same library and to the other."""
    sequences = drawn_for(library, COUNT)
    ours, theirs = side("ours"), side(library)
    for before in (ours, theirs):
        pages = played(before, sequences)
        mine, its = arriving(ours, pages), arriving(theirs, pages)
        assert len(mine) == COUNT
        for sequence, one, other in zip(sequences, mine, its, strict=True):
            assert even(of(library), one) == even(of(library), other), sequence
    ours.close()
    theirs.close()
