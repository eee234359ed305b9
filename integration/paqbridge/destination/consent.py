"""Consent: what a visitor has allowed, told to Matomo in its own commands.

How things stand is read from the browser whenever it is needed: Matomo's cookies, which other tabs
share, and what the page has told Matomo's tracker. What is said here counts until that changes.
Every answer has a number, and a call keeps that of its moment: nothing of a refusal ever leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.destination.consent_signs import ended, is_bare, mode_here, refuses_cookies, sign_of
from paqbridge.destination.consent_stamp import LOGOUTS, UNHEARD, logged_out, stamp_of
from paqbridge.destination.consent_states import (
    TOLD,
    YES,
    allows_cookies,
    changed,
    command_of,
    first_words,
    is_open_question,
    may_send,
    news_of,
    said_of,
    standing_first,
    words_of,
)
from paqbridge.destination.other_tabs import BEAT, COOKIELESS, GLANCE, LOOK, hear, tell
from paqbridge.destination.traces import Traces
from paqbridge.host import clock, later, on_leave, on_seen, warn
from paqbridge.native import number
from paqbridge.storage.allowed import may_store

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.destination import Way
    from paqbridge.types.event import FullEvent
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings


@final
class Consent:
    """The consent of one destination: ``way`` is the way out, which it opens and shuts."""

    def __init__(self, settings: FullSettings, way: Way) -> None:
        self._settings = settings
        self._way = way
        self._status, self._mode, self._sign = "unknown", "", ""
        self._said: list[Action] = []  # before the start: it counts from there on
        self._traces = Traces(settings)
        self._answers, self._refused = 0, UNHEARD  # how many; the last that refused
        # The answer in force is a no that was said here or in another tab; what was heard from one.
        self._is_no, self._heard, self._is_watching = False, "", False
        self._looked_at: float = 0

    def start(self) -> None:
        """Find out how things stand, and say what was said before."""
        is_live = self._way.is_live()
        self._mode = mode_here(self._settings, is_live)
        self._sign = self._look_around(False)
        on_leave(self._look_now)  # ahead of who puts back a visitor
        self._traces.start()
        status = standing_first(self._mode, self._sign, is_live)
        told = first_words(self._mode, status, is_live)
        is_no = refuses_cookies() if status == "none" else status == "given" and self._is_bare()
        self._enter("given" if is_no else status, told, not is_no)
        for action in self._said:
            action()
        hear(self._hear)
        on_seen(self._look_now)

    def state(self) -> str:
        """Return how things stand in a word of the tables; before the start unknown."""
        self._look_now()
        return self._status

    def give(self, options: Untrusted) -> None:
        """Consent for this page; ``{cookies: false}`` to tracking, but without cookies."""
        self._answer("given", [], allows_cookies(options))

    def remember(self, hours: Untrusted) -> None:
        """Consent that Matomo remembers, for so many hours if a number says so; none is no time."""
        count = number(hours)
        more: list[float] = [] if count is None else [count]
        is_kept = count is None or count > 0
        self._answer("remembered" if is_kept else "given", more if is_kept else [], True)

    def withdraw(self) -> None:
        """No, or no longer: what was stored goes, what waits is never sent."""
        self._answer("refused", [], True)

    def set(self, word: Untrusted) -> None:
        """Take an answer as a word: given, refused, or pending where the visitor has not chosen."""
        if word in ("given", "refused", "pending"):
            self._answer(word, [], True)
        else:
            warn("consent.set takes given, refused or pending", word)

    def number(self, event: FullEvent) -> int:
        """Return the number of the answer in force for a call that is made now; its own later.

        A call that has to bring its consent along is an answer, or waits for one. A function of the
        page may stamp it later: that counts if no other answer has made it a refused one since.
        """
        if event["type"] in LOGOUTS:
            return logged_out(event)
        if self._status == "unknown":
            return len(self._said)
        self.look()
        was = event.get("answer")
        categories = self._settings["consentWithEvents"]
        answer = stamp_of(event, categories) if len(categories) > 0 else "none"
        is_now = was is None or was < 0 or was > self._refused or was == self._answers
        if is_now and answer in ("given", "refused"):
            if answer != said_of(self._status):
                self.set(answer)
            return self._answers
        if was is None and answer == "" and self.may_send():
            return UNHEARD
        return self._answers if was is None else was

    def is_refused(self, answer: int) -> bool:
        """Tell whether a call with this number may never leave, after the last look."""
        return answer <= self._refused

    def may_send(self) -> bool:
        """Tell whether calls leave now."""
        return may_send(self._mode, self._status, self._sign)

    def look(self) -> None:
        """Follow what has changed outside, but look no more often than a page can change it."""
        now = clock()
        if now - self._looked_at >= GLANCE or now < self._looked_at:
            self._looked_at = now
            self._look_now()

    def _look_now(self) -> None:
        """Follow what has changed outside: in another tab, or by the page's own commands."""
        if self._status != "unknown":
            if self._heard:
                status = "refused" if self._heard == "refused" else "given"
                self._take(status, [], self._heard != COOKIELESS)
            if self._status == "none" and self._is_bare():
                self._mode, self._sign = "cookies", "none"  # the page alone asks, and for cookies
            self._see(self._look_around(False))
            self._traces.follow(self._status in YES and self._way.is_live())

    def _see(self, sign: str) -> None:
        """Do as the browser says, and tell the tracker, where that has not been told itself."""
        if sign != self._sign:
            status = changed(self._mode, self._status, self._sign, sign, self._is_bare())
            self._sign = sign
            if status != self._status:
                self._answers += 1
                self._is_no = False
                is_told = status == "none" or (status == sign and status in TOLD)
                commands = news_of(self._mode, status, is_told, self._way.is_live())
                self._enter(status, commands, not (is_told and status in YES and self._is_bare()))

    def _is_bare(self) -> bool:
        return not self._settings["disableCookies"] and is_bare(self._way.is_live())

    def _look_around(self, is_answered: bool) -> str:
        """Return the sign that counts; a no that was said stays, though cookies are deleted."""
        is_live, is_told = self._way.is_live(), self._way.is_told() and not is_answered
        sign = sign_of(self._mode, is_live, self._status in YES, is_told)
        return "refused" if self._is_no and is_open_question(self._mode, sign) else sign

    def _still(self) -> bool:
        """Put the visitor back, unless the page has ended a yes that was still to be told."""
        is_over = self._status in YES and ended(self._mode, self._sign)
        return not is_over and self._traces.ready(self._mode)

    def _hear(self, word: Untrusted) -> None:
        """Take another tab's answer with the next call, or a little later; the last one counts."""
        self._way.is_live()  # it hears of the answer before this one first
        if word in ("given", "refused", COOKIELESS):
            if word == "given" and self._status in YES and not self._heard:
                self._look_now()  # the page may have said a no
            self._heard = "" if word == "given" and may_store() else word
            later(self._look_now, LOOK if word == "given" else BEAT)

    def _answer(self, status: str, more: list[float], has_cookies: bool) -> None:
        """Take an answer, now or at the start, and tell other tabs of it."""

        def act() -> None:
            self._look_now()
            self._see(self._look_around(True))
            self._take(status, more, has_cookies)
            tell(said_of(status) if has_cookies else COOKIELESS)
            if status == self._status == "remembered":
                self._traces.remember(self._mode, more)

        if self._status == "unknown":
            self._said.append(act)
        else:
            act()

    def _take(self, status: str, more: list[float], has_cookies: bool) -> None:
        self._answers += 1
        self._is_no, self._heard = status == "refused", ""
        is_news = self._status != ("none" if status in YES else "pending")
        if not has_cookies and self._mode != "cookies":
            self._enter(status, [], False)
        elif not has_cookies:  # where cookies alone are asked for, that is a no
            self._enter("refused", [[command_of(self._mode, "refused")]], True)
        elif is_news or status == "refused":
            self._enter(status, [[command_of(self._mode, status), *more]], True)

    def _enter(self, status: str, commands: list[Command], has_cookies: bool) -> None:
        """Let things stand so from now on, and do what follows; ``commands`` tell the tracker."""
        mode = self._mode
        is_bare = self._settings["disableCookies"] or not has_cookies
        words = words_of(mode, status, self._sign, commands, is_bare)
        if self._status == "refused" and self._refused == self._answers - 1:
            self._way.drop(True)  # of what the tracker has held meanwhile nothing is wanted
        is_asked = self._sign in TOLD  # by the page itself
        self._traces.leave(mode, status, self._sign, has_cookies)  # first: others see how it was
        self._status = status
        self._sign = self._look_around(False)
        if may_send(mode, status, self._sign):
            is_new = self._way.begin(status == "pending")
            # One set up without a word of consent needs none; after a no, or a question, it may.
            is_told = self._refused > UNHEARD or status == "remembered" or is_asked
            if is_told or not has_cookies or not is_new or mode != "load":
                self._way.say(words, self._still)
            self._way.release()
        else:
            self._way.say(words, self._still)
            self._hold()
        self._sign = self._look_around(False)

    def _hold(self) -> None:
        """Let no call leave: wait for an answer, or drop what has waited for one."""
        if self._status == "refused":
            self._refused = self._answers
            self._way.drop(False)
        else:
            if self._mode == "tracking":
                self._way.require()
            if not self._is_watching:
                self._is_watching = True
                later(self._watch, LOOK)

    def _watch(self) -> None:
        self._is_watching = False
        self._look_now()
        if self._status == "pending" and not self.may_send():
            self._hold()
