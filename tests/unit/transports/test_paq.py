"""Matomo's queue, before and after its tracker is there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.transports.paq import (
    Paq,
    is_other_user,
    is_replayed_first,
    push,
    pushing,
    tell_first,
)
from tests.support.fake_page import FakePage, Matomo, Queue, Recorder

SITE: list[Any] = [["setSiteId", 1], ["setTrackerUrl", "https://m.example/piwik.php"]]
LOGIN: list[Any] = ["setUserId", "u"]
VIEW: list[Any] = ["trackPageView"]


def test_the_queue_is_made_where_there_is_none(fake: FakePage) -> None:
    """Commands wait in an array, which the tracker takes over when it comes."""
    assert Paq(is_replayed_first, push).send([VIEW])
    assert type(fake._paq) is Queue
    assert fake.commands == [VIEW]


def test_the_queue_is_looked_up_each_time(fake: FakePage) -> None:
    """Pages and trackers replace it; what is pushed is pushed onto that of now."""
    paq = Paq(is_replayed_first, push)
    first = fake._paq = Queue()
    paq.send([VIEW])
    fake._paq = Recorder(Matomo())
    paq.send([LOGIN])
    assert (first, fake.commands) == ([VIEW], [LOGIN])


@pytest.mark.parametrize("name", ["setSiteId", "setTrackerUrl", "setUserId"])
def test_what_would_come_too_early(fake: FakePage, name: str) -> None:
    """A tracker to come would replay the second of its name ahead of what stands between them."""
    paq = Paq(is_replayed_first, push)
    assert paq.send([[name, "a"], VIEW])
    assert paq.send([VIEW, [name, "b"]]) is False
    assert fake.commands == [[name, "a"], VIEW]
    fake._paq = Recorder(Matomo())
    assert paq.send([VIEW, [name, "b"]])


def test_the_pages_own_command_counts_as_well(fake: FakePage) -> None:
    """Whoever put the first of its name there."""
    fake._paq = Queue([["setUserId", "theirs"], "no command", []])
    assert Paq(is_replayed_first, push).send([LOGIN]) is False
    assert Paq(is_replayed_first, push).send([SITE[0]])


def test_live(fake: FakePage) -> None:
    """The queue is no array any more once a tracker has taken it over."""
    found = []
    for queue in (None, Queue(), Recorder(Matomo())):
        fake._paq = queue
        found.append(Paq(is_replayed_first, push).is_live())
    assert found == [False, False, True]


class Bare(list[Any]):
    """An array without a push, which counts as true."""

    def __bool__(self) -> bool:
        return True


def test_an_array_without_push(fake: FakePage) -> None:
    """Frozen prototypes of a page leave arrays without one: commands get there all the same."""
    fake._paq = Bare()
    Paq(is_replayed_first, push).send([VIEW])
    assert fake._paq == [VIEW]


@pytest.mark.usefixtures("swallowing")
def test_a_push_that_throws(fake: FakePage) -> None:
    """One command that a page's own push does not like costs that command only."""
    sent: list[Any] = []

    def push(command: Any) -> None:
        if command == LOGIN:
            raise ZeroDivisionError
        sent.append(command)

    fake._paq = SimpleNamespace(push=push)
    assert Paq(is_replayed_first, push).send([VIEW, LOGIN, VIEW])
    assert sent == [VIEW, VIEW]


def test_the_queue_is_taken_off_the_page(fake: FakePage) -> None:
    """An integration that is uninstalled leaves none."""
    paq = Paq(is_replayed_first, push)
    paq.send(SITE)
    paq.drop()
    assert fake._paq is None
    assert paq.send(SITE)


@pytest.mark.parametrize(
    ("queue", "has_matomo", "is_taken"),
    [(None, False, False), (Queue([VIEW, LOGIN]), False, False), (Recorder(Matomo()), False, False),
     (Queue([SITE[0]]), False, True), (Queue([SITE[1]]), False, True), (None, True, True)],
)  # fmt: skip
def test_a_matomo_of_the_pages_own(
    fake: FakePage, queue: Any, has_matomo: bool, is_taken: bool
) -> None:
    """The page has one, or a queue with its site; what we find later on may be our own."""
    fake._paq = queue
    fake.Piwik = {} if has_matomo else None
    paq = Paq(is_replayed_first, push)
    assert [paq.is_taken(SITE), paq.is_taken(SITE)] == [is_taken, False]


def test_ways_around_the_tracker(fake: FakePage) -> None:
    """Of what the tracker has not something else is pushed; all other commands are themselves."""
    hand_over = pushing({"setHitTime": lambda command: ["said", *command]})
    for command in (["setHitTime", 5], VIEW, LOGIN, LOGIN, ["setUserId", "v"], VIEW):
        hand_over(command)
    # Of what is queued twice a tracker to come complains, but only of users.
    assert fake.commands == [["said", "setHitTime", 5], VIEW, LOGIN, ["setUserId", "v"], VIEW]


def test_what_comes_first(fake: FakePage) -> None:
    """It stands ahead of all that waits, each ahead of the one before."""
    push(VIEW)
    tell_first([LOGIN, SITE[0]])
    assert fake.commands == [SITE[0], LOGIN, VIEW]


def test_the_same_user_once_more(fake: FakePage) -> None:
    """It changes nothing, and so need not wait; another one would come too early."""
    assert not is_other_user(LOGIN)
    for command in (["setUserId", "t"], LOGIN, ["trackEvent", "other than u"]):
        push(command)
    found = [is_other_user(one) for one in (LOGIN, ["setUserId", "t"], VIEW)]
    assert found == [False, True, False]


def test_a_login_behind_a_logout(fake: FakePage) -> None:
    """Whoever it is, the tracker would take it ahead of the logout that waits."""
    push(LOGIN)
    push(["resetUserId"])
    assert [is_other_user(one) for one in (LOGIN, ["setUserId", "t"], VIEW)] == [True, True, False]
