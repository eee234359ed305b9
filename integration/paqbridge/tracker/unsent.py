"""Requests that could not be sent: kept where a page asks for that, and sent once more.

They are kept in memory alone: in a browser's storage they would outlive the page, and a visitor's
refusal on another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import as_number, floored
from paqbridge.tracker.consent import forget_consent, refresh
from paqbridge.tracker.cookies import seconds
from paqbridge.tracker.pace import flush
from paqbridge.tracker.text import emit, refuse

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Request, State

DAY = 86400
"""Seconds: for what is older, Matomo wants a token."""

LIMIT = 1000
"""Requests: who asks for more is refused."""


def set_offline_queue(state: State, given: Untrusted) -> None:
    """Keep so many requests at most, the latest; with 0, which is the default, none."""
    most = as_number(given)
    if 0 <= most <= LIMIT:
        state["most_unsent"] = floored(most)
        state["unsent"] = latest(state, state["unsent"])
        emit(state, "online")
    else:
        refuse(state)


def latest(state: State, requests: list[Request]) -> list[Request]:
    """Return the latest of some requests, as many as may be kept."""
    over = len(requests) - state["most_unsent"]
    return requests[over:] if over > 0 else requests


def keeps_unsent(state: State) -> bool:
    """Tell whether what could not be sent is kept."""
    return state["most_unsent"] > 0


def keep_unsent(state: State, requests: list[Request]) -> list[Request]:
    """Keep requests that could not be sent; return those that were sent before, which are lost."""
    now = seconds(state)
    fresh: list[Request] = [
        {"text": one["text"], "callback": one["callback"], "at": now}
        for one in requests
        if not one.get("at")
    ]
    state["unsent"] = latest(state, [*state["unsent"], *fresh])
    return [one for one in requests if one.get("at")]


def resend(state: State) -> None:
    """Send what is kept, in its order, ahead of what waits for its turn.

    Each says how many seconds ago it was. Without consent they are dropped.
    """
    now = seconds(state)
    kept = state["unsent"]
    state["unsent"] = []
    refresh(state)
    if len(kept) > 0 and state["has_consent"] and not state["is_off"]:
        again: list[Request] = [
            {**one, "text": one["text"] + f"&cdo={now - one['at']}"}
            for one in kept
            if now - one["at"] < DAY
        ]
        state["pending"] = [*again, *state["pending"]]
        flush(state)


def forget_all(state: State, hours: Untrusted) -> None:
    """Withdraw consent; what is kept is dropped with it."""
    state["unsent"] = []
    forget_consent(state, hours)
