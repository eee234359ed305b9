"""A tracker: it has the state, takes each command through a step, and does what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, final

from paqbridge.host import (
    ask_hints,
    attempt,
    cookies,
    hear,
    later,
    page,
    run_as,
    set_cookie,
    warn,
)
from paqbridge.native import changed, is_list, url_encoded
from paqbridge.tracker.shell.clicks import watch_clicks
from paqbridge.tracker.shell.facts import facts_now, is_hidden, start_facts
from paqbridge.tracker.shell.sending import send_hit
from paqbridge.tracker.state import new_state
from paqbridge.tracker.step import step

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Language, Plugin, Senses

HINTS = "brands model platform platformVersion uaFullVersion fullVersionList"
TRIAL = "_pk_testcookie_domain"


@final
class Tracker:
    """``senses`` are what it sees of the page; ``me`` returns its object, which functions of the
    page get as ``this``."""

    def __init__(self, language: Language, senses: Senses, me: Callable[[], Untrusted]) -> None:
        self._senses = senses
        self._me = me
        self._state = new_state(language, start_facts(), facts_now())

    def start(self) -> None:
        """Hear of the page's end, and ask the browser what it is."""
        if self._state["hints"] == "":
            ask_hints(HINTS.split(" "), self._take_hints)
        hear(page, "pagehide", self._leave)
        hear(page.document, "visibilitychange", self._look)

    def take(self, command: Untrusted) -> Untrusted:
        """Run a command of the page's, whatever it is; return the answer."""
        if not is_list(command) or len(command) == 0:
            warn("a command must be a list", command)
            return None
        if callable(command[0]):
            return run_as(command[0], self._me(), command[1:])
        return self.run(command)

    def plug_in(self, name: str, plugin: Plugin) -> None:
        """Let a plugin of the page's add to requests."""
        self._state["plugins"] = changed(self._state["plugins"], name, plugin)

    def run(self, command: list[Untrusted]) -> Untrusted:
        """Take a command through a step; one that throws changes nothing."""
        done = attempt(lambda: step(self._state, command, facts_now()))
        if done is None:
            warn("a command could not be run", command)
            return None
        self._state, effects = done
        answer = self._state["answer"]
        for what, subject in effects:
            self._do(what, subject, command)
        return answer

    def _do(self, what: str, given: Untrusted, command: list[Untrusted]) -> None:
        """Do what a step has led to."""
        subject: Any = given
        if what == "hit":
            send_hit(subject)
        elif what == "cookie":
            set_cookie(subject)
        elif what == "wake":
            later(lambda: self.run(["$window"]), subject)
        elif what == "refuse":
            warn("this tracker cannot follow a command: see docs/tracker.md", command)
        elif what == "domain":
            self._try_domain(subject)
        elif what == "close":
            attempt(lambda: page.close())
        elif what == "links":
            watch_clicks(self.run, self._senses["besides"])
        else:
            self._senses["look"](self.run, what, subject)

    def _try_domain(self, domain: str) -> None:
        """Have cookies kept for a domain if the browser takes one there."""
        place = ";path=/;domain=" + domain
        set_cookie(TRIAL + "=testvalue" + place + ";max-age=10")
        if cookies().find(TRIAL + "=testvalue") >= 0:
            set_cookie(TRIAL + "=" + place + ";max-age=0")
            self.run(["$domain", domain])
        else:
            warn("no cookie can be kept for a domain", domain)

    def _take_hints(self, hints: str | None) -> None:
        self.run(["$hints", url_encoded(hints) if hints else self._state["page"]["low_hints"]])

    def _look(self, event: Untrusted) -> None:
        self.run(["$left" if is_hidden() else "$focus"])

    def _leave(self, event: Untrusted) -> None:
        self.run(["$left"])
