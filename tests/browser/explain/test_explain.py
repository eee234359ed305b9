"""`analytics.explain()` of the shipped bundle: what became of each call, as data."""

from __future__ import annotations

from typing import Any

from tests.support.visit import Visit

SCRIPT = "until Matomo's script is there"


def explained(visit: Visit) -> list[dict[str, Any]]:
    """What the page explains, as JSON says it; None is undefined."""
    found: list[dict[str, Any]] = visit.run("JSON.parse(JSON.stringify(analytics.explain()))")
    return found


def outcomes(visit: Visit) -> list[tuple[str, str, str]]:
    """Name, outcome and reason of each call."""
    return [(one["name"], one["outcome"], one["why"]) for one in explained(visit)]


def test_each_outcome(visit: Visit) -> None:
    """Held before the script is there, sent after it, not sent for a reason, left out in part."""
    visit.hold_tracker()
    visit.open()
    visit.run("analytics.page('Shop')")
    assert outcomes(visit) == [("Shop", "held", "until analytics.load is called")]
    visit.run("analytics.load({...settings, events: {deny: ['Noise']}})")
    assert outcomes(visit) == [("Shop", "held", SCRIPT)]
    visit.release_tracker()
    assert outcomes(visit) == [("Shop", "sent", "")]
    visit.run("analytics.track('Noise')")
    visit.run("analytics.track('x', {}, {integrations: {Matomo: false}})")
    visit.run("analytics.track('Paid', {label: {plan: 'pro'}, value: 'many', revenue: 3})")
    *_, noise, switched_off, paid = explained(visit)
    assert (noise["outcome"], noise["commands"]) == ("not sent", [])
    assert noise["why"] == 'not among the events to send, received "Noise"'
    assert switched_off["why"] == "integrations switch this destination off"
    assert paid == {
        "call": "track",
        "name": "Paid",
        "outcome": "sent",
        "why": "",
        "commands": [["trackEvent", "All", "Paid", None, 3]],
        "notes": [
            {"what": "label", "why": "expected a text", "received": "an object with plan"},
            {"what": "value", "why": "expected a number", "received": '"many"'},
        ],
    }
    assert [hit.get("e_a") for hit in visit.hits()] == [None, "Paid"]


def test_a_misspelt_setting(visit: Visit) -> None:
    """The console says which setting is meant, once, and the page is tracked."""
    visit.open()
    visit.run("analytics.load({...settings, golas: {Paid: 3}, plan: {}}); analytics.page()")
    assert len(visit.hits()) == 1
    (warning,) = visit.warnings
    assert "golas: there is no such setting; is it goals?" in warning
    visit.expect("golas")


def test_consent(visit: Visit) -> None:
    """What waits for consent says so, until it is given."""
    visit.open()
    visit.run("analytics.load({...settings, consent: 'load'}); analytics.page()")
    visit.run("analytics.track('x')")
    waits = ("held", "until there is consent: before it nothing is fetched")
    assert [one[1:] for one in outcomes(visit)] == [waits, waits]
    visit.run("analytics.consent.give()")
    visit.wait_until_live()
    assert [one[1:] for one in outcomes(visit)] == [("sent", ""), ("sent", "")]


def test_hostile_values(visit: Visit) -> None:
    """Whatever is left out, it is told as a short text, and nothing of the page is called."""
    visit.open()
    visit.run("analytics.load(settings)")
    count = visit.run("hostile.length")
    visit.run("hostile.map((make) => analytics.track('x', {label: {}, value: make()})).length")
    found = explained(visit)
    received = [
        note["received"] for one in found for note in one["notes"] if note["what"] == "value"
    ]
    assert received == [
        "an object with a",
        "an object",
        "an object",
        '"' + "x" * 80 + '..."',
        "a symbol",
        "a bigint",
        "an object with toString, toJSON",
        received[7],
    ]
    assert len(received) == count
    assert received[7].startswith("an object with ")
    assert visit.run("page.reads") == 0


def test_nothing_of_the_page_is_kept(visit: Visit) -> None:
    """An object that a call has left out can be collected, though the journal knows the call."""
    visit.open()
    visit.run("analytics.load(settings)")
    visit.wait_until_live()
    visit.run("""() => {
      const left = {}
      page.left = new WeakRef(left)
      analytics.track('x', {label: left, value: left}, {integrations: {Piwik: {cvar: {9: left}}}})
    }""")
    assert len(explained(visit)[0]["notes"]) == 3
    session = visit.context.new_cdp_session(visit.page)
    session.send("HeapProfiler.collectGarbage")
    assert visit.run("page.left.deref() === undefined")


def test_debug(visit: Visit) -> None:
    """With debug each call is a line of the console as well."""
    visit.open()
    visit.run("analytics.load({...settings, debug: true})")
    visit.wait_until_live()
    visit.expect("console info: paqbridge: ")
    with visit.page.expect_console_message() as message:
        visit.run("analytics.track('Paid', {value: 'many'})")
    assert message.value.type == "info"
    assert message.value.text == (
        'paqbridge: track "Paid" sent: trackEvent; value: expected a number, received "many"'
    )
