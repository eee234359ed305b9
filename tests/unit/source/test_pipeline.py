"""The way of a call through what the page has put in between."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.calls.waiting import CROWDED, PATIENCE, UNLOADED
from paqbridge.source.chain import Chain
from paqbridge.source.context import Handing
from paqbridge.source.owner import Owner
from paqbridge.source.pipeline import STUCK, Pipeline
from paqbridge.source.plugins import Plugins
from tests.support.fake_page import FakePage

DROPPED = "a function of the page has dropped it"


def number_of(call: Any) -> Any:
    """Return a call's number."""
    return call["n"]


def message_of(call: Any) -> Any:
    """Return what functions of the page see of a call."""
    return {"type": "track", "integrations": call["to"], "n": call["n"]}


class Stage:
    """A pipeline, and what has become of its calls."""

    def __init__(self) -> None:
        self.delivered: list[Any] = []
        self.concluded: list[str] = []
        self.lost: list[Any] = []
        self.failed: list[tuple[Any, str]] = []
        self.chain = Chain()
        self.plugins = Plugins(Owner("analytics"), lambda: self.pipeline.go_on())
        self.pipeline = Pipeline(
            self.chain,
            self.plugins,
            lambda call: Handing(lambda: message_of(call)),
            lambda call, passed: self.delivered.append((number_of(call), passed and passed["n"])),
            self.conclude,
            lambda call, why: self.lost.append((number_of(call), why)),
        )

    def conclude(self, call: Any, handed: Any) -> None:
        """Take a call's end, and why it has failed."""
        self.concluded.append(number_of(call))
        if handed and handed.has_failed():
            reason = handed.page_side()["failedDelivery"]()["reason"]
            self.failed.append((handed.message()["n"], str(reason)))

    def send(self, *numbers: Any, kind: str = "track", to: Any = None) -> None:
        """Send calls."""
        for number in numbers:
            call: Any = {"type": kind, "n": number, "to": to or {}}
            self.pipeline.send(call)


@pytest.fixture
def stage(fake: FakePage) -> Stage:
    """Return a stage that has not been opened."""
    return Stage()


def test_they_wait(stage: Stage) -> None:
    """Calls wait until the pipeline is opened, and leave in their order."""
    stage.send(1, 2)
    assert stage.delivered == []
    stage.pipeline.open()
    stage.send(3)
    assert stage.delivered == [(1, None), (2, None), (3, None)]
    assert stage.concluded == [1, 2, 3]


def test_middleware(stage: Stage) -> None:
    """What middleware passes is delivered; what it drops is lost, and concluded."""

    def middle(given: Any) -> None:
        message = given["payload"]["obj"]
        if message["n"] != 2:
            message["n"] += 10
            given["next"](given["payload"])

    stage.chain.add("", [middle], False)
    stage.pipeline.open()
    stage.send(1, 2, 3)
    assert stage.delivered == [(1, 11), (3, 13)]
    assert (stage.lost, stage.concluded) == ([(2, DROPPED)], [1, 2, 3])
    assert stage.failed == [(2, "middleware has dropped it")]


def test_another_message(stage: Stage) -> None:
    """Middleware may pass one of its own: all see that from then on."""
    seen: list[Any] = []
    other = {"type": "track", "integrations": {}, "n": "other"}
    stage.chain.add("", [lambda given: given["next"]({"obj": other})], False)
    stage.plugins.add(
        {
            "name": "a",
            "type": "after",
            "load": lambda one, own: None,
            "track": lambda one: seen.append(one),
        },
        {},
        print,
    )
    stage.pipeline.open()
    stage.send(1)
    assert [one["event"]["n"] for one in seen] == ["other"]
    assert stage.delivered == [(1, "other")]


def test_a_plugin_that_stops_a_call(stage: Stage) -> None:
    """It goes to nobody, its end is told, and the next one has its turn."""

    def look(context: Any) -> Any:
        if context["event"]["n"] == 1:
            context["cancel"]("mine")
        return context

    stage.plugins.add(
        {"name": "b", "type": "before", "load": lambda one, own: None, "track": look}, {}, print
    )
    stage.pipeline.open()
    stage.send(1, 2)
    assert (stage.delivered, stage.lost) == ([(2, 2)], [(1, DROPPED)])
    assert (stage.concluded, stage.failed) == ([1, 2], [(1, "mine")])


def test_behind_one_that_takes_its_time(stage: Stage) -> None:
    """Nothing overtakes a call that middleware has made further ones in."""
    stage.pipeline.open()

    def middle(given: Any) -> None:
        if given["payload"]["obj"]["n"] == 1:
            stage.send(2, 3)
        given["next"](given["payload"])

    stage.chain.add("", [middle], False)
    stage.send(1)
    assert [n for n, _ in stage.delivered] == [1, 2, 3]


def test_destinations_have_copies(stage: Stage) -> None:
    """What one destination's middleware changes or drops, Matomo gets as it was."""
    told: list[Any] = []
    plugin = {"name": "Other", "type": "destination", "load": lambda context, own: None}
    plugin["track"] = lambda context: told.append(context["event"]["n"])
    stage.plugins.add(plugin, {}, print)

    def change(given: Any) -> None:
        given["payload"]["obj"]["n"] = "changed"
        given["next"](given["payload"])

    stage.chain.add("other", [change], False)
    stage.pipeline.open()
    stage.send(1)
    stage.chain.add("piwik", [lambda given: None], False)
    stage.send(2, to={"Other": True})
    assert told == ["changed", "changed"]
    assert (stage.delivered, stage.lost) == ([(1, 1)], [(2, DROPPED)])
    assert stage.failed == [(2, "middleware has dropped it")]
    stage.send(3, to={"Other": False})
    assert told == ["changed", "changed"]


def test_a_reset_is_nobodys(stage: Stage) -> None:
    """No function of the page sees a logout, or can stop it."""
    stage.chain.add("", [lambda given: None], False)
    stage.pipeline.open()
    stage.send(1, kind="reset")
    assert stage.delivered == [(1, None)]


def test_too_many(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """More calls than a limit are lost, and said to be."""
    monkeypatch.setattr("paqbridge.source.pipeline.LIMIT", 2)
    stage.send(1, 2, 3)
    stage.pipeline.open()
    assert (stage.lost, stage.concluded) == ([(3, CROWDED)], [3, 1, 2])
    assert stage.failed == [(3, CROWDED)]
    assert [n for n, _ in stage.delivered] == [1, 2]


def test_who_may_pass_at_once(stage: Stage) -> None:
    """A call of a page that is loaded, and has put nothing in between."""
    assert not stage.pipeline.is_free()
    stage.pipeline.open()
    assert stage.pipeline.is_free()
    stage.chain.add("", [print], False)
    assert not stage.pipeline.is_free()


def test_middleware_that_takes_its_time(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls wait behind its call, as many as may; then they follow in their order."""
    monkeypatch.setattr("paqbridge.source.pipeline.LIMIT", 2)
    done: list[Any] = []

    def settle(make: Any, go_on: Any, fail: Any) -> None:
        make()
        done.append(go_on)

    monkeypatch.setattr("paqbridge.source.chain.settled", settle)
    stage.chain.add("", [lambda given: given["next"](given["payload"])], False)
    stage.send(1, 2)
    stage.pipeline.open()
    stage.send(3, 4)
    assert (stage.delivered, stage.lost) == ([], [(4, CROWDED)])
    for go_on in done:
        go_on(None)
    assert [n for n, _ in stage.delivered] == [1, 2, 3]


def test_many_that_wait(stage: Stage) -> None:
    """They leave one after the other, and not each in the one before: stacks have an end."""
    numbers = range(500)
    stage.send(*numbers)
    stage.pipeline.open()
    assert [n for n, _ in stage.delivered] == [*numbers]


@pytest.mark.parametrize("is_open", [True, False])
def test_calls_that_wait_for_a_load(stage: Stage, fake: FakePage, is_open: bool) -> None:
    """The page's developers are told of them after a while, once; but not if it has come."""
    warned: list[Any] = []
    fake.console.warn = lambda text, calls: warned.append((text, [*map(number_of, calls)]))
    stage.send(1)
    if is_open:
        stage.pipeline.open()
    fake.run_timers(PATIENCE - 1)
    assert warned == []
    stage.send(2)
    said = [] if is_open else [(f"paqbridge: {UNLOADED}, received", [1, 2])]
    for wait in (1, 2 * PATIENCE):
        fake.run_timers(wait)
        assert warned == said


def test_calls_that_wait_for_a_middleware(
    stage: Stage, fake: FakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may wait for a call of its own, which waits for it: that is told after a while, once."""
    warned: list[Any] = []
    fake.console.warn = lambda text, calls: warned.append((text, [*map(number_of, calls)]))
    monkeypatch.setattr("paqbridge.source.chain.settled", lambda make, go_on, fail: make())
    stage.chain.add("", [lambda given: None], False)
    stage.pipeline.open()
    stage.send(1, 2)
    fake.run_timers(PATIENCE - 1)
    assert warned == []
    for wait in (1, 2 * PATIENCE):
        fake.run_timers(wait)
        assert warned == [(f"paqbridge: {STUCK}, received", [2])]


@pytest.mark.parametrize("name", [{}, {"name": ""}, {"name": 7}])
def test_a_destination_without_a_name(stage: Stage, name: dict[str, Any]) -> None:
    """It is not taken for the source: middleware of that sees each call once."""
    seen: list[int] = []

    def middle(given: Any) -> None:
        seen.append(given["payload"]["obj"]["n"])
        given["next"](given["payload"])

    told: list[Any] = []
    plugin = {"type": "destination", "load": lambda context, own: None, "track": told.append}
    stage.plugins.add({**plugin, **name}, {}, print)
    stage.chain.add("", [middle], False)
    stage.pipeline.open()
    stage.send(1)
    assert (seen, len(told)) == ([1], 1)
