"""What the tracker takes from the page by itself."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.transports.matomo_start import MatomoStart
from tests.support.fake_page import FakePage

HOME = "https://shop.test/"
SHIRTS = "https://shop.test/shirts"


class Tracker:
    """A tracker that is live when it is told so, and what it was told first."""

    def __init__(self, live: bool = False) -> None:
        self.live = live
        self.first: list[Any] = []

    def start(self) -> MatomoStart:
        """Return its start."""
        return MatomoStart(lambda: self.live, self.first.extend)


def go(fake: FakePage, url: str, title: str) -> None:
    """Change the route."""
    fake.location.href = url
    fake.document.title = title


def begun(fake: FakePage, tracker: Tracker) -> MatomoStart:
    """Begin at home."""
    go(fake, HOME, "Home")
    start = tracker.start()
    start.begin()
    return start


def own(start: MatomoStart) -> tuple[str | None, str | None]:
    """Return the tracker's own address and title."""
    facts = start.own()
    return facts["url"], facts["title"]


def test_a_title_may_change_until_it_starts(fake: FakePage) -> None:
    """On the address of the beginning; once another route is seen they stay those of before."""
    start = begun(fake, Tracker())
    fake.document.title = "Welcome"
    assert own(start) == (HOME, "Welcome")
    go(fake, SHIRTS, "Shirts")
    assert own(start) == (HOME, "Welcome")
    go(fake, HOME, "Back")
    assert own(start) == (HOME, "Welcome")


def test_it_starts_where_it_began(fake: FakePage) -> None:
    """It needs no telling, and nothing that changes later is its own."""
    tracker = Tracker()
    start = begun(fake, tracker)
    fake.document.title = "Welcome"
    fake.start_tracker()
    fake.document.title = "Later"
    assert (own(start), tracker.first) == ((HOME, "Welcome"), [])


def test_it_starts_elsewhere(fake: FakePage) -> None:
    """Then it is told the address, as it would write it, and the last title there."""
    tracker = Tracker()
    start = begun(fake, tracker)
    go(fake, HOME + "caf%C3%A9", "Café")
    start.begin()
    start.own()
    go(fake, SHIRTS, "Shirts")
    fake.start_tracker()
    told = [["setCustomUrl", HOME + "café"], ["setDocumentTitle", "Café"]]
    # Both beginnings are heard: the second says what is true of both.
    assert tracker.first == [*told, *told]
    assert own(start) == (HOME + "caf%C3%A9", "Café")


@pytest.mark.parametrize("live", [True, False])
def test_an_event_at_another_address(fake: FakePage, live: bool) -> None:
    """The tracker is told once; from then on that is its own, whatever the page's is."""
    start = begun(fake, Tracker(live=live))
    go(fake, SHIRTS, "Shirts")
    assert start.move(None) == []
    moved = SHIRTS if live else HOME
    assert start.move(moved) == [["setCustomUrl", moved]]
    assert (start.move(moved), own(start)[0]) == ([], moved)


def test_events_at_two_addresses(fake: FakePage) -> None:
    """What the tracker takes by itself stays that of the first, wherever the second was."""
    tracker = Tracker()
    start = begun(fake, tracker)
    assert start.move(HOME) == []
    go(fake, SHIRTS, "Shirts")
    assert start.move(SHIRTS) == [["setCustomUrl", SHIRTS]]
    fake.start_tracker()
    assert tracker.first == [["setCustomUrl", HOME], ["setDocumentTitle", "Home"]]
    assert own(start) == (SHIRTS, "Home")
    assert start.move(HOME) == [["setCustomUrl", HOME]]


def test_a_tracker_that_is_there_already(fake: FakePage) -> None:
    """Its own are the facts of the beginning, and nothing is put on the page."""
    start = begun(fake, Tracker(live=True))
    go(fake, SHIRTS, "Shirts")
    assert own(start) == (HOME, "Home")
    assert fake.matomoPluginAsyncInit is None


def test_a_tracker_that_tells_nobody_of_its_start(fake: FakePage) -> None:
    """From the first look at it on, its own facts stay."""
    tracker = Tracker()
    start = begun(fake, tracker)
    tracker.live = True
    assert own(start) == (HOME, "Home")
    fake.document.title = "Later"
    assert own(start) == (HOME, "Home")


def test_others_wait_for_the_start_as_well(fake: FakePage) -> None:
    """A list that the page has is the same list after that."""
    heard: list[str] = []
    mine = [lambda: heard.append("mine")]
    fake.matomoPluginAsyncInit = mine
    begun(fake, Tracker())
    assert fake.matomoPluginAsyncInit is mine
    fake.start_tracker()
    assert (heard, len(mine)) == (["mine"], 2)


def test_before_it_begins(fake: FakePage) -> None:
    """Nothing is known of a page that has not been looked at."""
    go(fake, HOME, "Home")
    assert Tracker().start().own() == {"url": None, "title": None, "referrer": None}


def test_a_page_that_does_not_say_its_address(fake: FakePage) -> None:
    """It has a title all the same."""
    start = Tracker().start()
    fake.location.href = None
    assert own(start) == (None, "Shop")


def test_it_starts_elsewhere_without_a_title(fake: FakePage) -> None:
    """A blank one is told, so that the other route's is not taken."""
    tracker = Tracker()
    fake.location.href = HOME
    fake.document.title = ""
    start = tracker.start()
    start.begin()
    start.own()
    go(fake, SHIRTS, "Shirts")
    fake.start_tracker()
    assert tracker.first == [["setCustomUrl", HOME], ["setDocumentTitle", ""]]


def test_it_starts_after_a_way_back(fake: FakePage) -> None:
    """The address is that of the beginning, the title there is another route's."""
    tracker = Tracker()
    start = begun(fake, tracker)
    start.own()
    go(fake, SHIRTS, "Shirts")
    start.own()
    go(fake, HOME, "Back")
    fake.start_tracker()
    assert tracker.first == [["setCustomUrl", HOME], ["setDocumentTitle", "Home"]]


def test_an_address_that_changes_before_the_first_call(fake: FakePage) -> None:
    """An application goes to its first route: nothing is to be had from the address before it, and
    the title may still come."""
    tracker = Tracker()
    start = begun(fake, tracker)
    go(fake, SHIRTS, "Shop")
    assert own(start) == (SHIRTS, "Shop")
    fake.document.title = "Shirts"
    fake.start_tracker()
    assert (own(start), tracker.first) == ((SHIRTS, "Shirts"), [])


@pytest.mark.parametrize("name", ["trackEvent", "trackPageView"])
def test_what_waits_before_the_first_route(fake: FakePage, name: str) -> None:
    """It is of the address on which it was called; a view may be the page's own."""
    tracker = Tracker()
    start = begun(fake, tracker)
    fake._paq = [[name]]
    go(fake, SHIRTS, "Shirts")
    assert own(start) == (HOME, "Home")
    fake.start_tracker()
    assert tracker.first == [["setCustomUrl", HOME], ["setDocumentTitle", "Home"]]
