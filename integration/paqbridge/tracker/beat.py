"""The heart beat: how long a page was looked at, told when that ends.

There are no regular pings. One goes when the page loses the focus, is hidden or left, if it had the
focus for a while, and nothing was sent in that time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import as_number
from paqbridge.tracker.pace import left
from paqbridge.tracker.pages import ping
from paqbridge.tracker.text import emit

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

SHORTEST = 5


def enable_beat(state: State, given: Untrusted) -> None:
    """Have it told after so many seconds, 15 where nothing is said."""
    seconds = as_number(given) if given else 15
    if state["beat"] == 0:
        emit(state, "focus")
    state["beat"] = (seconds if seconds > SHORTEST else SHORTEST) * 1000


def focused(state: State) -> None:
    """Note that the page has the focus."""
    state["focused_at"] = state["facts"]["now"]


def blurred(state: State) -> None:
    """Send a ping where one is due."""
    due = state["facts"]["now"] - state["beat"]
    is_due = state["focused_at"] <= due and state["sent_at"] <= due
    if state["beat"] > 0 and state["gate"] > 0 and is_due:
        ping(state)


def looked_away(state: State) -> None:
    """Send all that may be sent, and a ping where one is due: the page is hidden, or goes."""
    blurred(state)
    left(state)
