"""One way in: what every host does with a destination is start it once, and feed it with calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.calls.waiting import CROWDED
from paqbridge.commands.grammar import fitting
from paqbridge.host import has_page
from paqbridge.native import snapshot

if TYPE_CHECKING:
    from paqbridge.types.calls import Gate
    from paqbridge.types.command import Command, State
    from paqbridge.types.destination import Destination, Kit, Send
    from paqbridge.types.event import Event, FullEvent, Kind
    from paqbridge.types.page import Action, Untrusted

OF_THE_PAGE = ("properties", "traits", "context", "options")
"""What of an event is the page's, which may change it while the call is held."""

LOGINS = ("identify", "known")
"""The calls that say who the visitor is: who was there has left, though they are refused."""

REFUSED = "the visitor has refused"

NO_SETTINGS = "the settings are not usable: a warning in the console says why"


@final
class Receiver:
    """The calls of one host on their way to its destination, those that ``gate`` lets pass."""

    def __init__(self, kit: Kit, destination: Destination, gate: Gate) -> None:
        self._kit = kit
        self._destination = destination
        self._gate = gate
        self._send: Send = kit["pace"](destination["settings"], self._map)
        # The tracker has been set up; the settings allow it to be used.
        self._is_begun = False
        self._is_able = False
        # Whom the host has said to be its user.
        self._user: Untrusted = False
        # What the mapping knows of the calls before.
        self._state: State = None

    def start(self, settings: Untrusted, on_ready: Action, load: Action) -> None:
        """Begin, if that has not been done; ``load`` fetches the script, or has the host do it.

        ``on_ready`` is called, at least once: when the tracker is live or counts as blocked, or
        where there is no page, as on a server, or the settings allow no start.
        """
        if not self._is_begun:
            self._is_begun = has_page() and self._begin(settings, on_ready)
            if self._is_begun:
                load()
            else:
                on_ready()

    def _begin(self, settings: Untrusted, on_ready: Action) -> bool:
        self.configure(settings)
        return self._is_able and self._destination["start"](settings, on_ready)

    def configure(self, settings: Untrusted) -> None:
        """Take settings, which may change from call to call."""
        self._is_able = self._destination["configure"](settings)

    def accept(self, kind: Kind, message: Untrusted) -> None:
        """Take a call as a message in Segment's common format."""
        self.take(self.event(kind, message), message)

    def kept(self, message: Untrusted) -> Untrusted:
        """Return a message as a call that waits is to have it: what it says now."""
        return snapshot(message) if self._kit["maps_late"] else message

    def event(self, kind: Kind, message: Untrusted) -> Event:
        """Return the event of a call, with the page's facts of this moment."""
        event = self._kit["event"](kind, message)
        if self._kit["maps_late"]:
            full = cast("FullEvent", event)
            full["answer"] = self._destination["consent"].number(full)
        return event

    def take(self, event: Event, message: Untrusted) -> None:
        """Take an event that was made of ``message``, if it is meant for us."""
        own = self._gate(event, message)
        if own is not None and self._is_begun and self._is_able:
            event["options"] = own
            self._follow(event["type"], event["userId"])
            self._send(event)
        elif own is not None:
            self._kit["lost"](event, NO_SETTINGS)

    def remember(self, user: Untrusted) -> None:
        """Tell who the user is that a host knows from an earlier page."""
        if self._is_begun and self._is_able:
            self._follow("page", user)

    def _follow(self, kind: Kind, user: Untrusted) -> None:
        """Tell who a host says with a call that its user is, False for nobody; once of each."""
        if kind == "identify":
            self._user = user or self._user
        elif kind == "reset" or kind == "nobody":
            self._user = False
        elif (kind == "page" or kind == "track") and user is not None and user != self._user:
            self._user = user
            self._send(self.event("known", {"userId": user}))

    def _map(self, event: Event) -> None:
        if self._kit["maps_late"]:
            self._map_in_turn(event)
        else:
            self._destination["deliver"](self._commands(event))

    def _map_in_turn(self, event: Event) -> None:
        """Deliver a call that is mapped when it leaves, and never if it has met with a no."""
        is_held = True
        is_late = False

        def is_refused() -> bool:
            answer = cast("FullEvent", event)["answer"]
            return self._destination["consent"].is_refused(answer)

        def commands() -> list[Command]:
            nonlocal is_held
            is_held = False
            if is_late:
                self._destination["consent"].look()
            if not is_refused():
                return self._commands(event)
            # The tracker need not know the user that it was to be told of.
            self._user = None
            self._kit["lost"](event, REFUSED)
            if event["type"] in LOGINS and event["userId"]:
                self._map_in_turn(self.event("nobody", {"userId": event["userId"]}))
            return []

        if is_refused():
            commands()
        elif not self._destination["deliver"](commands):
            self._kit["lost"](event, CROWDED)
        is_late = is_held
        if is_held:
            for name in OF_THE_PAGE:
                event[name] = snapshot(event.get(name))  # type: ignore[literal-required]

    def _commands(self, event: Event) -> list[Command]:
        """Return the commands of an event, after those of all events before it."""
        settings = self._destination["settings"]
        commands, self._state, notes = self._kit["mapping"](event, settings, self._state)
        for note in notes:
            self._destination["complain"](note["text"], note["received"])
        return fitting(commands, self._kit["grammar"])
