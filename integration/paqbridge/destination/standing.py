"""How consent stands on this page, and what is done when that changes.

It is read from the browser whenever it is needed: Matomo's cookies, which other tabs and pages
share, and what the page has told Matomo's tracker by itself. What was said last counts until that
changes; ``consent_states.py`` has the tables, ``consent_signs.py`` reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.destination.consent_signs import ended, is_bare, mode_here, refuses_cookies, sign_of
from paqbridge.destination.consent_stamp import UNHEARD
from paqbridge.destination.consent_states import (
    TOLD,
    YES,
    changed,
    command_of,
    first_words,
    is_open_question,
    may_send,
    news_of,
    standing_first,
    words_of,
)
from paqbridge.destination.other_tabs import LOOK
from paqbridge.destination.traces import Traces
from paqbridge.host import later, on_leave

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.destination import Way
    from paqbridge.types.page import Action
    from paqbridge.types.settings import FullSettings


@final
class Standing:
    """How things stand with one destination, whose way out is ``way``.

    ``look`` follows what has changed outside, in other tabs too.
    """

    def __init__(self, settings: FullSettings, way: Way, look: Action) -> None:
        self._settings = settings
        self._way = way
        self._look = look
        self._status, self._mode, self._sign = "unknown", "", ""
        self._traces = Traces(settings)
        self._answers, self._refused = 0, UNHEARD  # how many; the last that refused
        # The answer in force is a no that was said here or in another tab.
        self._is_no, self._is_watching = False, False

    def start(self) -> None:
        """Find out how things stand."""
        is_live = self._way.is_live()
        self._mode = mode_here(self._settings, is_live)
        self._sign = self._look_around(False)
        on_leave(self._look)  # ahead of who puts back a visitor
        self._traces.start()
        status = standing_first(self._mode, self._sign, is_live)
        told = first_words(self._mode, status, is_live)
        is_no = refuses_cookies() if status == "none" else status == "given" and self._is_bare()
        self._enter("given" if is_no else status, told, not is_no)

    def is_known(self) -> bool:
        """Tell whether it has started."""
        return self._status != "unknown"

    def status(self) -> str:
        """Return how things stood at the last look, in a word of the tables."""
        return self._status

    def answer(self) -> int:
        """Return the number of the answer in force."""
        return self._answers

    def is_refused(self, answer: int) -> bool:
        """Tell whether what was called under this answer may never leave."""
        return answer <= self._refused

    def may_send(self) -> bool:
        """Tell whether calls leave now."""
        return may_send(self._mode, self._status, self._sign)

    def follow(self) -> None:
        """Follow what the browser says by now."""
        if self._status == "none" and self._is_bare():
            self._mode, self._sign = "cookies", "none"  # the page alone asks, and for cookies
        self._see(self._look_around(False))
        self._traces.follow(self._status in YES and self._way.is_live())

    def end(self) -> None:
        """Have what the page has said up to now be before the answer that comes next."""
        self._see(self._look_around(True))

    def take(self, status: str, more: list[float], has_cookies: bool) -> None:
        """Take an answer; ``more`` are the hours for which Matomo is to remember a yes."""
        self._answers += 1
        self._is_no = status == "refused"
        is_news = self._status != ("none" if status in YES else "pending")
        if not has_cookies and self._mode != "cookies":
            self._enter(status, [], False)
        elif not has_cookies:  # where cookies alone are asked for, that is a no
            self._enter("refused", [[command_of(self._mode, "refused")]], True)
        elif is_news or status == "refused":
            self._enter(status, [[command_of(self._mode, status), *more]], True)

    def remember(self, hours: list[float]) -> None:
        """Remember a yes until Matomo does, if it is the answer in force."""
        if self._status == "remembered":
            self._traces.remember(self._mode, hours)

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
        self._look()
        if self._status == "pending" and not self.may_send():
            self._hold()
