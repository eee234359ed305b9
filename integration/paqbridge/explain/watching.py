"""The parts of a full build, each as it is, but that the journal is told of what they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from paqbridge.explain.omissions import omissions
from paqbridge.explain.whereabouts import LATE

if TYPE_CHECKING:
    from paqbridge.explain.journal import Journal
    from paqbridge.types.command import Mapped, Mapping, State
    from paqbridge.types.destination import Send
    from paqbridge.types.event import Event, EventMaker, Kind
    from paqbridge.types.explain import Entry
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import FullSettings, Settings


def watched_event(make: EventMaker, journal: Journal) -> EventMaker:
    """Return ``make``, but that each event has an entry in the journal."""

    def make_watched(kind: Kind, message: Untrusted) -> Event:
        event = make(kind, message)
        journal.begin(event)
        return event

    return make_watched


def watched_pace(
    pace: Callable[[Settings, Send], Send], journal: Journal
) -> Callable[[Settings, Send], Send]:
    """Return ``pace``, but that an event which comes to it counts as held for its title."""

    def begin(settings: Settings, send: Send) -> Send:
        def send_known(event: Event) -> None:
            journal.turn_to(event)
            send(event)

        paced = pace(settings, send_known)

        def send_watched(event: Event) -> None:
            cast("Entry", event["entry"])["place"] = LATE
            paced(event)

        return send_watched

    return begin


def watched_mapping(mapping: Mapping, journal: Journal) -> Mapping:
    """Return ``mapping``, but that the journal knows the commands, and what was left out."""

    def run(event: Event, settings: Settings, state: State) -> Mapped:
        commands, after, notes = mapping(event, settings, state)
        left_out = omissions(event, cast("FullSettings", settings), state, commands)
        journal.describe(event, commands, [*left_out, *notes])
        return commands, after, notes

    return run
