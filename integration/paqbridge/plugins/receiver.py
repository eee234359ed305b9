"""What adapters of the full builds do with a destination: start it once, feed it with calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import create_destination
from paqbridge.host import attempt, page_facts
from paqbridge.plugins.consent import consent_of
from paqbridge.read.event import event_of
from paqbridge.settings.wording import short

if TYPE_CHECKING:
    from paqbridge.types import Mapping, Row


def create_receiver(mapping: Mapping, rows: list[Row]) -> Any:
    """Return ``start``, ``accept``, ``stop``, ``is_on`` and ``consent`` of one destination.

    ``start(settings, on_ready)`` starts it once, and after a ``stop`` goes on. ``on_ready`` is
    called once, whatever happens: when the tracker is live or counts as blocked, or where the
    settings allow no start. ``accept(kind, message, options)`` takes a call as a message in
    Segment's common format, and what it says to this destination alone. What is said of consent
    before the start counts.
    """
    destination = create_destination(mapping, rows, short)
    landing: Any = None
    is_on = False
    is_ready = False

    def start(settings: Any, on_ready: Any) -> None:
        nonlocal landing, is_on

        def ready() -> None:
            nonlocal is_ready
            if not is_ready:
                is_ready = True
                attempt(on_ready)

        is_on = True
        if landing is None:
            # It stays None on a server, which has no page: nothing is to pile up there.
            landing = page_facts()["url"]
            if not attempt(lambda: landing and begin(settings, ready)):
                ready()

    def begin(settings: Any, ready: Any) -> bool:
        is_able: bool = destination["configure"](settings)
        if is_able:
            destination["start"](ready)
            destination["load"]()
        return is_able

    def accept(kind: Any, message: Any, options: list[Any]) -> None:
        if is_on:
            event: Any = event_of(kind, message, options)
            if kind == "page":
                event["page"] = {**page_facts(), "landing": landing}
            destination["send"](event)

    def stop() -> None:
        nonlocal is_on
        # The destination itself goes on: hosts still wait for what becomes of the tracker.
        is_on = False

    return {
        "start": start,
        "accept": accept,
        "stop": stop,
        "is_on": lambda: is_on,
        "consent": consent_of(lambda: destination["consent"]),
    }
