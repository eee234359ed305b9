"""A tracker's heart that a test speaks to: the facts are the test's, and all it does is kept."""

from __future__ import annotations

import random
from typing import Any
from urllib.parse import unquote, urlsplit

from paqbridge.tracker.state import new_state
from paqbridge.tracker.step import step
from paqbridge.tracker.whole import WHOLE
from paqbridge.types.tracker import Effect, Hit, Language
from tests.tracker.own.heart import Jar, page_of

NOW = 1_795_000_000_000
SECOND = NOW // 1000
SITE = "http://www.shop.test/"
OTHER = "http://other.test/"
ENDPOINT = "http://m.test/matomo.php"
SET_UP: list[list[Any]] = [["setTrackerUrl", ENDPOINT], ["setSiteId", 7]]


class Speaker:
    """One page load: ``say`` commands, then look at ``requests``, ``jar`` and ``effects``."""

    def __init__(
        self,
        *commands: list[Any],
        url: str = SITE,
        referrer: str = "",
        jar: Jar | None = None,
        language: Language = WHOLE,
        **page: Any,
    ) -> None:
        self.jar = jar or Jar()
        self.jar.host, self.jar.path = urlsplit(url).hostname or "", urlsplit(url).path
        self.facts: Any = {
            "now": NOW,
            "time": [9, 5, 0],
            "random": random.Random(1).random,
            "is_hidden": False,
            "timings": None,
        }
        self.effects: list[Effect] = []
        told: Any = {**page_of({"url": url, "referrer": referrer}), **page}
        self.state = new_state(language, told, self.now())
        for command in [*SET_UP, *commands]:
            self.say(*command)

    def now(self) -> Any:
        """The facts of this moment."""
        return {**self.facts, "cookies": self.jar.text()}

    def say(self, *command: Any) -> Any:
        """Take a command through a step, keep its cookies, and return its answer."""
        self.state, effects = step(self.state, list(command), self.now())
        self.effects += effects
        for what, subject in effects:
            text: Any = subject
            if what == "cookie":
                self.jar.set(text, self.facts["now"])
        return self.state["answer"]

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.facts["now"] += seconds * 1000

    def told(self, what: str) -> list[Any]:
        """With what an effect was asked for, each time."""
        return [subject for kind, subject in self.effects if kind == what]

    def hits(self) -> list[Hit]:
        """All that has left by now."""
        return self.told("hit")

    def queries(self) -> list[str]:
        """The requests that have left, once all is sent that need not wait."""
        self.say("$window")
        return [one["text"] for hit in self.hits() for one in hit["requests"]]

    def requests(self) -> list[dict[str, str]]:
        """Their parameters."""
        return [parameters(text) for text in self.queries()]

    def own(self) -> list[str]:
        """What is each call's own in them, decoded."""
        return [unquote(text.partition("idsite=")[0].removesuffix("&")) for text in self.queries()]

    def cookies(self) -> dict[str, str]:
        """The cookies that are kept, decoded, without the site and the place in their names."""
        return {
            name.partition(".")[0]: unquote(one[0]) for (name, *_), one in self.jar.kept.items()
        }


def parameters(query: str) -> dict[str, str]:
    """Return a query's parameters, as a server reads them; none comes twice."""
    pairs = [one.partition("=") for one in query.split("&")]
    assert len({name for name, *_ in pairs}) == len(pairs), query
    return {name: unquote(value) for name, _, value in pairs}


def only(*commands: list[Any], **page: Any) -> dict[str, str]:
    """Return the parameters of the one request that some commands lead to."""
    (found,) = Speaker(*commands, **page).requests()
    return found


def own(*commands: list[Any], **page: Any) -> list[str]:
    """Return what is the calls' own in the requests that some commands lead to."""
    return Speaker(*commands, **page).own()
