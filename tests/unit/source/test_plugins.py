"""Plugins of the page's. CPython has no promises: all load at once."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.context import CANCELED, Handing
from paqbridge.source.owner import Owner
from paqbridge.source.plugins import (
    GONE,
    LOADING,
    PATIENCE,
    Plugins,
    is_meant_for,
    method_of,
    tell,
)
from tests.support.fake_page import FakePage


class Stage:
    """Plugins, and what they have been told."""

    def __init__(self) -> None:
        self.told: list[Any] = []
        self.gone_on = 0
        self.loaded = 0
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
        self.plugins.add(plugin, {}, self.count)

    def count(self) -> None:
        """Count for how many nobody waits any more."""
        self.loaded += 1


@pytest.fixture
def stage(fake: FakePage) -> Stage:
    """Return a stage."""
    return Stage()


def call(**more: Any) -> Handing:
    """Return a call that is handed out."""
    return Handing(lambda: {"type": "track", "event": "E", "integrations": {}, **more})


@pytest.mark.parametrize("names", ["", "a", "ab"])
def test_who_registers_hears_when_all_have_loaded(names: str, stage: Stage) -> None:
    """Once, with the context that they were given; what is no plugin is passed over."""
    loaded: list[Any] = []
    plugins = [
        {"name": name, "type": "before", "load": lambda given, own, name=name: loaded.append(name)}
        for name in names
    ]
    context: dict[str, Any] = {"id": "c"}
    stage.plugins.register([None, *plugins], context, lambda answer: loaded.append(answer()))
    assert loaded == [*names, context]
    assert loaded[-1] is context


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
    assert stage.loaded == 1


def test_forget(stage: Stage) -> None:
    """Those of a name are forgotten, and unload once."""
    unloaded: list[Any] = []
    stage.add("destination", unload=lambda context, own: unloaded.append(own))
    for name in ("other", "destination", "destination"):
        stage.plugins.forget(name)
    assert unloaded == ["analytics"]
    assert stage.plugins.destinations() == []
    assert not stage.plugins.is_empty()


def test_one_that_never_loads(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many calls wait for it as for anything else, and no more: a page may be open for days."""
    monkeypatch.setattr("paqbridge.source.plugins.LIMIT", 2)
    stage.add("destination")
    entry = stage.plugins.destinations()[0]
    entry["state"] = LOADING
    for _ in range(3):
        tell(entry, call())
    assert len(entry["waiting"]) == 2


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


def heard(fake: FakePage) -> list[Any]:
    """Return a list of what is warned of, and what was received."""
    warned: list[Any] = []

    def warn(text: str, given: Any) -> None:
        warned.append((text, type(given) if isinstance(given, Exception) else given))

    fake.console.warn = warn
    return warned


def test_what_is_said_of_one_that_fails(stage: Stage, fake: FakePage) -> None:
    """Its error is shown; one that cancels the call is nothing to warn of."""
    warned = heard(fake)
    stage.add("before", load=lambda context, own: 1 / 0)
    stage.add("enrichment", lambda context: 1 / 0)
    stage.plugins.change(call(), lambda: None)
    stage.add("before", lambda context: context["cancel"]())
    stage.plugins.change(call(), lambda: None)
    assert warned == [
        ("paqbridge: a plugin cannot be loaded, received", ZeroDivisionError),
        ("paqbridge: a plugin threw, received", ZeroDivisionError),
    ]


def test_one_that_is_told_and_throws(stage: Stage, fake: FakePage) -> None:
    """Its error is shown; nobody waits for it."""
    warned = heard(fake)
    stage.add("after", lambda context: 1 / 0)
    stage.plugins.after(call())
    assert warned == [("paqbridge: a plugin threw, received", ZeroDivisionError)]


def test_one_that_is_no_more(stage: Stage, fake: FakePage) -> None:
    """What could not be loaded is told nothing, is asked for nothing and loads no more."""
    stage.add("destination", load=lambda context, own: 1 / 0)
    entry = stage.plugins._entries[0]
    assert entry["state"] == GONE
    tell(entry, call())
    assert (stage.told, stage.plugins.destinations()) == ([], [])


def test_what_is_no_plugin(stage: Stage, fake: FakePage) -> None:
    """Without a name it is unnamed; without a type it sees nothing."""
    stage.plugins.add({}, {}, stage.count)
    assert stage.plugins.names()[-1] == "unnamed"
    assert not stage.plugins.is_loading()


def test_a_call_of_no_kind(stage: Stage) -> None:
    """No method is its own."""
    assert method_of(Handing(lambda: {"type": 5})) == ""


class Slow:
    """A plugin's way to be done later: what is settled is kept till then."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: Any = None
        monkeypatch.setattr("paqbridge.source.plugins.settled", self.settle)

    def settle(self, make: Any, done: Any, fail: Any) -> None:
        """Keep what is to be called."""
        make()
        self.done = done


def test_one_that_takes_its_time(
    stage: Stage, fake: FakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Calls wait for one that may change them, but not for ever."""
    slow = Slow(monkeypatch)
    warned = heard(fake)
    stage.add("before", name=None)
    assert (stage.plugins.is_loading(), stage.gone_on, stage.loaded) == (True, 0, 0)
    fake.run_timers(PATIENCE - 1)
    assert stage.plugins.is_loading()
    fake.run_timers(1)
    assert (stage.plugins.is_loading(), stage.gone_on) == (False, 1)
    assert warned == [("paqbridge: a plugin takes too long to load, received", "unnamed")]
    slow.done(None)
    assert (stage.gone_on, stage.loaded) == (1, 1)


def test_a_destination_that_takes_its_time(
    stage: Stage, fake: FakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for it, however long it takes; then it gets its calls, once."""
    slow = Slow(monkeypatch)
    warned = heard(fake)
    stage.add("destination")
    assert (stage.plugins.is_loading(), stage.loaded) == (False, 1)
    (entry,) = stage.plugins.destinations()
    tell(entry, call())
    fake.run_timers(10_000)
    assert (stage.told, warned) == ([], [])
    slow.done(None)
    assert entry["waiting"] == []
    slow.done(None)
    assert stage.told == ["destination"]
    tell(entry, call())
    assert stage.told == ["destination"] * 2


def test_methods_of_an_object(stage: Stage) -> None:
    """They are called as methods of the plugin, with what they need."""
    seen: list[Any] = []

    class Mine:
        """A plugin with a state."""

        name = 5
        type = "before"

        def load(self, context: Any, own: Any) -> None:
            """Start."""
            seen.append((context, own))

        def track(self, context: Any) -> Any:
            """Look."""
            seen.append(context["event"]["event"])
            return context

    stage.plugins.add(Mine(), "context", stage.count)
    stage.plugins.change(call(), lambda: None)
    assert seen == [("context", "analytics"), "E"]
    assert stage.plugins.names()[0] == "all"
    assert stage.plugins.names()[-1] == "unnamed"
    stage.plugins.forget("")
    assert not stage.plugins.is_loading()


def test_why_a_call_has_failed(stage: Stage) -> None:
    """One that returns nothing says so; a path into what is no object makes one."""
    stage.add("before", lambda context: None)
    one = call(properties=5)
    side: Any = one.page_side()
    assert side["updateEvent"]("properties.plan", "pro")["properties"] == {"plan": "pro"}
    assert side["updateEvent"]("properties.size", 5)["properties"] == {"plan": "pro", "size": 5}
    stage.plugins.change(one, lambda: None)
    assert side["failedDelivery"]() == {"reason": "a plugin has returned nothing"}


def test_what_is_off_stays_off() -> None:
    """Settings that a plugin writes for a destination do not switch it on again."""
    said = {"Desk": False, "Piwik": True}
    side: Any = call(integrations=said).page_side()
    for path in ("integrations.Desk.session", "integrations.Desk", "integrations.Piwik.session"):
        side["updateEvent"](path, 5)
    assert side["event"]["integrations"] == {"Desk": False, "Piwik": {"session": 5}}


@pytest.mark.parametrize("reason", [None, "mine"])
def test_why_it_was_cancelled(stage: Stage, reason: Any) -> None:
    """The plugin's own reason, or Segment's."""
    stage.add("enrichment", lambda context: context["cancel"](reason))
    one = call()
    stage.plugins.change(one, lambda: None)
    side: Any = one.page_side()
    assert side["failedDelivery"]()["reason"] == (reason or CANCELED)
