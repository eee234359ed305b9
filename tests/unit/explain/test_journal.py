"""What the journal says of calls, from the standalone down to Matomo's queue."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from hypothesis import given

from paqbridge.explain.journal import LIMIT
from tests.support.canonical import decode
from tests.support.explained import GIVEN, made, places, started
from tests.support.fake_page import FakePage, under_host
from tests.support.strategies import vectors

REFUSED = ("not sent", "the visitor has refused")
SCRIPT = "until Matomo's script is there"


def test_sent(fake: FakePage) -> None:
    """A call that is with Matomo has its commands, and what of it was left out."""
    analytics = started(goals={"Paid": 3}, loadScript=False)
    fake._paq = FakePage(live=True)._paq
    analytics["track"]("Paid", {"label": {"a": 1}, "value": "many", "revenue": "$5"})
    assert analytics["explain"]() == [
        {
            "call": "track",
            "name": "Paid",
            "outcome": "sent",
            "why": "",
            "commands": [["trackGoal", 3, 5], ["trackEvent", "All", "Paid", None, 5]],
            "notes": [
                {"what": "label", "why": "expected a text", "received": "an object with a"},
                {"what": "value", "why": "expected a number", "received": '"many"'},
            ],
        }
    ]


def test_names(fake: FakePage) -> None:
    """Each call is told from others of its kind; a name of another kind is described."""
    analytics = started()
    analytics["page"]("Shop", "Cart")
    analytics["page"]()
    analytics["identify"]("u", {})
    analytics["group"](7)
    analytics["track"]({"a": 1})
    analytics["reset"]()
    found = [(entry["call"], entry["name"]) for entry in analytics["explain"]()]
    assert found == [
        ("page", "Cart"),
        ("page", ""),
        ("identify", "u"),
        ("group", "7"),
        ("track", ""),
        ("reset", ""),
    ]


def test_held_until_the_script_is_there(fake: FakePage) -> None:
    """What waits in Matomo's queue or in ours is sent once the tracker is live."""
    analytics = made()
    analytics["identify"]("a")
    assert places(analytics) == [("held", "until analytics.load is called")]
    analytics["load"](GIVEN)
    analytics["identify"]("b")
    assert places(analytics) == [("held", SCRIPT)] * 2
    fake.tracker_arrives()
    assert places(analytics) == [("sent", "")] * 2


def test_blocked(fake: FakePage) -> None:
    """A tracker that does not come is named as the reason; a late one is welcome."""
    analytics = started()
    analytics["page"]()
    fake.run_timers(5000)
    assert places(analytics) == [("held", "Matomo's script is blocked")]
    fake.tracker_arrives()
    assert places(analytics) == [("sent", "")]


def test_a_visitor_who_objects(fake: FakePage) -> None:
    """Global Privacy Control is the reason where doNotTrack heeds it; ready settles all the same,
    nothing is fetched, and nothing stored."""
    fake.navigator.globalPrivacyControl = True
    analytics = started(doNotTrack="gpc")
    ready: list[str] = []
    analytics["ready"](lambda: ready.append("ready"))
    analytics["identify"]("u")
    fake.run_timers(1000)
    ((outcome, why),) = places(analytics)
    assert (outcome, "Global Privacy Control" in why, ready) == ("not sent", True, ["ready"])
    kept = (fake.document.cookies.jar, fake.localStorage.items)
    assert (fake.document.scripts, fake._paq, kept) == ([], None, ({}, {}))
    other = started(doNotTrack="gpc", siteId=0)
    fake.navigator.globalPrivacyControl = False
    other["track"]("x")
    assert [entry["why"][:12] for entry in other["explain"]()] == ["the settings"]


def test_nothing_fetched_before_consent(fake: FakePage) -> None:
    """With consent load a call is held by us, then until the tracker is there."""
    analytics = started(consent="load")
    analytics["page"]()
    assert places(analytics) == [("held", "until there is consent: before it nothing is fetched")]
    analytics["consent"]["give"](None)
    assert places(analytics) == [("held", SCRIPT)]


def test_held_until_consent(fake: FakePage) -> None:
    """With consent tracking a call waits; a later withdrawal takes nothing back."""
    analytics = started(consent="tracking")
    fake.tracker_arrives()
    analytics["track"]("first")
    assert places(analytics) == [("held", "until there is consent")]
    analytics["consent"]["give"](None)
    analytics["consent"]["withdraw"](None)
    analytics["track"]("second")
    assert places(analytics) == [("sent", ""), REFUSED]


def test_a_refusal_drops_what_has_waited(fake: FakePage) -> None:
    """What was made before it, and waited, is not sent, and neither after a later consent."""
    analytics = started(consent="tracking")
    analytics["track"]("first")
    analytics["consent"]["withdraw"](None)
    analytics["consent"]["give"](None)
    fake.tracker_arrives()
    assert places(analytics) == [REFUSED]


def test_a_consent_that_is_remembered(fake: FakePage) -> None:
    """What was sent before it, or held, is looked up before things change."""
    analytics = started(consent="cookies")
    fake.tracker_arrives()
    analytics["page"]()
    assert analytics["consent"]["state"]() == "pending"
    analytics["consent"]["remember"](5)
    assert analytics["consent"]["state"]() == "remembered"
    assert fake.commands[-2:] == [["rememberCookieConsentGiven", 5], ["ping"]]
    assert places(analytics) == [("sent", "")]


def test_cookies_need_no_consent_to_be_sent(fake: FakePage) -> None:
    """With consent cookies tracking goes on without them."""
    analytics = started(consent="cookies")
    fake.tracker_arrives()
    analytics["page"]()
    assert places(analytics) == [("sent", "")]


def test_waiting_for_a_title(fake: FakePage) -> None:
    """A page call that waits for its title, and what follows it, say so."""
    analytics = started(titleDelay=50)
    analytics["page"]()
    fake.location.href = "https://shop.test/next"
    analytics["page"]()
    analytics["track"]("x")
    assert places(analytics) == [("held", SCRIPT), *[("held", "until titleDelay is over")] * 2]
    fake.run_timers(50)
    assert places(analytics) == [("held", SCRIPT)] * 3


def test_ready(fake: FakePage) -> None:
    """To watch the tracker keeps nobody from hearing that it is there."""
    seen: list[str] = []
    analytics = started()
    analytics["ready"](lambda: seen.append("ready"))
    fake.tracker_arrives()
    fake.run_timers(0)
    assert seen == ["ready"]


def test_the_latest(fake: FakePage) -> None:
    """The journal has the latest hundred calls; what a page does to its copy changes nothing."""
    analytics = started()
    for number in range(LIMIT + 5):
        analytics["track"](f"event {number}")
    first = analytics["explain"]()
    assert [first[0]["name"], first[-1]["name"]] == ["event 5", "event 104"]
    assert len(first) == LIMIT
    first[0]["commands"][0].clear()
    first[0]["notes"].append(0)
    again = analytics["explain"]()[0]
    assert (len(again["commands"][0]), again["notes"]) == (5, [])


def test_what_the_tracker_takes_apart(fake: FakePage) -> None:
    """Matomo's tracker empties the arrays that it is given, at once; the journal's stay whole."""
    analytics = started()
    fake._paq = SimpleNamespace(push=list.clear)
    analytics["page"]()
    entry = analytics["explain"]()[0]
    assert (entry["outcome"], entry["commands"]) == ("sent", [["trackPageView"]])


def test_debug(fake: FakePage) -> None:
    """With debug each call is one line of the console."""
    analytics = started(debug=True, goals={"Paid": 3})
    analytics["track"]("Paid", {"value": "x"})
    analytics["identify"]()
    paid, nobody = fake.told
    assert paid == (
        'paqbridge: track "Paid" held (until Matomo\'s script is there): trackGoal, trackEvent; '
        'value: expected a number, received "x"'
    )
    assert nobody == (
        "paqbridge: identify not sent (without a user id, traits are only kept for later calls)"
    )


def test_silent_without_debug(fake: FakePage) -> None:
    """A page that has not asked hears nothing; a console that throws costs no callback."""
    started()["page"]()
    assert fake.told == []
    fake.console.info = None
    seen: list[str] = []
    started(debug=True)["page"](lambda: seen.append("called back"))
    fake.run_timers(300)
    assert seen == ["called back"]


@given(vectors())
def test_every_call_is_accounted_for(vector: dict[str, Any]) -> None:
    """Whatever a page says: an outcome for each call, a reason unless it was sent, and texts."""
    with under_host(FakePage(live=True)):
        analytics = made()
        analytics["initialize"]({"Piwik": {**GIVEN, **decode(vector["settings"])}})
        for method, *rest in vector["calls"]:
            analytics[method](*decode(rest))
        entries = analytics["explain"]()
    assert [entry["call"] for entry in entries] == [call[0] for call in vector["calls"]]
    assert all((entry["why"] == "") == (entry["outcome"] == "sent") for entry in entries)
    assert all((entry["commands"] == []) == (entry["outcome"] == "not sent") for entry in entries)
    assert all(entry["why"] != "it says nothing to Matomo" for entry in entries)
    json.dumps(entries)
