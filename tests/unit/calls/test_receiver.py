"""What every host does with a destination: start it once, and feed it with calls."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge import host
from paqbridge.calls.receiver import REFUSED, Receiver
from paqbridge.calls.waiting import CROWDED
from paqbridge.kits.full import FULL
from paqbridge.kits.lean import LEAN
from paqbridge.types.destination import Kit
from tests.support.fake_page import FakePage

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}
START = 3


def made(kit: Kit = FULL, own: Any = ()) -> tuple[Receiver, Any]:
    """Make a receiver and its destination; every call is meant for us and says ``own`` to us."""
    destination = kit["destination"]()
    return Receiver(kit, destination, lambda event, message: [*own]), destination


def started(kit: Kit = FULL, own: Any = (), **more: Any) -> tuple[Receiver, list[str]]:
    """Start a receiver; return it and a list that grows when it is ready."""
    receiver, destination = made(kit, own)
    ready: list[str] = []
    receiver.start({**GIVEN, **more}, lambda: ready.append("ready"), destination["load"])
    return receiver, ready


def test_it_starts_once(fake: FakePage) -> None:
    """A second start adds neither commands nor a script, and nobody else is told of it."""
    receiver, destination = made()
    ready: list[str] = []
    receiver.start(GIVEN, lambda: ready.append("ready"), destination["load"])
    receiver.start({**GIVEN, "siteId": 2}, lambda: ready.append("second"), destination["load"])
    fake.tracker_arrives()
    assert [one[0] for one in fake.commands] == ["setSiteId", "setTrackerUrl", "enableLinkTracking"]
    assert (len(fake.document.scripts), ready) == (1, ["ready"])


def test_before_the_start(fake: FakePage) -> None:
    """A call before the start is lost; what was said of consent counts."""
    receiver, destination = made()
    receiver.accept("page", None)
    destination["consent"].give(None)
    receiver.start({**GIVEN, "consent": "load"}, lambda: None, destination["load"])
    assert (destination["consent"].state(), len(fake.commands)) == ("given", START)


def test_ready_in_any_case(fake: FakePage) -> None:
    """Ready comes when the tracker is blocked, and at once without usable settings."""
    _, blocked = started()
    assert blocked == []
    fake.document.scripts[0].onerror()
    assert blocked == ["ready"]
    _, refused = started(siteId=None)
    assert refused == ["ready"]


def test_a_start_that_the_page_breaks(fake: FakePage) -> None:
    """Where the script cannot be injected ready comes all the same."""
    fake.document.head = None  # type: ignore[assignment]
    fake.document.documentElement = None  # type: ignore[assignment]
    _, ready = started()
    fake.run_timers(6000)
    assert ready == ["ready"]


def test_a_start_that_is_tried_again(fake: FakePage) -> None:
    """Settings that were not usable count as no start: a host may come back with others."""
    receiver, destination = made()
    ready: list[str] = []
    receiver.start({"siteId": 1}, lambda: ready.append("refused"), destination["load"])
    receiver.accept("page", None)
    receiver.start(GIVEN, lambda: ready.append("ready"), destination["load"])
    receiver.accept("page", None)
    assert ready == ["refused"]
    assert [one[0] for one in fake.commands[START:]] == ["trackPageView"]


def test_settings_that_change(fake: FakePage) -> None:
    """Options of a host may change from call to call; while they cannot be used nothing is sent."""
    receiver, _ = started(LEAN, goals={"Paid": 1})
    receiver.configure({**GIVEN, "siteId": None})
    receiver.accept("track", {"event": "lost"})
    receiver.configure({**GIVEN, "goals": {"Paid": 2}})
    receiver.accept("track", {"event": "Paid"})
    assert [one[:2] for one in fake.commands[START:]] == [["trackGoal", 2], ["trackEvent", "All"]]


def test_where_the_visit_landed(fake: FakePage) -> None:
    """A page call after a change of route has the new URL, and the landing page as referrer."""
    fake.location.href = "https://shop.test/"
    receiver, _ = started()
    fake.location.href = "https://shop.test/shirts"
    receiver.accept("track", {"event": "x"})
    receiver.accept("page", None)
    assert [one for one in fake.commands[START + 1 :] if one[0] == "setCustomUrl"] == [
        ["setCustomUrl", "https://shop.test/shirts"]
    ]


def test_the_facts_of_the_calls_own_moment(fake: FakePage) -> None:
    """An event that is taken later than its call has the page's facts of the call."""
    fake.location.href = "https://shop.test/"
    receiver, _ = started()
    fake.location.href = "https://shop.test/shirts"
    event = receiver.event("page", None)
    fake.location.href = "https://shop.test/hats"
    receiver.take(event, None)
    assert ["setCustomUrl", "https://shop.test/shirts"] in fake.commands


def test_what_a_page_changes_while_a_call_is_held(fake: FakePage) -> None:
    """A call that waits for consent says what it said when it was made; one that leaves is no copy,
    and by then another page's answer counts."""
    properties = {"value": 5}
    receiver, destination = made()
    receiver.start({**GIVEN, "consent": "load"}, lambda: None, destination["load"])
    receiver.accept("track", {"event": "x", "properties": properties})
    properties["value"] = 6
    looks: list[str] = []
    consent = destination["consent"]
    destination["consent"] = SimpleNamespace(
        number=consent.number, is_refused=consent.is_refused, look=lambda: looks.append("look")
    )
    consent.give(None)
    assert fake.commands[-1] == ["trackEvent", "All", "x", None, 5]
    receiver.accept("track", {"event": "y", "properties": properties})
    assert (fake.commands[-1][4], looks) == (6, ["look"])


def test_what_a_call_says_to_us(fake: FakePage) -> None:
    """The options of a call reach the mapping."""
    receiver, _ = started(own=[{"customVars": {"1": ["n", "v"]}}])
    receiver.accept("track", {"event": "x"})
    assert fake.commands[START] == ["setCustomVariable", "1", "n", "v", "page"]


def test_a_call_that_is_not_meant_for_us(fake: FakePage) -> None:
    """What the gate refuses goes no further, and changes nothing of what the mapping knows."""
    destination = LEAN["destination"]()
    receiver = Receiver(LEAN, destination, lambda event, message: None if message else [])
    receiver.start(GIVEN, lambda: None, destination["load"])
    receiver.accept("identify", {"userId": "u"})
    receiver.accept("reset", None)
    assert len(fake.commands) == START


def test_what_the_mapping_knows_goes_from_call_to_call(fake: FakePage) -> None:
    """A logout is one of the user whom an earlier call has told."""
    receiver, _ = started(LEAN)
    for kind, message in (("reset", None), ("identify", {"userId": "u"}), ("reset", None)):
        receiver.accept(kind, message)  # type: ignore[arg-type]
    assert fake.commands[START:] == [["setUserId", "u"], ["resetUserId"]]


def test_what_the_mapping_warns_of(fake: FakePage) -> None:
    """A warning of the mapping's is said once, however often it is made."""
    receiver, _ = started(LEAN)
    for _ in range(2):
        receiver.accept("track", {"event": " "})
    assert fake.warnings == ["paqbridge: track: expected an event name, received"]


def test_nothing_outside_the_grammar_leaves(fake: FakePage) -> None:
    """Whatever a mapping makes, one bad command is left out and the rest is sent."""
    kit: Kit = {
        **LEAN,
        "mapping": lambda event, settings, state: ([["no"], ["trackPageView"]], state, []),
    }
    receiver, _ = started(kit)
    receiver.accept("page", None)
    assert fake.commands[START:] == [["trackPageView"]]


def test_a_call_that_is_lost(fake: FakePage) -> None:
    """The kit hears of a call that is meant for us and cannot be sent, and why; of no other."""
    lost: list[Any] = []
    kit: Kit = {**LEAN, "lost": lambda event, why: lost.append((event["event"], why))}
    receiver, _ = started(kit, siteId=None)
    receiver.accept("track", {"event": "lost"})
    started(kit)[0].accept("track", {"event": "sent"})
    why = "the settings are not usable: a warning in the console says why"
    assert lost == [("lost", why)]
    refusing = Receiver(kit, kit["destination"](), lambda event, message: None)
    refusing.accept("track", {"event": "not ours"})
    assert len(lost) == 1


def test_on_a_server() -> None:
    """Without a page nothing starts, not even to wait for a consent; ready comes at once."""
    assert host.page is None
    receiver, destination = made()
    ready: list[str] = []
    settings = {**GIVEN, "consent": "load"}
    receiver.start(settings, lambda: ready.append("ready"), destination["load"])
    receiver.accept("page", None)
    assert (ready, destination["consent"].state()) == (["ready"], "unknown")


def test_what_is_kept_of_a_message(fake: FakePage) -> None:
    """Where calls are mapped late the page may change it meanwhile: what waits is a copy."""
    message = {"properties": {"a": 1}}
    assert made(LEAN)[0].kept(message) is message
    kept: Any = made(FULL)[0].kept(message)
    assert (kept, kept is message) == (message, False)


def test_what_a_warning_shows(fake: FakePage) -> None:
    """What the mapping could not use is shown with the warning."""
    received: list[Any] = []
    fake.console.warn = lambda text, given: received.append(given)
    started(LEAN)[0].accept("track", {"event": 5})
    assert received == [5]


def test_whom_a_host_says(fake: FakePage) -> None:
    """The mapping hears of a user whom only the host knows, once till that one is gone."""
    sent: list[Any] = []
    kit: Any = {**LEAN, "pace": lambda settings, map_one: sent.append}
    receiver, _ = started(kit)
    calls: list[tuple[Any, Any]] = [
        ("identify", "a"), ("track", "a"), ("identify", None), ("page", "a"), ("reset", None),
        ("page", False), ("track", "a"), ("nobody", None), ("page", False), ("page", "b"),
    ]  # fmt: skip
    for kind, user in calls:
        receiver.accept(kind, {"userId": user})
    assert [one["userId"] for one in sent if one["type"] == "known"] == ["a", "b"]
    assert [one["type"] for one in sent if one["type"] != "known"] == [kind for kind, _ in calls]


def test_whom_a_host_says_once(fake: FakePage) -> None:
    """One who is known already is told of no more, nor anybody while settings are unusable."""
    sent: list[Any] = []
    kit: Any = {**LEAN, "pace": lambda settings, map_one: sent.append}
    receiver, _ = started(kit)
    for user in ("a", "a"):
        receiver.accept("page", {"userId": user})
    receiver.configure({})
    receiver.remember("b")
    receiver.configure(GIVEN)
    receiver.remember("c")
    assert [one["userId"] for one in sent if one["type"] == "known"] == ["a", "c"]


def test_a_call_that_has_met_with_a_no(fake: FakePage) -> None:
    """One that has waited, and one that is made then, are lost, and it is said why."""
    lost: list[Any] = []
    kit: Any = {**FULL, "lost": lambda event, why: lost.append((event["event"], why))}
    receiver, destination = made(kit)
    receiver.start({**GIVEN, "consent": "load"}, lambda: None, destination["load"])
    receiver.accept("track", {"event": "waits"})
    destination["consent"].withdraw()
    receiver.accept("track", {"event": "late"})
    assert lost == [("waits", REFUSED), ("late", REFUSED)]
    assert fake.commands == []


def test_a_call_for_which_there_is_no_room(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too many wait for consent, it is said of each one that cannot."""
    monkeypatch.setattr("paqbridge.destination.held.LIMIT", 1)
    lost: list[Any] = []
    kit: Any = {**FULL, "lost": lambda event, why: lost.append((event["event"], why))}
    receiver, destination = made(kit)
    receiver.start({**GIVEN, "consent": "load"}, lambda: None, destination["load"])
    for event in ("waits", "late"):
        receiver.accept("track", {"event": event})
    assert lost == [("late", CROWDED)]
    destination["consent"].give(None)
    assert [one[2] for one in fake.commands if one[0] == "trackEvent"] == ["waits"]
