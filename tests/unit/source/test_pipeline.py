"""The way of a call through what the page has put in between."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.chain import Chain
from paqbridge.source.context import Handing
from paqbridge.source.owner import Owner
from paqbridge.source.pipeline import Pipeline
from paqbridge.source.plugins import Plugins
from tests.support.fake_page import FakePage


def number_of(call: Any) -> Any:
    """Return a call's number."""
    return call["n"]


class Stage:
    """A pipeline, and what has become of its calls."""

    def __init__(self) -> None:
        self.delivered: list[Any] = []
        self.concluded: list[str] = []
        self.lost: list[str] = []
        self.chain = Chain()
        self.plugins = Plugins(Owner("analytics"), lambda: self.pipeline.go_on())
        self.pipeline = Pipeline(
            self.chain,
            self.plugins,
            lambda call: Handing(
                lambda: {"type": "track", "integrations": {}, "n": number_of(call)}
            ),
            lambda call, passed: self.delivered.append((number_of(call), passed and passed["n"])),
            lambda call, handed: self.concluded.append(number_of(call)),
            lambda call, why: self.lost.append(number_of(call)),
        )

    def send(self, *numbers: Any, kind: str = "track") -> None:
        """Send calls."""
        for number in numbers:
            call: Any = {"type": kind, "n": number}
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
    assert (stage.lost, stage.concluded) == ([2], [1, 2, 3])


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
    stage.plugins.add(plugin, {})

    def change(given: Any) -> None:
        given["payload"]["obj"]["n"] = "changed"
        given["next"](given["payload"])

    stage.chain.add("other", [change], False)
    stage.pipeline.open()
    stage.send(1)
    stage.chain.add("piwik", [lambda given: None], False)
    stage.send(2)
    assert told == ["changed", "changed"]
    assert (stage.delivered, stage.lost) == ([(1, 1)], [2])


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
    assert (stage.lost, stage.concluded) == ([3], [3, 1, 2])
    assert [n for n, _ in stage.delivered] == [1, 2]


@pytest.mark.parametrize("name", [{}, {"name": ""}, {"name": 7}])
def test_a_destination_without_a_name(stage: Stage, name: dict[str, Any]) -> None:
    """It is not taken for the source: middleware of that sees each call once."""
    seen: list[int] = []

    def middle(given: Any) -> None:
        seen.append(given["payload"]["obj"]["n"])
        given["next"](given["payload"])

    told: list[Any] = []
    plugin = {"type": "destination", "load": lambda context, own: None, "track": told.append}
    stage.plugins.add({**plugin, **name}, {})
    stage.chain.add("", [middle], False)
    stage.pipeline.open()
    stage.send(1)
    assert (seen, len(told)) == ([1], 1)
