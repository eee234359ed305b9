"""What adapters of the full builds do with a destination: start it once, feed it with calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import create_destination
from paqbridge.host import attempt, page_facts
from paqbridge.plugins.consent import consent_of
from paqbridge.read.event import event_of

if TYPE_CHECKING:
    from paqbridge.types import Mapping, Row


def create_receiver(mapping: Mapping, rows: list[Row]) -> Any:
    """Return ``start``, ``accept``, ``stop`` and ``consent`` of one destination.

    ``accept(kind, message, options)`` takes a call as a message in Segment's common format, and
    what it says to this destination alone. What is said of consent before the start counts.
    """
    destination = create_destination(mapping, rows)
    landing: Any = None

    def begin(settings: Any, on_ready: Any) -> None:
        nonlocal landing
        landing = page_facts()["url"]
        start(destination, settings, on_ready)

    return {
        "start": begin,
        "accept": lambda kind, message, options: destination["send"](
            call_of(kind, message, options, landing)
        ),
        "stop": destination["stop"],
        "consent": consent_of(lambda: destination["consent"]),
    }


def call_of(kind: Any, message: Any, options: list[Any], landing: Any) -> Any:
    """Return a call's record; that of a page has the page's facts, and where the visit landed."""
    event: Any = event_of(kind, message, options)
    if kind == "page":
        event["page"] = {**page_facts(), "landing": landing}
    return event


def start(destination: Any, settings: Any, on_ready: Any) -> None:
    """Start a destination. ``on_ready`` is called once, whatever happens.

    That is when the tracker is live or counts as blocked, or where the settings allow no start.
    """
    is_ready = False

    def ready() -> None:
        nonlocal is_ready
        if not is_ready:
            is_ready = True
            attempt(on_ready)

    def begin() -> bool:
        is_able: bool = destination["configure"](settings)
        if is_able:
            destination["start"](ready)
            destination["load"]()
        return is_able

    if not attempt(begin):
        ready()
