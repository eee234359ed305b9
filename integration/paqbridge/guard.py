"""The one guard at the edge: whatever a page passes in, nothing is thrown back into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.native import called


def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``method`` for the page's hands; where it would throw, it answers None.

    Five arguments are as many as any call of Segment's has.
    """

    def call(
        first: Any = None,
        second: Any = None,
        third: Any = None,
        fourth: Any = None,
        fifth: Any = None,
    ) -> Any:
        try:
            return called(method, first, second, third, fourth, fifth)
        except Exception:
            return None

    return call
