"""The destination: settings and events go in, commands go out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.commands.versions import lacks
from paqbridge.deliver.consent import can_wait, create_consent
from paqbridge.deliver.late_title import waiting_for_titles
from paqbridge.deliver.opening import address, opening
from paqbridge.deliver.queue import must_wait, send_all
from paqbridge.deliver.whereabouts import NO_SETTINGS, OFF, SHUT, is_allowed, place_in_page
from paqbridge.flags import CORE, FULL, NOTES
from paqbridge.host import inject_script, is_live, later, warn
from paqbridge.native import contains
from paqbridge.settings.lacking import suits
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.validate import validate

if TYPE_CHECKING:
    from paqbridge.types import Command, Event, Mapping, Row

LIMIT = 10000
"""Calls that are kept once the tracker counts as blocked; the newest are dropped."""

POLL = 50
"""Milliseconds between two looks for a tracker that the page itself loads."""


def create_destination(mapping: Mapping, rows: list[Row], words: Any, journal: Any = None) -> Any:
    """Return ``configure``, ``start``, ``load``, ``send`` and ``stop`` of one destination.

    In a full build also its ``consent``. A ``journal`` is told what becomes of each event.

    Before the tracker is live, ``_paq`` is the queue, but for calls that the tracker would take out
    of their order: those, and every call after them, are held here.
    """
    # Settings as they were given, and as they count; what was complained of already.
    seen: Any = {}
    settings: Any = {}
    said: list[str] = []
    # The commands of each call that waits; for notes, those of the last call.
    held: list[list[Command]] = []
    delivered: Any = None
    # What the mapping knows of the calls before.
    state: Any = None
    # Whom to tell that the tracker is live or blocked; None while the destination is not at work.
    listener: Any = None
    is_complete: Any = False
    is_blocked = False
    # Nothing may even be fetched, for want of consent.
    is_shut = False
    is_lean = CORE and (not FULL or len(rows) == len(LEAN_SETTINGS))

    def complain(text: str, received: Any) -> None:
        """Warn, of each thing once."""
        if text not in said:
            said.append(text)
            warn(text, received)

    def object_to(row: Any, at: str, received: Any) -> None:
        """Warn of a setting that is wrong."""
        complain(words(row, at), received)

    def configure(given: Any) -> Any:
        """Take settings; tell whether the destination can work with them."""
        nonlocal is_complete
        is_complete = validate(given, rows, seen, settings, object_to)
        if is_lean and not listener and not suits(given, object_to):
            is_complete = False
        if FULL and not can_wait(settings, object_to):
            is_complete = False
        return is_complete

    def start(on_outcome: Callable[[], None]) -> None:
        """Send the commands that come before all others, as Segment's integration does.

        ``on_outcome`` is called when the tracker is live or counts as blocked, perhaps repeatedly.
        """
        nonlocal listener, is_shut
        is_shut = FULL and not consent["start"]()
        deliver(opening(settings))
        listener = on_outcome
        if FULL:
            consent["say_early"]()

    def load() -> Any:
        """Fetch Matomo's script and return its element, or look out for the page's own tracker."""
        if FULL and is_shut:
            listener()
            return None
        later(settle, settings["timeout"])
        if settings["loadScript"]:
            return inject_script(address(settings, ".js"), settings["nonce"], settle)
        look()
        return None

    def send(event: Event) -> None:
        """Deliver one event, unless the destination is not at work."""
        nonlocal state
        if listener and is_complete:
            commands, state, notes = mapping(event, settings, state)
            if NOTES and journal:
                journal["describe"](event, commands, notes)
            deliver(commands)
            if NOTES and journal:
                journal["record"](event, commands, on_its_way())
            for note in notes:
                if not NOTES or not note.get("minor"):
                    complain(note["text"], note["received"])
        elif NOTES and journal:
            journal["refuse"](event, why_off())

    def on_its_way() -> Any:
        """Return what the last call has sent or left here; None where there was no room for it."""
        is_lost = len(held) >= LIMIT and not contains(held, delivered)
        return None if is_lost else delivered

    def why_off() -> str:
        """Return why no call is sent at all."""
        return NO_SETTINGS if len(seen.keys()) > 0 else OFF

    def whereabouts() -> Any:
        """Tell where what was delivered, and held until now, is: as outcome and reason."""
        if is_shut:
            return SHUT
        status = consent["state"]() if FULL else "none"
        return place_in_page(is_live(), is_blocked, is_allowed(settings, status))

    def stop() -> None:
        """Send nothing any more."""
        nonlocal listener
        listener = None

    def open_up() -> None:
        """Begin after all: with consent, everything that has waited goes its way."""
        nonlocal held, is_shut
        waiting = held
        held = []
        is_shut = False
        for commands in waiting:
            deliver(commands)
        load()

    def deliver(commands: list[Command]) -> None:
        """Send the commands of a call; hold them for consent, or to keep their order."""
        nonlocal delivered
        if FULL:
            version = settings.get("matomoVersion")
            commands = [one for one in commands if not lacks(version, one[0])]
        if NOTES:
            delivered = commands
        if FULL and is_shut:
            if len(held) < LIMIT:
                held.append(commands)
            return
        if is_live():
            release()
        elif len(held) > 0 or must_wait(commands):
            if not is_blocked or len(held) < LIMIT:
                held.append(commands)
            return
        send_all(commands)

    def release() -> None:
        """Send everything that is held."""
        nonlocal held
        for commands in held:
            send_all(commands)
        held = []

    def look() -> None:
        """Look out for a tracker that the page itself loads."""
        if is_live():
            settle()
        elif listener:
            later(look, POLL)

    def settle() -> None:
        """Count the tracker as live or as blocked, and let the host be ready in either case.

        Called when the script has run or failed, and when its time is over. A script that did not
        take the queue over is no tracker. A host must not wait for a tracker that may never come;
        a late one is still welcome.
        """
        nonlocal is_blocked
        if listener:
            if is_live():
                release()
            else:
                is_blocked = True
                complain("Matomo's script is blocked", settings["serverUrl"])
            listener()

    consent: Any = create_consent(settings, deliver, open_up) if FULL else None
    if NOTES and journal:
        journal["watch"](settings, whereabouts)
    destination: Any = {"configure": configure, "start": start, "load": load, "stop": stop}
    destination["send"] = waiting_for_titles(settings, send) if FULL else send
    if FULL:
        destination["consent"] = consent
    return destination
