"""A destination that asks for consent: nothing begins, and nothing is stored, before it may."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.commands.grammar import fitting
from paqbridge.commands.versions import without_lacking
from paqbridge.destination.consent import Consent
from paqbridge.destination.held import Held
from paqbridge.destination.late_opening import LateOpening
from paqbridge.destination.wiring import create_destination
from paqbridge.host import drop_tracked
from paqbridge.storage.erasing import visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from paqbridge.types.command import Command, Transport
    from paqbridge.types.destination import Call, Destination, Kit
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings


def create_consenting(kit: Kit, tracker: Transport, begin: Action) -> Destination:
    """Return a destination with ``consent``, whose calls wait for that.

    ``begin`` is called before the first command of a page is sent.
    """
    opening = LateOpening(tracker)
    inner = create_destination(kit, opening)
    way = ConsentingWay(kit, inner, opening, begin)
    consent = Consent(cast("FullSettings", inner["settings"]), way, kit["hands_late"])

    def start(given: Untrusted, on_outcome: Action) -> bool:
        def hear() -> None:
            way.settle()
            consent.state()  # the page may have said a no to the tracker that has come
            if way.is_open() and consent.may_send():
                way.release()
            on_outcome()

        is_able = inner["start"](given, hear)
        if is_able:
            way.listen(on_outcome)
            consent.start()
        return is_able

    def deliver(call: Call) -> bool:
        is_open = consent.may_send() and way.release()
        return way.send(call) if is_open else way.hold(call)

    return {
        "settings": inner["settings"],
        "complain": inner["complain"],
        "refuse": inner["refuse"],
        "configure": inner["configure"],
        "start": start,
        "load": way.load,
        "deliver": deliver,
        "release": inner["release"],
        "bound": inner["bound"],
        "stop": inner["stop"],
        "consent": consent,
    }


@final
class ConsentingWay:
    """The way out, which consent opens and shuts."""

    def __init__(self, kit: Kit, inner: Destination, opening: LateOpening, begin: Action) -> None:
        self._kit = kit
        self._inner = inner
        self._settings = cast("FullSettings", inner["settings"])
        self._opening = opening
        self._on_begin = begin
        self._held = Held()
        # What the tracker has to be told as soon as it is there.
        self._unsaid: list[Command] = []
        self._before = cast("Callable[[], bool]", None)
        self._listener = cast("Action", None)
        # The tracker knows that it needs consent, it has been set up; the host wants the script,
        # which has been asked for.
        self._is_required = False
        self._is_begun = False
        self._is_wanted = False
        self._is_fetched = False
        # Whoever answers before the tracker is there has answered for what is called by then.
        self._is_asked = False
        # A call has gone to the tracker.
        self._has_sent = False

    def listen(self, on_outcome: Action) -> None:
        """Know who hears what becomes of the tracker."""
        self._listener = on_outcome

    def load(self) -> Untrusted:
        """Fetch the script; without consent there is nothing to wait for yet."""
        self._is_wanted = True
        if self._is_begun or self._is_required:
            self._is_fetched = True
            return self._inner["load"]()
        return self._listener()

    def settle(self) -> None:
        """Wait for the tracker no longer: it is there, or counts as blocked."""
        self._is_asked = False

    def hold(self, call: Call) -> bool:
        """Keep a call until there is an answer."""
        return self._held.keep(call)

    def require(self) -> None:
        """Have the script fetched, and the tracker know that it may not do anything."""
        if not self._is_begun and not self._is_required:
            self._is_required = True
            self._on_begin()
            self._tell([["requireConsent"]])
            self._fetch()

    def is_live(self) -> bool:
        """Tell whether the tracker is there, which hears first what it has to be told."""
        is_live = self._opening.is_live()
        if is_live and not self.is_told() and self._before():
            unsaid = self._unsaid
            word = unsaid[-1][0]  # Matomo's tracker takes it off
            self._unsaid = []
            self._tell(unsaid)
            self._introduce(word)
        return is_live

    def is_told(self) -> bool:
        """Tell whether the tracker has heard all that it has to be told."""
        return len(self._unsaid) == 0

    def _introduce(self, word: Untrusted) -> None:
        """Have the tracker say who the visitor is, behind a yes to cookies, where it does not.

        It does not until it has found out what the browser is, and what was called by then it
        would say of nobody.
        """
        is_yes = word in ("setCookieConsentGiven", "rememberCookieConsentGiven")
        if is_yes and self._has_sent:
            if len(visitor(self._settings, "_pk_id.")) == 0:
                self._tell([["ping"]])

    def begin(self, is_asked: bool) -> bool:
        """Set the tracker up, once; tell whether that was now. The visitor may still be asked."""
        is_new = not self._is_begun
        if is_new:
            self._is_begun = True
            self._is_asked = is_asked
            if not self._is_required:
                self._on_begin()
            opening = self._opening.commands()
            self._tell(opening[1:] if self._is_required else opening)
            self._fetch()
        return is_new

    def say(self, commands: list[Command], before: Callable[[], bool]) -> None:
        """Tell the tracker how things stand, if it has been set up, after doing what is ``before``,
        which tells whether things still stand so.

        A tracker to come would take that for what is queued already: it hears of the last word.
        """
        self._before = before
        able = without_lacking(commands, self._settings["matomoVersion"])
        if self._is_begun and len(able) > 0:
            self._unsaid = fitting(able, self._kit["grammar"])
        self.is_open()

    def is_open(self) -> bool:
        """Tell whether the tracker knows how things stand, after telling it, if it is there.

        While the visitor is asked calls wait for it: an answer may come first.
        """
        is_live = (self.is_told() and not self._is_asked) or self.is_live()
        return is_live and self.is_told()

    def release(self) -> bool:
        """Let go what has waited, once the tracker knows that it may; tell whether it does."""
        is_open = self.is_open()
        if is_open:
            for call in self._held.take():
                self.send(call)
        return is_open

    def send(self, call: Call) -> bool:
        """Let a call go to the tracker."""
        self._has_sent = True
        return self._inner["deliver"](call)

    def drop(self, is_over: bool) -> None:
        """Let what has waited know that it is never sent; what the tracker has, or is to find in
        its queue, never is, either, nor a refusal that ``is_over``.

        A logout goes on to a tracker that knows who was there: with a yes it tells that by itself.
        """
        for call in self._held.take():
            if callable(call):
                if self._is_begun:
                    self._inner["deliver"](call)
                else:
                    call()
        drop_tracked(is_over)

    def _tell(self, commands: list[Command]) -> None:
        self._inner["deliver"](commands)

    def _fetch(self) -> None:
        if self._is_wanted and not self._is_fetched:
            self._is_fetched = True
            self._inner["load"]()
