"""Plugins of the page's. CPython has no promises: all load at once."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.context import Handing
from paqbridge.source.owner import Owner
from paqbridge.source.plugins import Plugins, is_meant_for, tell
from tests.support.fake_page import FakePage


class Stage:
    """Plugins, and what they have been told."""

    def __init__(self) -> None:
        self.told: list[Any] = []
        self.gone_on = 0
        self.plugins = Plugins(Owner("analytics"), self.go_on)

    def go_on(self) -> None:
        """Count how often calls may go on."""
        self.gone_on += 1

    def add(self, kind: str, track: Any = None, **more: Any) -> None:
        """Register one that is called as its kind."""
        plugin = {"name": kind, "type": kind, "load": lambda context, own: None, **more}

        def tell(context: Any) -> Any:
            self.told.append(kind)
            return context

        plugin["track"] = track or tell
        self.plugins.add(plugin, {})


@pytest.fixture
def stage(fake: FakePage) -> Stage:
    """Return a stage."""
    return Stage()


def call(**more: Any) -> Handing:
    """Return a call that is handed out."""
    return Handing(lambda: {"type": "track", "event": "E", "integrations": {}, **more})


def test_order(stage: Stage) -> None:
    """Before, then enrichment, whatever came first; the others are told."""
    for kind in ("after", "enrichment", "destination", "before", "utility"):
        stage.add(kind)
    assert stage.gone_on == 5
    one = call()
    stage.plugins.change(one, lambda: stage.told.append("done"))
    for entry in stage.plugins.destinations():
        tell(entry, one)
    stage.plugins.after(one)
    assert stage.told == ["before", "enrichment", "done", "destination", "after"]


def test_change(stage: Stage) -> None:
    """A call becomes what one returns, or what it has made of the message."""
    stage.add("enrichment", lambda context: {"event": {"type": "track", "event": "F"}})
    one = call()
    stage.plugins.change(one, lambda: None)
    assert one.message()["event"] == "F"
    side: Any = one.page_side()
    side["updateEvent"]("properties.plan", "pro")
    assert one.message()["properties"] == {"plan": "pro"}


@pytest.mark.parametrize(("kind", "fails"), [("before", True), ("enrichment", False)])
@pytest.mark.parametrize("track", [lambda context: 1 / 0, lambda context: None])
def test_one_that_fails(stage: Stage, fake: FakePage, kind: str, fails: bool, track: Any) -> None:
    """It costs the call only in front of the others."""
    stage.add(kind, track)
    one = call()
    stage.plugins.change(one, lambda: None)
    assert one.has_failed() is fails


def test_cancel(stage: Stage) -> None:
    """One that cancels stops the call, and those behind it."""
    stage.add("before", lambda context: context["cancel"]())
    stage.add("enrichment")
    one = call()
    stage.plugins.change(one, lambda: None)
    assert (one.has_failed(), stage.told) == (True, [])
    side: Any = one.page_side()
    assert side["failedDelivery"]()["reason"] is not None


def test_one_that_cannot_be_loaded(stage: Stage, fake: FakePage) -> None:
    """It is warned of and left out; calls go on."""
    stage.add("before", load=lambda context, own: 1 / 0)
    stage.plugins.change(call(), lambda: stage.told.append("done"))
    assert (stage.told, len(fake.warnings), stage.gone_on) == (["done"], 1, 1)


def test_forget(stage: Stage) -> None:
    """Those of a name are forgotten, and unload once."""
    unloaded: list[Any] = []
    stage.add("destination", unload=lambda context, own: unloaded.append(own))
    for name in ("other", "destination", "destination"):
        stage.plugins.forget(name)
    assert unloaded == ["analytics"]
    assert stage.plugins.destinations() == []
    assert not stage.plugins.is_empty()


@pytest.mark.parametrize(
    ("integrations", "is_meant"),
    [
        ({}, True),
        ({"All": False}, False),
        ({"destination": False}, False),
        ({"Other": False}, True),
    ],
)
def test_integrations(stage: Stage, integrations: Any, is_meant: bool) -> None:
    """A call says which destinations it is for."""
    stage.add("destination")
    entry = stage.plugins.destinations()[0]
    assert is_meant_for(entry, call(integrations=integrations)) is is_meant
