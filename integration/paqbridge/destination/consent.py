"""Consent: what is said of it here, in other tabs, and by each call, and who asks how it stands.

What is said counts until something else is found in the browser (``standing.py``). Every answer has
a number, and a call keeps that of its moment: nothing of a refusal ever leaves, wherever it waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.destination.consent_stamp import LOGOUTS, UNHEARD, logged_out, stamp_of
from paqbridge.destination.consent_states import YES, allows_cookies, said_of
from paqbridge.destination.other_tabs import BEAT, COOKIELESS, GLANCE, LOOK, hear, tell
from paqbridge.destination.standing import Standing
from paqbridge.host import clock, later, on_seen, warn
from paqbridge.native import number
from paqbridge.read.choices import tells_choice
from paqbridge.storage.allowed import may_store

if TYPE_CHECKING:
    from paqbridge.types.destination import Way
    from paqbridge.types.event import FullEvent
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings


@final
class Consent:
    """The consent of one destination: ``way`` is the way out, which it opens and shuts.

    ``is_late`` says that a host may hold calls before it hands them over.
    """

    def __init__(self, settings: FullSettings, way: Way, is_late: bool) -> None:
        self._settings = settings
        self._way = way
        self._is_late = is_late
        self._standing = Standing(settings, way, self._look_now)
        self._said: list[Action] = []  # before the start: it counts from there on
        self._heard, self._stamp = "", ""  # from another tab; on a call
        self._of_call = 0  # the number of the last answer that a call has brought along
        # When the last answer was said, as far as that is known, and the last that ended a no.
        self._since: float = 0
        self._until: float = 0
        self._looked_at: float = 0

    def start(self) -> None:
        """Find out how things stand, and say what was said before."""
        self._standing.start()
        for action in self._said:
            action()
        hear(self._hear)
        on_seen(self._look_now)

    def state(self) -> str:
        """Return how things stand in a word of the tables; before the start unknown."""
        self._look_now()
        return self._standing.status()

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
        if not self._standing.is_known():
            return len(self._said)
        self.look()
        if self._is_late and event["time"] < self._until:
            return UNHEARD  # made while refused, or what waited then
        was = event.get("answer")
        now = self._standing.answer()
        categories = self._settings["consentWithEvents"]
        answer = stamp_of(event, categories) if len(categories) > 0 else "none"
        is_open = was is None or was < 0 or was == now or not self.is_refused(was)
        if is_open and answer in ("given", "refused"):
            return self._stamped(event, answer)
        if was is None and answer == "" and self._standing.status() in YES:
            return UNHEARD  # without that yes it would wait, or leave without cookies
        return now if was is None else was

    def _stamped(self, event: FullEvent, answer: str) -> int:
        """Take the answer that a call brings along, and return the call's number.

        Hosts go on saying the same on every call: it is an answer where it is another than before,
        or the call tells of the choice. Else what was said since is newer; but a no is one.
        """
        is_new = answer != self._stamp
        self._stamp = answer
        if answer != said_of(self._standing.status()):
            if (is_new or tells_choice(event["event"])) and not self._is_overtaken(event):
                self.set(answer)
                self._of_call = self._standing.answer()
                if event["time"] < self._until:
                    self._until = event["time"]  # what was made behind it may come later, too
            elif answer == "refused":
                return UNHEARD
        return self._standing.answer()

    def _is_overtaken(self, event: FullEvent) -> bool:
        """Tell whether a call, which took its time in the host, was made before the answer that
        was said here since: no call has brought that along."""
        is_asked = self._standing.status() == "pending"
        is_from_call = self._standing.answer() == self._of_call
        return not is_asked and not is_from_call and event["time"] <= self._since

    def is_refused(self, answer: int) -> bool:
        """Tell whether a call with this number may never leave, after the last look."""
        return self._standing.is_refused(answer)

    def may_send(self) -> bool:
        """Tell whether calls leave now."""
        return self._standing.may_send()

    def look(self) -> None:
        """Follow what has changed outside, but look no more often than a page can change it."""
        now = clock()
        if now - self._looked_at >= GLANCE or now < self._looked_at:
            self._looked_at = now
            self._look_now()

    def _look_now(self) -> None:
        """Follow what has changed outside: in another tab, or by the page's own commands."""
        if self._standing.is_known():
            if self._heard:
                word = self._heard
                said = "refused" if word == "refused" else "given"
                self._take(said, [], word != COOKIELESS, clock())
            self._standing.follow()

    def _hear(self, word: Untrusted) -> None:
        """Take another tab's answer with the next call, or a little later; the last one counts."""
        self._way.is_live()  # it hears of the answer before this one first
        if word in ("given", "refused", COOKIELESS):
            if word == "given" and self._standing.status() in YES and not self._heard:
                self._look_now()  # the page may have said a no
            self._heard = "" if word == "given" and may_store() else word
            later(self._look_now, LOOK if word == "given" else BEAT)

    def _answer(self, status: str, more: list[float], has_cookies: bool) -> None:
        """Take an answer, now or at the start, and tell other tabs of it."""
        time = clock()

        def act() -> None:
            self._look_now()
            self._standing.end()
            self._take(status, more, has_cookies, time)
            tell(said_of(status) if has_cookies else COOKIELESS)
            if status == "remembered":
                self._standing.remember(more)

        if self._standing.is_known():
            act()
        else:
            self._said.append(act)

    def _take(self, status: str, more: list[float], has_cookies: bool, time: float) -> None:
        self._heard = ""
        self._since = time
        if self._standing.status() == "refused" and status != "refused":
            self._until = time
        self._standing.take(status, more, has_cookies)
