"""What single requests say besides, through a plugin of the tracker's."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.transports.annotations import KINDS, Annotations
from tests.support.fake_page import EPOCH, FakePage

VIEW = ["setEcommerceView", "s 1", "Shirt & Tie", ["a", "b"], 9.5]
EVENT = ["trackEvent", "c", "a", None, None]
TEXT = "&_pks=s%201&_pkn=Shirt%20%26%20Tie&_pkc=%5B%22a%22%2C%22b%22%5D&_pkp=9.5"


CLEAR = ["setEcommerceView", "", "", "", ""]


def said(fake: FakePage, *commands: Any) -> list[tuple[str, str]]:
    """Return each command that is pushed, by name, and what the plugin adds meanwhile."""
    notes = Annotations()
    ways = {"setEcommerceView": notes.view, "setHitTime": notes.time}
    found = []
    for command in commands:
        if command[0] in ways:
            (say,) = ways[command[0]](command)
            say()
        else:
            plugin = fake.Matomo.plugin
            found.append((command[0], plugin["event"]() if plugin else ""))
    return found


@pytest.fixture
def live_fake(fake: FakePage) -> FakePage:
    """Return a page with a tracker."""
    fake.start_tracker()
    return fake


def test_a_view_is_for_the_requests_up_to_the_next(live_fake: FakePage) -> None:
    """What comes before it, and after a blank one, says nothing of it."""
    goal = ["trackGoal", 1, None]
    assert said(live_fake, goal, VIEW, EVENT, CLEAR, goal) == [
        ("trackGoal", ""), ("trackEvent", TEXT), ("trackGoal", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["5", "", "", ""], "&_pks=5"),
        (["", "", "Shoes", ""], "&_pkc=Shoes"),
        (["s", "n", "", 0], "&_pks=s&_pkn=n&_pkp=0"),
    ],
)
def test_blanks_are_not_said(live_fake: FakePage, arguments: list[Any], text: str) -> None:
    """Matomo would count a view of a category that is not defined."""
    assert said(live_fake, ["setEcommerceView", *arguments], EVENT) == [("trackEvent", text)]


@pytest.mark.parametrize(
    ("age", "text"),
    [
        (0, ""),
        (999, ""),
        (1000, "&cdo=1"),
        (86_399_999, "&cdo=86399"),
        (86_400_000, ""),
        (-5000, ""),
    ],
)
def test_the_time_of_a_call(live_fake: FakePage, age: int, text: str) -> None:
    """It goes with each request of the call, in seconds, for a day; the future is none."""
    time = ["setHitTime", EPOCH - age]
    assert said(live_fake, time, ["trackGoal", 1, None], EVENT) == [
        ("trackGoal", text), ("trackEvent", text)
    ]  # fmt: skip


def test_both(live_fake: FakePage) -> None:
    """A view that has waited."""
    assert said(live_fake, ["setHitTime", EPOCH - 2000], VIEW, EVENT) == [
        ("trackEvent", TEXT + "&cdo=2")
    ]


def test_every_kind_of_request(live_fake: FakePage) -> None:
    """The plugin answers for all kinds that we send."""
    said(live_fake, VIEW, EVENT, CLEAR)
    assert {*live_fake.Matomo.plugin} == {*KINDS}
    assert {say() for say in live_fake.Matomo.plugin.values()} == {""}


def test_no_tracker_that_has_plugins(fake: FakePage) -> None:
    """Commands go their way, with nothing besides."""
    (say,) = Annotations().view(VIEW)
    assert say() is None
