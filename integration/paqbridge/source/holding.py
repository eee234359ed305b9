"""A click or a submit is held back until those who track it have sent what they have to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.elements import at_end, is_prevented, prevent
from paqbridge.host import attempt, later

if TYPE_CHECKING:
    from paqbridge.source.owner import Owner
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.source import Held, Holdings, Way

PATIENCE = 1000
"""Milliseconds after which a visitor goes on, even if nobody says that an event is delivered."""

HOLDINGS: Holdings = {"heard": None, "held": None}
"""The event that was heard of last, and that which is held back: a page goes to one place only."""


def hold(
    owner: Owner, event: Untrusted, element: Untrusted, given: list[Untrusted], way: Way
) -> None:
    """Track what is ``given`` of an event, and hold the event till then, if there is a way on.

    Nothing is held where the page prevents the event, before us or after.
    """
    heard = HOLDINGS["heard"]
    is_new = heard is None or heard["event"] != event
    held = {"event": event, "go": None, "waiting": 0} if heard is None or is_new else heard
    HOLDINGS["heard"] = held
    held["waiting"] += 1
    is_done = False

    def done() -> None:
        nonlocal is_done
        if not is_done:
            is_done = True
            held["waiting"] -= 1
            go_on()

    # The timer first, in case that nothing else works.
    later(done, PATIENCE)
    owner.call("track", [*given, done])
    at_end(event, lambda: settle(held, lambda: way(event, element)))


def settle(held: Held, way: Callable[[], Action | None]) -> None:
    """Hold an event back, unless the page has other plans with it; it takes an earlier's place.

    Its way is looked for now: listeners put the visitor's id into an address, or another target.
    """
    held["go"] = held["go"] or attempt(way)
    if held["go"] and not is_prevented(held["event"]):
        prevent(held["event"])
        HOLDINGS["held"] = held
        go_on()


def go_on() -> None:
    """Go on with what is held, once, as soon as nobody waits for it."""
    held = HOLDINGS["held"]
    if held and held["go"] and held["waiting"] == 0:
        HOLDINGS["held"] = None
        held["go"]()
