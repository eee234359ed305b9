"""The page of these tests, as a visitor sees it whom nobody has asked yet."""

from __future__ import annotations

from tests.support.visit import Visit


def shop(visit: Visit, mode: str, more: str = "{}") -> None:
    """Open the page, and make its calls; ``more`` are settings."""
    visit.open()
    visit.run(f"visitShop('{mode}', {more})")
