"""Why the journal says that a call, or a part of it, was not sent."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.calls.message import full_event_of
from paqbridge.explain.entry import fill, open_entry
from tests.support.explained import GIVEN, made, places, started
from tests.support.fake_page import FakePage


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"integrations": {"Piwik": False}}, "integrations switch this destination off"),
        ({"integrations": {"All": False}}, "integrations switch all destinations off"),
    ],
)
def test_switched_off(fake: FakePage, options: Any, why: str) -> None:
    """A call's own integrations may be the reason."""
    analytics = started()
    analytics["track"]("x", {}, options)
    assert places(analytics) == [("not sent", why)]


def test_the_tracking_plan(fake: FakePage) -> None:
    """So may the tracking plan that the page was started with."""
    analytics = made()
    plan = {"track": {"Noise": {"enabled": False}}}
    analytics["initialize"]({"Piwik": GIVEN}, {"plan": plan})
    analytics["track"]("Noise")
    assert places(analytics) == [("not sent", "the tracking plan switches this event off")]


def test_never_started(fake: FakePage) -> None:
    """Without usable settings, or switched off from the start, no call is sent."""
    analytics = started(siteId="?!")
    analytics["page"]()
    assert places(analytics) == [
        ("not sent", "the settings are not usable: a warning in the console says why")
    ]
    analytics = made()
    analytics["initialize"]({"Piwik": GIVEN}, {"integrations": {"Piwik": False}})
    analytics["track"]("x", {}, {"integrations": {"Piwik": True}})
    assert places(analytics) == [
        ("not sent", "integrations switched this destination off at the start")
    ]


def test_no_commands(fake: FakePage) -> None:
    """The last note is the reason, with what was received if anything was."""
    analytics = started(events={"deny": ["Noise"]})
    analytics["track"]("Noise", {"value": "x"})
    analytics["reset"]()
    denied, nobody = analytics["explain"]()
    assert denied["why"] == 'not among the events to send, received "Noise"'
    assert [note["what"] for note in denied["notes"]] == ["value"]
    assert (nobody["why"], nobody["notes"]) == ("nobody was logged in", [])


def test_what_the_grammar_refuses(fake: FakePage) -> None:
    """A command that does not fit the grammar is no part of what was sent."""
    entry = open_entry(full_event_of("track", {"event": "x"}))
    fill(entry, [["trackPageView"], ["trackGoal", {}]], [], "5")
    assert entry["commands"] == [["trackPageView"]]
    (note,) = entry["notes"]
    assert (note["what"], note["why"]) == ("trackGoal", "not in the grammar of commands")


def test_what_an_older_tracker_lacks(fake: FakePage) -> None:
    """A command that the tracker of this version lacks is left out of the call, or is all of it."""
    analytics = started(matomoVersion="3.0", ecommerce=True)
    for event in ("Cart Viewed", "Cart Viewed"):
        analytics["track"](event, {"products": []})
    analytics["identify"]("u")
    analytics["reset"]()
    first, _, _, logout = analytics["explain"]()
    why = "a tracker of this matomoVersion lacks it"
    names = [command[0] for command in first["commands"]]
    assert names == ["trackEcommerceCartUpdate", "trackEvent"]
    (note,) = first["notes"]
    assert (note["what"], note["why"]) == ("clearEcommerceCart", why)
    assert (logout["outcome"], logout["why"]) == ("not sent", why)


def test_too_many(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that finds no place in the queue says so, before and after the start."""
    monkeypatch.setattr("paqbridge.calls.waiting.LIMIT", 1)
    monkeypatch.setattr("paqbridge.destination.held.LIMIT", 1)
    analytics = made()
    for event in ("early", "too early"):
        analytics["track"](event)
    analytics["load"]({**GIVEN, "consent": "load"})
    analytics["track"]("late")
    outcomes = [outcome for outcome, _ in places(analytics)]
    assert outcomes == ["held", "not sent", "not sent"]
    assert {why for _, why in places(analytics)[1:]} == {"10,000 calls wait already"}
    late = analytics["explain"]()[2]
    assert (late["commands"], late["notes"]) == ([], [])
