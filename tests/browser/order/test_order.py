"""Whenever the tracker arrives, each event leaves once, in its place, for who was there.

The tracker complains on the console of a command that it finds twice in the queue, and a message
on the console fails a test here.
"""

from __future__ import annotations

import pytest

from tests.support.tracker_file import TRACKER
from tests.support.visit import Visit

CALLS = 13
FIRST_LOGIN = 3
USERS = [
    ("guest", None),
    ("as a", "a"),
    ("own", "a"),
    ("as a again", "a"),
    ("nobody", None),
    ("as b", "b"),
    ("back", "a"),
]
WAITING = [
    ["trackEvent", "All", "guest", None, None],
    ["setUserId", "a"],
    ["trackEvent", "All", "as a", None, None],
    ["trackEvent", "own", "own"],
    ["trackEvent", "All", "as a again", None, None],
    ["resetUserId"],
    ["trackEvent", "All", "nobody", None, None],
]
"""What the queue holds as long as the tracker has not come: all before the second login."""


def users(visit: Visit) -> list[tuple[str, str | None]]:
    """Each event that arrived and its user."""
    return [(hit["e_a"], hit.get("uid")) for hit in visit.hits()]


@pytest.mark.parametrize("arrival", range(1, CALLS + 1))
def test_a_tracker_that_arrives_after_any_call(arrival: int, visit: Visit) -> None:
    """Order and users are those of the calls, wherever among them the tracker arrives.

    Only an event before the first login may count as that user's: the tracker applies a login
    that it finds in the queue to all of it (facts of Matomo, "Replay order").
    """
    visit.hold_tracker()
    visit.open()
    visit.run("(count) => run(0, count)", arrival)
    visit.release_tracker()
    visit.run("([from, to]) => run(from, to)", [arrival, CALLS])
    guest = "a" if arrival >= FIRST_LOGIN else None
    assert users(visit) == [("guest", guest), *USERS[1:]]


def test_a_tracker_that_never_arrives(visit: Visit) -> None:
    """The queue holds what the tracker may find there; the rest waits, without a word."""
    visit.hold_tracker()
    visit.open()
    visit.run("(count) => run(0, count)", CALLS)
    visit.wait_for_request()
    assert visit.queued()[3:] == WAITING


def test_the_queue_stays_the_same_array(visit: Visit) -> None:
    """Who holds a reference to _paq can go on pushing to it until the tracker takes over."""
    visit.hold_tracker()
    visit.open()
    visit.run("{ window._paq = [['trackEvent', 'own', 'first']]; window.mine = _paq; 0 }")
    visit.run("(count) => run(0, count)", CALLS)
    assert visit.run("mine === _paq")
    visit.run("mine.push(['trackEvent', 'own', 'last'])")
    visit.release_tracker()
    # The page's last push cannot wait behind ours: it is in the queue, ours are not.
    assert [name for name, _ in users(visit)] == [
        "first",
        *["guest", "as a", "own", "as a again", "nobody"],
        "last",
        *["as b", "back"],
    ]


def test_a_call_between_the_script_and_its_load_event(visit: Visit) -> None:
    """Code that runs as soon as the tracker is there comes after what has waited for it."""
    visit.hold_tracker()
    visit.open()
    visit.run("(count) => run(0, count)", CALLS)
    visit.release_tracker(TRACKER.read_text("utf-8") + "\n;track('inside')")
    assert users(visit)[-2:] == [("back", "a"), ("inside", "a")]


def test_a_login_that_the_page_has_queued_itself(visit: Visit) -> None:
    """Ours waits behind it: in one queue the tracker would complain, and take the last for all."""
    visit.hold_tracker()
    visit.open()
    visit.run("{ window._paq = [['setUserId', 'own'], ['trackEvent', 'own', 'before']]; 0 }")
    visit.run("(calls[0](), analytics.identify('a'), track('after'), 0)")
    visit.release_tracker()
    assert users(visit) == [("before", "own"), ("after", "a")]


def test_calls_before_load(visit: Visit) -> None:
    """What was called before load is made at load, in its order, as who was there then."""
    visit.hold_tracker()
    visit.open()
    visit.run("(count) => run(1, count)", 4)
    visit.run("([from, to]) => run(from, to)", [5, CALLS])
    assert visit.pushed() == []
    visit.run("calls[0]()")
    visit.release_tracker()
    assert users(visit) == [("guest", "a"), ("as a", "a"), *USERS[3:]]


@pytest.mark.parametrize("first", [None, "a"])
def test_the_same_login_again(first: str | None, visit: Visit) -> None:
    """Pages that identify on every view bring no complaint and lose no event."""
    visit.hold_tracker()
    visit.open()
    visit.run("calls[0]()")
    if first:
        visit.run("(id) => analytics.identify(id)", first)
    visit.run("for (const name of ['1', '2', '3']) { analytics.identify('a'); track(name) }")
    visit.release_tracker()
    assert users(visit) == [("1", "a"), ("2", "a"), ("3", "a")]
