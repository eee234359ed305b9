"""Consent: what a visitor has allowed, told to Matomo in its own commands.

How things stand is read from the browser whenever it is needed: Matomo's cookies, which other tabs
and pages share, and what the page has told Matomo's tracker by itself. What somebody says here
counts until that changes. Every answer has a number, and a call keeps the number of the answer that
was in force when it was made: so nothing of a time of refusal ever leaves, wherever it waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.commands.versions import without_lacking
from paqbridge.destination.consent_signs import KEY, REMOVED, sign_of
from paqbridge.destination.consent_stamp import STAMPED, stamp_of
from paqbridge.destination.consent_states import (
    YES,
    command_of,
    may_send,
    mode_of,
    standing,
)
from paqbridge.destination.refusal import leave_nothing
from paqbridge.host import (
    YEAR,
    clock,
    later,
    on_word,
    put_cookie,
    tell_tabs,
    warn,
)
from paqbridge.native import number, read
from paqbridge.storage.allowed import save, shut
from paqbridge.storage.erasing import erase, path_of, place_of, visitor

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.destination import Way
    from paqbridge.types.event import Event, FullEvent
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings

LOOK = 1000
"""Milliseconds between two looks for an answer while calls wait: the page's own pushes tell us
nothing."""

GLANCE = 5
"""Milliseconds for which a look at the cookies counts: reading them takes longer than a call."""

TOLD = ("given", "pending")
"""The signs of what the tracker has been told."""

UNHEARD = -1
"""The number of a call that says nothing of a consent which it has to say."""


@final
class Consent:
    """The consent of one destination: ``way`` is the way out, which it opens and shuts.

    What is said before the start counts from there on.
    """

    def __init__(self, settings: FullSettings, way: Way) -> None:
        self._settings = settings
        self._way = way
        self._status = "unknown"
        self._sign = ""
        self._said: list[Action] = []
        # The visitor's cookies of an earlier page, which Matomo deletes while it may set none.
        self._visitor: list[str] = []
        # How many answers there have been, and which was the last to refuse.
        self._answers = 0
        self._refused = UNHEARD
        # When the browser was looked at last.
        self._looked: float = 0
        self._is_watching = False

    def start(self) -> None:
        """Find out how things stand, and say what was said before."""
        self._sign = self._look_around()
        self._visitor = visitor(self._settings, "_pk_id.")
        self._enter(standing(self._mode(), self._sign), [], True)
        for action in self._said:
            action()
        on_word(KEY, self._hear)

    def state(self) -> str:
        """Return how things stand: none, pending, given, remembered or refused; before the start
        unknown."""
        self._look_now()
        return self._status

    def give(self, options: Untrusted) -> None:
        """Consent for this page; ``{cookies: false}`` to tracking, but without cookies."""
        has_cookies = read(options, "cookies") is not False
        is_plain = has_cookies or self._settings["consent"] == "cookies"
        self._answer("given", [] if is_plain else [False], has_cookies)

    def remember(self, hours: Untrusted) -> None:
        """Consent that Matomo remembers, for so many hours if a number says so."""
        count = number(hours)
        self._answer("remembered", [] if count is None else [count], True)

    def withdraw(self) -> None:
        """No, or no longer: what was stored goes, what waits is never sent."""
        self._answer("refused", [], True)

    def set(self, word: Untrusted) -> None:
        """Take an answer as a word: given, refused, or pending where the visitor has not chosen."""
        if word in ("given", "refused", "pending"):
            self._answer(word, [], True)
        else:
            warn("consent.set takes given, refused or pending", word)

    def number(self, event: Event) -> int:
        """Return the number of the answer in force for a call that is made now.

        A call that has to bring its consent along, and says yes or no, is an answer itself.
        """
        if self._status == "unknown":
            return len(self._said)
        self.look()
        categories = self._settings["consentWithEvents"]
        if len(categories) > 0 and event["type"] in STAMPED:
            answer = stamp_of(cast("FullEvent", event)["context"], categories)
            if answer == "":
                return UNHEARD
            if answer != ("given" if self._status in YES else self._status):
                self.set(answer)
        return self._answers

    def is_refused(self, answer: int) -> bool:
        """Tell whether a call with this number may never leave, after the last look."""
        return answer <= self._refused

    def may_send(self) -> bool:
        """Tell whether calls leave now."""
        return may_send(self._mode(), self._status, self._sign)

    def look(self) -> None:
        """Follow what has changed outside, but look no more often than a page can change it."""
        now = clock()
        if now - self._looked >= GLANCE or now < self._looked:
            self._looked = now
            self._look_now()

    def _look_now(self) -> None:
        """Follow what has changed outside: in another tab, or by the page's own commands."""
        if self._status != "unknown":
            sign = self._look_around()
            if sign != self._sign:
                # A tracker that says no more what it was told takes nothing back.
                is_over = sign == "" and self._sign in TOLD
                self._sign = sign
                status = self._status if is_over else standing(self._mode(), sign)
                if status != self._status:
                    self._answers += 1
                    self._follow(status)

    def _follow(self, status: str) -> None:
        """Do as the browser says, and tell the tracker, where that has not been told itself."""
        said = "given" if status in YES else status
        is_told = status == "none" or self._sign in TOLD
        self._enter(status, [] if is_told else [[command_of(self._mode(), said)]], True)

    def _mode(self) -> str:
        return mode_of(self._settings)

    def _look_around(self) -> str:
        is_open = self._status in YES
        return sign_of(self._mode(), self._way.is_live(), is_open)

    def _hear(self, word: Untrusted) -> None:
        """Take another tab's answer."""
        if word == "refused" or (word == "given" and self._status not in YES):
            self._take(word, [], True)

    def _answer(self, status: str, more: list[Untrusted], has_cookies: bool) -> None:
        """Take an answer, now or at the start, and tell other tabs of it."""

        def act() -> None:
            self._look_now()
            tell_tabs(KEY, "given" if status in YES else status)
            self._take(status, more, has_cookies)

        if self._status == "unknown":
            self._said.append(act)
        else:
            act()

    def _take(self, status: str, more: list[Untrusted], has_cookies: bool) -> None:
        self._answers += 1
        is_nothing_new = self._status == ("none" if status in YES else "pending")
        if not is_nothing_new or status == "refused":
            self._enter(status, [[command_of(self._mode(), status), *more]], has_cookies)

    def _enter(self, status: str, commands: list[Command], has_cookies: bool) -> None:
        """Let things stand so from now on, and do what follows; ``commands`` tell the tracker."""
        mode = self._mode()
        is_stored = status in YES and has_cookies
        was_refused = self._status == "refused"
        able = without_lacking(commands, self._settings["matomoVersion"])
        if status == "refused":
            self._visitor = []
            leave_nothing(self._settings, mode, self._sign == "removed")
        elif status in YES and self._sign == "removed":
            erase(REMOVED, path_of(self._settings))
        self._status = status
        self._sign = self._look_around()
        shut(not is_stored)
        if is_stored:
            save(True)
            for one in self._visitor:
                put_cookie(one, YEAR, place_of(self._settings))
            self._visitor = []
        if may_send(mode, status, self._sign):
            is_new = self._way.begin(was_refused)
            # One that was set up without a word of consent needs none.
            if not is_new or mode != "load" or status == "remembered":
                self._way.say(able)
            self._way.release()
        else:
            self._way.say(able)
            self._hold()
        self._sign = self._look_around()

    def _hold(self) -> None:
        """Let no call leave: wait for an answer, or drop what has waited for one."""
        if self._status == "refused":
            self._refused = self._answers
            self._way.drop()
        else:
            if self._mode() == "tracking":
                self._way.require()
            if not self._is_watching:
                self._is_watching = True
                later(self._watch, LOOK)

    def _watch(self) -> None:
        self._is_watching = False
        self._look_now()
        if self._status == "pending" and not self.may_send():
            self._hold()
