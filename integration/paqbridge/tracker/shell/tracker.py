"""A tracker: it has the state, takes each command through a step, and does what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, final

from paqbridge.host import ask_hints, attempt, cookies, hear, later, page, set_cookie, warn
from paqbridge.native import url_encoded
from paqbridge.tracker.shell.clicks import watch_clicks
from paqbridge.tracker.shell.facts import facts_now, is_hidden, start_facts
from paqbridge.tracker.state import new_state
from paqbridge.tracker.step import step

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Language, Run, Senses

HINTS = "brands model platform platformVersion uaFullVersion fullVersionList"
CANNOT = "not in this tracker: see docs"
TRIAL = "_pk_testcookie=1"


def create_tracker(language: Language, senses: Senses) -> Run:
    """Start a tracker; return what takes a command through it, and gives its answer."""
    tracker = Tracker(language, senses)
    tracker.start()
    return tracker.run


@final
class Tracker:
    """``senses`` are what it sees of the page."""

    def __init__(self, language: Language, senses: Senses) -> None:
        self._senses = senses
        self._state = new_state(language, start_facts(), facts_now())

    def start(self) -> None:
        """Hear of the page's end, and ask the browser what it is."""
        if self._state["hints"] == "":
            ask_hints(HINTS.split(" "), self._take_hints)
        hear(page, "pagehide", self._leave)
        hear(page.document, "visibilitychange", self._look)

    def run(self, given: Untrusted) -> Untrusted:
        """Take a command through a step; one that throws changes nothing, as what is none.

        What cannot be done, as in a browser that lets nothing be sent, hurts neither page nor rest.
        """
        command = cast("list[Untrusted]", given)
        done = attempt(lambda: step(self._state, command, facts_now()))
        if done is None:
            warn(CANNOT, command)
            return None
        self._state, effects = done
        answer = self._state["answer"]
        for what, subject in effects:
            self._try(what, subject, command)
        return answer

    def _try(self, what: str, subject: Untrusted, command: list[Untrusted]) -> None:
        attempt(lambda: self._do(what, subject, command))

    def _do(self, what: str, given: Untrusted, command: list[Untrusted]) -> None:
        """Do what a step has led to."""
        subject: Any = given
        if what == "cookie":
            set_cookie(subject)
        elif what == "wake":
            later(lambda: self.run(["$window"]), subject)
        elif what == "refuse":
            warn(CANNOT, command)
        elif what == "domain":
            self._try_domain(subject)
        elif what == "close":
            page.close()
        elif what == "links":
            watch_clicks(self.run, self._senses["besides"])
        else:
            self._senses["look"](self.run, what, subject)

    def _try_domain(self, domain: str) -> None:
        """Have cookies kept for a domain if the browser takes one there."""
        place = ";path=/;domain=" + domain
        set_cookie(TRIAL + place + ";max-age=10")
        if cookies().find(TRIAL) >= 0:
            set_cookie(TRIAL + place + ";max-age=0")
            self.run(["$domain", domain])
        else:
            warn("no cookies for this", domain)

    def _take_hints(self, hints: str | None) -> None:
        self.run(["$hints", url_encoded(hints) if hints else self._state["page"]["low_hints"]])

    def _look(self, event: Untrusted) -> None:
        self.run(["$left" if is_hidden() else "$focus"])

    def _leave(self, event: Untrusted) -> None:
        self.run(["$left"])
