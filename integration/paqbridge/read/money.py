"""Amounts of money, however people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import figures, number

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Number


def money(value: Untrusted) -> Number | None:
    """Return a finite number, or None: what ``number`` reads, and what other scripts write."""
    amount = number(value)
    return number(figures(value)) if amount is None and isinstance(value, str) else amount
