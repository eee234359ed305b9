"""Matomo's script: fetched or looked for, and in the end live or blocked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from paqbridge.destination.script import TWICE, fetching
from paqbridge.types.settings import Complain
from tests.support.fake_page import FakePage

SETTINGS: Any = {
    "serverUrl": "https://m.example",
    "timeout": 5000,
    "loadScript": True,
    "nonce": "n",
}


def no_other(settings: Any, transport: Any, complain: Any, then: Any) -> bool:
    """Start nothing in the script's place."""
    return False


def source(settings: Any) -> str:
    """The script's address."""
    return str(settings["serverUrl"]) + "/x.js"


class Stage:
    """What a script has around it; ``seen`` is what becomes of that."""

    def __init__(self, **settings: Any) -> None:
        self.live = False
        self.seen: list[Any] = []
        self.next_call: Callable[[], object]
        say = self.seen.append
        given: Any = {**SETTINGS, **settings}
        queue: Any = self
        tell: Complain = lambda text, received: say((text, received))  # noqa: E731
        self.script = fetching(no_other, source)(given, queue, self, self, tell)

    def is_live(self) -> bool:
        """Tell whether the tracker is there."""
        return self.live

    def is_taken(self, opening: list[Any]) -> bool:
        """Tell that the page has one that was opened so."""
        return opening == [["setSiteId", 1]]

    def send(self, commands: list[Any]) -> bool:
        """Take nothing."""
        return False

    def is_shut(self) -> bool:
        """Tell that it may send."""
        return False

    def deliver(self, call: Any) -> bool:
        """Take nothing."""
        return False

    def release(self) -> None:
        """Send what is held."""
        self.seen.append("release")

    def at_next_call(self, action: Callable[[], object]) -> None:
        """Keep what the next call is to do."""
        self.next_call = action

    def bound(self) -> None:
        """Hold no more than so many."""
        self.seen.append("bound")

    def load(self) -> Any:
        """Load it, with somebody who waits."""
        self.script.tell(lambda: self.seen.append("told"))
        return self.script.load()


BLOCKED = ("Matomo's script is blocked", "https://m.example")


def test_it_is_fetched(fake: FakePage) -> None:
    """One element, of the kit's address and with the nonce, which the host gets."""
    element: Any = Stage().load()
    assert fake.document.scripts == [element]
    assert (element.src, element.nonce) == ("https://m.example/x.js", "n")


@pytest.mark.parametrize(("fetches", "said"), [(True, [(TWICE, True)]), (False, [])])
def test_one_that_is_there(fetches: bool, said: list[Any]) -> None:
    """It would be there twice, where ours is fetched."""
    stage = Stage(loadScript=fetches)
    stage.script.expect([])
    stage.script.expect([["setSiteId", 1]])
    assert stage.seen == said


def test_live(fake: FakePage) -> None:
    """Once the script has run, what is held leaves before anybody is told."""
    stage = Stage()
    element = stage.load()
    stage.live = True
    element.onload()
    assert stage.seen == ["release", "told"]


def test_a_late_tracker(fake: FakePage) -> None:
    """One that was given up is welcome all the same."""
    stage = Stage()
    element = stage.load()
    fake.run_timers(5000)
    stage.seen.clear()
    stage.live = True
    element.onload()
    assert stage.seen == ["release", "told"]


@pytest.mark.parametrize(
    "end",
    [lambda element: element.onload(), lambda element: element.onerror(), None],
    ids=["it ran", "it failed", "its time is over"],
)
def test_blocked(fake: FakePage, end: Callable[[Any], None] | None) -> None:
    """No tracker in the end: the queue gets its bound, the page a warning, the host its ready."""
    stage = Stage()
    element = stage.load()
    if end:
        end(element)
    else:
        fake.run_timers(4999)
        assert stage.seen == []
        fake.run_timers(1)
    assert stage.seen == ["bound", BLOCKED, "told"]


def test_the_pages_own_tracker(fake: FakePage) -> None:
    """With loadScript false nothing is fetched: it is looked for until it is there."""
    stage = Stage(loadScript=False)
    assert stage.load() is None
    fake.run_timers(100)
    assert (stage.seen, fake.document.scripts) == ([], [])
    stage.live = True
    fake.run_timers(49)
    assert stage.seen == []
    fake.run_timers(1)
    assert stage.seen == ["release", "told"]
    fake.run_timers(4000)
    assert stage.seen == ["release", "told"]


def test_the_pages_own_tracker_that_is_there(fake: FakePage) -> None:
    """Nobody waits for what is there already."""
    stage = Stage(loadScript=False)
    stage.live = True
    stage.load()
    assert stage.seen == ["release", "told"]


def looks(fake: FakePage) -> list[int]:
    """When the timers that wait now will run."""
    return sorted(at for at, _ in fake.timers.values())


def test_it_is_looked_for_ever_less_often(fake: FakePage) -> None:
    """Each pause is twice the one before, and once its time is over nothing runs any more."""
    stage = Stage(loadScript=False)
    stage.load()
    seen = []
    for _ in range(6):
        seen.append(looks(fake)[0])
        fake.run_timers(seen[-1] - fake.now)
    assert (seen, looks(fake)) == ([50, 150, 350, 750, 1550, 3150], [5000])
    fake.run_timers(5000)
    assert (stage.seen, fake.timers) == (["bound", BLOCKED, "told"], {})


def test_the_next_call_looks_again(fake: FakePage) -> None:
    """For as long as the first time, but only where the tracker is the page's own."""
    stage = Stage(loadScript=False)
    stage.load()
    fake.run_timers(9000)
    stage.next_call()
    assert looks(fake) == [9050, 14_000]
    stage.live = True
    fake.run_timers(50)
    assert stage.seen[3:] == ["release", "told"]
    fetched = Stage()
    fetched.load()
    fake.run_timers(5000)
    assert (hasattr(fetched, "next_call"), fake.timers) == (False, {})


def test_nobody_waits_any_more(fake: FakePage) -> None:
    """A destination that is stopped looks no further and says nothing, whatever comes."""
    stage = Stage(loadScript=False)
    stage.load()
    stage.script.tell(None)
    fake.run_timers(10_000)
    stage.live = True
    fake.run_timers(10_000)
    assert (stage.seen, fake.timers) == ([], {})


@pytest.mark.parametrize(
    ("timeout", "last_look"), [(101, 50), (150, 50), (200, 50), (201, 150), (100, 0)]
)
def test_looks_end_before_the_timeout(fake: FakePage, timeout: int, last_look: int) -> None:
    """Each pause is twice the one before, and none is half of the time or longer."""
    looks: list[int] = []
    stage = Stage(loadScript=False, timeout=timeout)
    stage.is_live = lambda: looks.append(fake.now) or False  # type: ignore[method-assign,func-returns-value]
    stage.load()
    fake.run_timers(timeout - 1)
    assert looks[-1] == last_look
