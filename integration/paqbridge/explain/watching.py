"""The parts of a full build, each as it is, but that the journal is told of what they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast, final

from paqbridge.calls.plan import planned_places
from paqbridge.commands.versions import without_lacking
from paqbridge.destination.consenting import create_consenting
from paqbridge.explain.omissions import omissions
from paqbridge.explain.whereabouts import LATE, OFF, SHUT, is_allowed, place_in_page
from paqbridge.native import read
from paqbridge.read.options import own_places, own_values

if TYPE_CHECKING:
    from paqbridge.explain.journal import Journal
    from paqbridge.types.calls import HostGate
    from paqbridge.types.command import Command, Mapped, Mapping, State, Transport
    from paqbridge.types.destination import Consent, Destination, Kit, Send
    from paqbridge.types.event import Event, EventMaker, Kind
    from paqbridge.types.explain import Entry
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings, Settings


def watched_events(events: Callable[[], EventMaker], journal: Journal) -> Callable[[], EventMaker]:
    """Return ``events``, but that each event has an entry in the journal."""

    def begin() -> EventMaker:
        make = events()

        def make_watched(kind: Kind, message: Untrusted) -> Event:
            event = make(kind, message)
            journal.begin(event)
            return event

        return make_watched

    return begin


def watched_pace(
    pace: Callable[[Settings, Send], Send],
) -> Callable[[Settings, Send], Send]:
    """Return ``pace``, but that an event which comes to it counts as held for its title."""

    def begin(settings: Settings, send: Send) -> Send:
        paced = pace(settings, send)

        def send_watched(event: Event) -> None:
            cast("Entry", event["entry"])["place"] = LATE
            paced(event)

        return send_watched

    return begin


def watched_mapping(mapping: Mapping, journal: Journal) -> Mapping:
    """Return ``mapping``, but that the journal knows the commands, and what was left out."""

    def run(event: Event, settings: Settings, state: State) -> Mapped:
        full = cast("FullSettings", settings)
        commands, after, notes = mapping(event, settings, state)
        left_out = omissions(event, full, state, commands)
        journal.describe(event, commands, [*left_out, *notes])
        return without_lacking(commands, full["matomoVersion"]), after, notes

    return run


@final
class WatchedTransport:
    """A transport of which it is known whether anything has been sent yet."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._is_used = False

    def send(self, commands: list[Command]) -> bool:
        """Take the commands of a call, as the transport behind does."""
        self._is_used = True
        return self._transport.send(commands)

    def is_live(self) -> bool:
        """Tell whether all is taken."""
        return self._transport.is_live()

    def is_used(self) -> bool:
        """Tell whether anything has been sent: the opening goes before all else."""
        return self._is_used


def watched_destination(kit: Kit, journal: Journal) -> Destination:
    """Return a destination; the journal knows where it has what it was given."""
    transport = WatchedTransport(kit["transport"])
    inner = create_consenting(kit, transport)
    settings = cast("FullSettings", inner["settings"])
    is_blocked = False

    def find() -> list[str]:
        if not transport.is_used():
            return SHUT
        has_consent = is_allowed(settings["consent"], inner["consent"].state())
        return place_in_page(transport.is_live(), is_blocked, has_consent)

    def start(given: Untrusted, on_outcome: Action) -> bool:
        def hear() -> None:
            nonlocal is_blocked
            is_blocked = transport.is_used() and not transport.is_live()
            on_outcome()

        return inner["start"](given, hear)

    def deliver(commands: list[Command]) -> bool:
        is_kept = inner["deliver"](commands)
        journal.record(is_kept)
        return is_kept

    journal.watch(inner["settings"], find)
    consent = WatchedConsent(inner["consent"], journal)
    return {**inner, "start": start, "deliver": deliver, "consent": consent}


@final
class WatchedConsent:
    """Consent; before it changes the journal looks where things are, since that changes as well."""

    def __init__(self, consent: Consent, journal: Journal) -> None:
        self._consent = consent
        self._journal = journal

    def give(self, options: Untrusted) -> None:
        """Consent for this page."""
        self._journal.look()
        self._consent.give(options)

    def remember(self, hours: Untrusted) -> None:
        """Consent that is remembered."""
        self._journal.look()
        self._consent.remember(hours)

    def withdraw(self) -> None:
        """Take consent back."""
        self._journal.look()
        self._consent.withdraw()

    def state(self) -> str:
        """Return how things stand."""
        return self._consent.state()


@final
class WatchedGate:
    """A gate; the journal knows why a call is not meant for this destination."""

    def __init__(self, gate: HostGate, journal: Journal) -> None:
        self._gate = gate
        self._journal = journal
        self._general: Untrusted = None
        self._is_on = True

    def open(self, general: Untrusted) -> bool:
        """Take what the host was started with; tell whether the destination is on."""
        self._general = general
        self._is_on = self._gate.open(general)
        return self._is_on

    def judge(self, event: Event, message: Untrusted) -> list[Untrusted] | None:
        """Judge a call."""
        own = self._gate.judge(event, message)
        if own is None:
            self._journal.refuse(event, self._why_off(event, message))
        elif not self._is_on:
            self._journal.refuse(event, OFF)
            return None
        return own

    def _why_off(self, event: Event, message: Untrusted) -> str:
        planned = planned_places(self._general, event)
        own = own_values([*own_places(read(message, "options")), *planned])
        if len(own) > 0:
            return "integrations switch this destination off"
        if len(planned) == 1:
            return "the tracking plan switches this event off"
        return "integrations switch all destinations off"
