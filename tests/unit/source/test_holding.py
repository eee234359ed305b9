"""An event is held until all who track it have sent what they say, and goes on once."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.holding import PATIENCE, hold
from tests.support.fake_elements import Element, Event, Window
from tests.support.fake_page import FakePage
from tests.unit.source.conftest import owner_of


class Way:
    """A way on, and how often it was gone."""

    def __init__(self) -> None:
        self.times = 0

    def find(self, event: Any, element: Any) -> Any:
        """Return the way."""
        return self.go

    def go(self) -> None:
        """Go on."""
        self.times += 1


def heard(window: Window, *hears: Any) -> Event:
    """Return an event of a link that these listeners have heard of."""
    link = Element("a", window.document)
    for hear in hears:
        link.addEventListener("click", hear)
    event = Event("click", link)
    event.happen()
    return event


def test_it_goes_on_when_delivered(window: Window, tracked: Any) -> None:
    """Held until the callback comes; neither a second callback nor the timer goes again."""
    way = Way()
    event = heard(window, lambda event: hold(tracked.owner, event, "e", ["x", {}, None], way.find))
    assert (event.defaultPrevented, way.times, tracked.calls) == (True, 0, [["x", {}, None]])
    tracked.delivered[0]()
    tracked.delivered[0]()
    assert way.times == 1


def test_the_timer(fake: FakePage, window: Window, tracked: Any) -> None:
    """Without a callback it goes on after a while, once."""
    way = Way()
    heard(window, lambda event: hold(tracked.owner, event, "e", ["x"], way.find))
    fake.run_timers(PATIENCE - 1)
    assert way.times == 0
    fake.run_timers(1)
    tracked.delivered[0]()
    assert way.times == 1


def test_tracking_that_throws(fake: FakePage, window: Window, swallowing: None) -> None:
    """It is the timer's, then."""
    way = Way()
    heard(window, lambda event: hold(owner_of(lambda *given: 1 / 0), event, "e", ["x"], way.find))
    fake.run_timers(PATIENCE)
    assert way.times == 1


def test_a_callback_at_once(window: Window, tracked: Any) -> None:
    """Delivered while it is tracked: it goes on when everybody has heard of it, not before."""
    way = Way()
    times: list[int] = []
    heard(
        window,
        lambda event: hold(owner_of(lambda *given: given[-1]()), event, "e", ["x"], way.find),
        lambda event: times.append(way.times),
    )
    assert (times, way.times) == ([0], 1)


def test_two_trackers(fake: FakePage, window: Window, tracked: Any) -> None:
    """It waits for both, in whatever order, each told twice; where one knows no way, the other's
    counts, else the first."""
    first, second, none = Way(), Way(), lambda event, element: None
    for one, other in ((first.find, second.find), (none, first.find)):
        tracked.delivered.clear()
        heard(
            window,
            lambda event, way=one: hold(tracked.owner, event, "e", ["x"], way),
            lambda event, way=other: hold(tracked.owner, event, "e", ["y"], way),
        )
        before = first.times
        for _ in range(2):
            tracked.delivered[1]()
        assert first.times == before
        tracked.delivered[0]()
        assert first.times == before + 1
    assert second.times == 0


@pytest.mark.parametrize("first", [True, False])
def test_prevented(first: bool, window: Window, tracked: Any) -> None:
    """The page's no counts, said before or after; tracked it is."""
    way = Way()
    hears = [
        lambda event: hold(tracked.owner, event, "e", ["x"], way.find),
        lambda event: event.preventDefault(),
    ]
    heard(window, *(hears[::-1] if first else hears))
    tracked.delivered[0]()
    assert way.times == 0


def test_the_way_at_the_end(window: Window, tracked: Any) -> None:
    """Listeners behind ours have their say of where a link leads."""
    gone: list[str] = []
    link = {"leads": "/next"}

    def find(event: Any, element: Any) -> Any:
        leads = link["leads"]
        return (lambda: gone.append(leads)) if leads else None

    for leads in ("/decorated", ""):
        heard(
            window,
            lambda event: hold(tracked.owner, event, "e", ["x"], find),
            lambda event, leads=leads: link.update(leads=leads),
        )
        tracked.delivered[-1]()
    assert gone == ["/decorated"]


def test_no_way(window: Window, tracked: Any) -> None:
    """What has no way on, or one that throws, is tracked and not prevented."""
    for way in (lambda event, element: None, lambda event, element: 1 / 0):
        event = heard(window, lambda event, way=way: hold(tracked.owner, event, "e", ["x"], way))
        assert not event.defaultPrevented
        tracked.delivered[-1]()
    assert tracked.calls == [["x"], ["x"]]


def test_the_latest_is_gone(window: Window, tracked: Any) -> None:
    """Of two that are held the later goes on; one that is not held changes nothing."""
    first, second, none = Way(), Way(), lambda event, element: None
    for find in (first.find, second.find, none):
        heard(window, lambda event, find=find: hold(tracked.owner, event, "e", ["x"], find))
    for deliver in tracked.delivered:
        deliver()
    assert (first.times, second.times) == (0, 1)


@pytest.mark.parametrize("is_early", [False, True])
def test_one_that_does_not_go_up(is_early: bool, window: Window, tracked: Any) -> None:
    """A click that a script makes may tell the link alone; it is held all the same."""
    way = Way()
    link = Element("a", window.document)
    event = Event("click", link)
    event.bubbles = False
    hear = lambda event: hold(tracked.owner, event, "e", ["x"], way.find)  # noqa: E731
    (window.document if is_early else link).addEventListener("click", hear, is_early)
    assert not event.happen()
    tracked.delivered[0]()
    assert way.times == 1


def test_stopped(window: Window, tracked: Any) -> None:
    """An event that is stopped at the element is held all the same."""
    way = Way()
    event = heard(
        window,
        lambda event: setattr(event, "cancelBubble", True),
        lambda event: hold(tracked.owner, event, "e", ["x"], way.find),
    )
    assert event.defaultPrevented
    tracked.delivered[0]()
    assert way.times == 1
