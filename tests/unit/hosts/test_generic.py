"""The destination alone: messages in Segment's common format, on a page without a browser."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.hosts.generic import create_generic
from paqbridge.kits.full import FULL
from tests.support.fake_page import FakePage

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example", "goals": {"Paid": 2}}
START = 3


def create(settings: Any, on_ready: Any) -> Any:
    """Create a destination as a page does, by a function that is made anew."""
    return create_generic(FULL)(settings, on_ready)


def started(fake: FakePage, **more: Any) -> tuple[Any, list[str]]:
    """Create a destination on the page; return it and a list that grows when it is ready."""
    ready: list[str] = []
    return create({**SETTINGS, **more}, lambda: ready.append("ready")), ready


def test_messages(fake: FakePage) -> None:
    """Each kind of message is the call of that name; what it says to others is not ours."""
    generic, _ = started(fake)
    own = {"Piwik": {"customVars": {"1": ["plan", "pro"]}}, "Other": {"customVars": {}}}
    generic["send"]({"type": "page", "properties": {"title": "Home"}})
    generic["send"]({"type": "identify", "userId": "u"})
    generic["send"](
        {"type": "track", "event": "Paid", "properties": {"value": 5}, "integrations": own}
    )
    assert [one[:2] for one in fake.commands[START:]] == [
        ["setDocumentTitle", "Home"],
        ["trackPageView"],
        ["setUserId", "u"],
        ["setCustomVariable", "1"],
        ["trackGoal", 2],
        ["trackEvent", "All"],
    ]


def test_a_screen(fake: FakePage) -> None:
    """Segment's word for a page in apps without any is a page view; its name may be the title."""
    generic, _ = started(fake, pageTitle="name")
    generic["send"]({"type": "screen", "name": "Cart"})
    assert fake.commands[START:] == [["setDocumentTitle", "Cart"], ["trackPageView"]]


def test_group_and_alias(fake: FakePage) -> None:
    """A group goes with later calls; an alias may be the user."""
    generic, _ = started(fake, groupDimension=5, aliasUserId=True)
    generic["send"]({"type": "group", "groupId": "g"})
    generic["send"]({"type": "alias", "userId": "d"})
    generic["send"]({"type": "page"})
    assert fake.commands[START:] == [
        ["setUserId", "d"],
        ["trackPageView", None, {"dimension5": "g"}],
    ]


def test_logout_in_its_place(fake: FakePage) -> None:
    """A reset is a logout of the user whom the tracker knows; a message of that kind is none."""
    generic, _ = started(fake)
    generic["reset"]()
    generic["send"]({"type": "identify", "userId": "u"})
    generic["send"]({"type": "reset"})
    generic["send"]({"type": "page"})
    generic["reset"]()
    fake.tracker_arrives()
    assert fake.commands[START:] == [["setUserId", "u"], ["trackPageView"], ["resetUserId"]]


def test_switched_off(fake: FakePage) -> None:
    """A message may leave this destination out; unknown kinds are no call."""
    generic, _ = started(fake)
    generic["send"]({"type": "track", "event": "A", "integrations": {"All": False}})
    generic["send"]({"type": "track", "event": "B", "integrations": {"Matomo": False}})
    generic["send"]({"type": "track", "event": "B", "context": {"Piwik": False}})
    generic["send"]({"type": "track", "event": "B", "context": {"All": False}})
    generic["send"]({"type": "track", "event": "C", "integrations": {"All": False, "Piwik": True}})
    generic["send"]({"type": "other", "event": "D"})
    generic["send"](None)
    assert [one[2] for one in fake.commands[START:]] == ["C"]


def test_ready_once(fake: FakePage) -> None:
    """Ready settles once, also where the settings allow no start; a stopped one sends nothing."""
    generic, ready = started(fake)
    fake.tracker_arrives()
    fake.run_timers(6000)
    assert ready == ["ready"]
    generic["stop"]()
    generic["send"]({"type": "page"})
    assert len(fake.commands) == START
    _, failed = started(fake, siteId=None)
    assert failed == ["ready"]


def test_a_callback_that_throws(fake: FakePage) -> None:
    """What a host's callback throws stays with it."""
    generic = create(SETTINGS, lambda: 1 / 0)
    fake.tracker_arrives()
    generic["send"]({"type": "page"})
    assert fake.commands[START:] == [["trackPageView"]]


def test_consent(fake: FakePage) -> None:
    """A message that waits for consent is sent with it."""
    generic, _ = started(fake, consent="load")
    generic["send"]({"type": "page"})
    assert (generic["consent"]["state"](), fake.commands) == ("pending", [])
    generic["consent"]["give"]()
    assert [one[0] for one in fake.commands][-1] == "trackPageView"


@pytest.mark.usefixtures("swallowing")
def test_a_call_that_breaks_something(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens in ours stays there."""
    generic, _ = started(fake)
    monkeypatch.setattr("paqbridge.calls.message.address_of", None)
    generic["send"]({"type": "page"})
    generic["reset"]()
    assert len(fake.commands) == START
