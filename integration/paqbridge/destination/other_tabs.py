"""Answers on their way to the site's other tabs; nothing of them stays in storage."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.host import on_word, tell_tabs

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

KEY = "paqbridge_answer"

LOOK = 1000
"""Milliseconds between two looks for an answer while calls wait, as the page's pushes are silent.
For so long a yes waits: two tabs that take one at once would draw two visitors."""

GLANCE = 5
"""Milliseconds for which a look at the cookies counts: reading them takes longer than a call."""

BEAT = 100
"""For so many milliseconds a no waits for a yes behind it: what a tab that takes the no leaves
would come after that yes, and end it."""

COOKIELESS = "cookieless"
"""The word of a yes to tracking without cookies; the others are those of the tables."""


def tell(word: str) -> None:
    """Tell an answer."""
    tell_tabs(KEY, word)


def hear(listener: Callable[[Untrusted], object]) -> None:
    """Call ``listener`` with what another tab tells.

    A page that was kept for the way back, or frozen, hears all of it late, one after the other.
    """
    on_word(KEY, listener)
