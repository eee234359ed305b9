"""A page view after a change of route waits for its title, on a page without a browser."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.late_title import waiting_for_titles
from tests.support.fake_page import FakePage

SETTINGS: Any = {"titleDelay": 100}
NO_DELAY: Any = {"titleDelay": 0}
TRACK: Any = {"type": "track"}
Sent = list[Any]


def page_call(fake: FakePage, route: str) -> Any:
    """Go to a route, and return the event of a page call made there now."""
    fake.location.href = route
    return {"type": "page", "page": {"url": route, "title": fake.document.title}}


@pytest.fixture
def sent() -> Sent:
    """Return what has been sent, in its order."""
    return []


def test_a_late_title(fake: FakePage, sent: Sent) -> None:
    """The first view goes at once; that of the next route, and what follows it, waits."""
    accept = waiting_for_titles(SETTINGS, sent.append)
    fake.document.title = "Home"
    accept(page_call(fake, "/"))
    assert len(sent) == 1
    accept(page_call(fake, "/shirts"))
    accept(TRACK)
    assert [event["type"] for event in sent] == ["page"]
    fake.document.title = "Shirts"
    fake.run_timers(99)
    assert len(sent) == 1
    fake.run_timers(1)
    assert [event["type"] for event in sent] == ["page", "page", "track"]
    assert sent[1]["page"] == {"url": "/shirts", "title": "Shirts", "stale": "Home"}


def test_a_route_that_is_left_with_its_title(fake: FakePage, sent: Sent) -> None:
    """The title that came while it was the page's is its own, whatever the next one has."""
    accept = waiting_for_titles(SETTINGS, sent.append)
    accept(page_call(fake, "/"))
    accept(page_call(fake, "/a"))
    fake.document.title = "A"
    fake.run_timers(60)
    fake.document.title = "B"
    accept(page_call(fake, "/b"))
    fake.run_timers(100)
    assert [event["page"]["title"] for event in sent] == ["Shop", "A", "B"]


def test_the_next_route_ends_the_wait(fake: FakePage, sent: Sent) -> None:
    """Two routes in a row: the first takes the title of that moment, the second waits its time."""
    accept = waiting_for_titles(SETTINGS, sent.append)
    accept(page_call(fake, "/"))
    accept(page_call(fake, "/a"))
    fake.run_timers(60)
    fake.document.title = "A"
    accept(page_call(fake, "/b"))
    fake.document.title = "B"
    fake.run_timers(60)
    assert [event["page"]["title"] for event in sent] == ["Shop", "A"]
    fake.run_timers(40)
    assert [event["page"]["title"] for event in sent] == ["Shop", "A", "B"]


def test_leaving_the_page_ends_the_wait(fake: FakePage, sent: Sent) -> None:
    """What waits is not lost with the page."""
    accept = waiting_for_titles(SETTINGS, sent.append)
    accept(page_call(fake, "/"))
    accept(page_call(fake, "/a"))
    fake.leave()
    assert len(sent) == 2


def test_the_shortest_delay(fake: FakePage, sent: Sent) -> None:
    """A millisecond is one: frameworks set their titles right after the call."""
    shortest: Any = {"titleDelay": 1}
    accept = waiting_for_titles(shortest, sent.append)
    accept(page_call(fake, "/"))
    accept(page_call(fake, "/a"))
    assert len(sent) == 1
    fake.run_timers(1)
    assert len(sent) == 2


def test_the_same_route_again(fake: FakePage, sent: Sent) -> None:
    """It waits for nothing: its title has come, or never will."""
    accept = waiting_for_titles(SETTINGS, sent.append)
    accept(page_call(fake, "/"))
    accept(page_call(fake, "/"))
    assert (len(sent), fake.timers) == (2, {})


def test_the_shortest_delay_of_a_first_title(fake: FakePage, sent: Sent) -> None:
    """It says that scripts set the titles: the first one is waited for."""
    shortest: Any = {"titleDelay": 1}
    fake.document.title = ""
    waiting_for_titles(shortest, sent.append)(page_call(fake, "/"))
    assert sent == []


def test_without_a_delay(fake: FakePage, sent: Sent) -> None:
    """By default nothing waits, and a call for the same route never does."""
    accept = waiting_for_titles(NO_DELAY, sent.append)
    accept(page_call(fake, "/"))
    accept(page_call(fake, "/a"))
    accept(page_call(fake, "/a"))
    assert len(sent) == 3
    assert fake.timers == {}


@pytest.mark.parametrize("title", ["Shop", ""])
def test_the_first_title_is_still_to_be_read(title: str, fake: FakePage, sent: Sent) -> None:
    """The first view, and what follows it, waits for the rest of the document; then no longer."""
    fake.document.title, fake.document.readyState = "", "loading"
    accept = waiting_for_titles(NO_DELAY, sent.append)
    accept(page_call(fake, "/"))
    accept(TRACK)
    fake.run_timers(900)
    assert sent == []
    fake.parse(title)
    assert [event["type"] for event in sent] == ["page", "track"]
    assert sent[0]["page"]["title"] == title


@pytest.mark.parametrize("state", ["loading", "interactive", "complete"])
@pytest.mark.parametrize("title", ["Shop", ""])
def test_the_first_title_is_set_by_a_script(
    title: str, state: str, fake: FakePage, sent: Sent
) -> None:
    """With a delay the first view waits on where there is no title at all, a second at most."""
    fake.document.title, fake.document.readyState = "", state
    accept = waiting_for_titles(SETTINGS, sent.append)
    accept(page_call(fake, "/"))
    accept(TRACK)
    fake.parse("")
    fake.run_timers(900)
    assert sent == []
    fake.document.title = title
    fake.run_timers(100)
    assert [event["type"] for event in sent] == ["page", "track"]
    assert sent[0]["page"]["title"] == title


@pytest.mark.parametrize("settings", [SETTINGS, NO_DELAY])
def test_a_route_while_the_document_is_read(settings: Any, fake: FakePage, sent: Sent) -> None:
    """What the rest of the document brings is the first route's title, and ends no other wait."""
    fake.document.title, fake.document.readyState = "", "loading"
    accept = waiting_for_titles(settings, sent.append)
    accept(page_call(fake, "/"))
    accept(page_call(fake, "/a"))
    fake.parse("")
    assert len(sent) == 1
    fake.document.title = "A"
    fake.run_timers(100)
    assert [event["page"]["title"] for event in sent] == ["", "A"]


def test_a_first_title_that_is_there(fake: FakePage, sent: Sent) -> None:
    """A document that is being read, and has its title, keeps nothing back."""
    fake.document.readyState = "loading"
    waiting_for_titles(SETTINGS, sent.append)(page_call(fake, "/"))
    assert len(sent) == 1


def test_a_route_that_is_left_without_a_page_call(fake: FakePage, sent: Sent) -> None:
    """With a delay a view takes the title that comes, even on another route; without one, where no
    title came, it has none."""
    for delay, title in ((1, "B"), (0, "")):
        settings: Any = {"titleDelay": delay}
        accept = waiting_for_titles(settings, sent.append)
        fake.document.title = ""
        accept(page_call(fake, "/"))
        accept(page_call(fake, "/a"))
        fake.location.href = "/b"
        fake.document.title = "B"
        fake.run_timers(50)
        assert sent[-1]["page"]["title"] == title


def test_a_page_call_of_a_route_that_is_left(fake: FakePage, sent: Sent) -> None:
    """A call that has waited itself gets the title that comes, if it brought none of its own."""
    accept = waiting_for_titles(SETTINGS, sent.append)
    accept(page_call(fake, "/"))
    waited = page_call(fake, "/a")
    fake.location.href = "/b"
    fake.document.title = "B"
    accept(waited)
    fake.run_timers(100)
    assert sent[-1]["page"] == {"url": "/a", "title": "B", "stale": "Shop"}


def test_a_route_that_is_left_at_once_with_a_title_of_its_own(fake: FakePage, sent: Sent) -> None:
    """A title that is another than that of the route before is the route's, not the next one's."""
    accept = waiting_for_titles(SETTINGS, sent.append)
    accept(page_call(fake, "/"))
    fake.document.title = "A"
    accept(page_call(fake, "/a"))
    fake.location.href = "/b"
    fake.document.title = "B"
    fake.run_timers(100)
    assert sent[-1]["page"] == {"url": "/a", "title": "A", "stale": "A"}


def test_routes_in_a_hurry(fake: FakePage, sent: Sent) -> None:
    """Each call comes ahead of its title, and the next one ends its wait: none has the title of
    the route before, though nobody has looked for it meanwhile."""
    accept = waiting_for_titles(SETTINGS, sent.append)
    accept(page_call(fake, "/"))
    for route in ("/a", "/b", "/c"):
        accept(page_call(fake, route))
        fake.document.title = route.upper()
    fake.run_timers(100)
    assert [event["page"]["title"] for event in sent] == ["Shop", "/A", "/B", "/C"]


@pytest.mark.parametrize(
    ("first", "second", "title"), [("/", "/", ""), ("/", "/a", "A")], ids=["same", "titled"]
)
def test_nothing_to_wait_for(
    fake: FakePage, sent: Sent, first: str, second: str, title: str
) -> None:
    """Without a delay a view goes at once on the same route, and on one that has its title; the
    first does on a document that has been read, even without a title."""
    accept = waiting_for_titles(NO_DELAY, sent.append)
    fake.document.title = ""
    accept(page_call(fake, first))
    assert len(sent) == 1
    fake.document.title = title
    accept(page_call(fake, second))
    assert len(sent) == 2
