"""A destination that asks for consent before anything begins."""

from __future__ import annotations

from typing import Any

from paqbridge.kits.full import FULL
from paqbridge.types.destination import Destination
from tests.support.fake_page import FakePage

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}
OPENING = ["setSiteId", "setTrackerUrl", "enableLinkTracking"]


def started(**settings: Any) -> tuple[Destination, list[str]]:
    """Start and load a destination; return it and a list that grows when it is ready."""
    destination = FULL["destination"]()
    ready: list[str] = []
    given = {**GIVEN, **settings}
    assert destination["configure"](given)
    assert destination["start"](given, lambda: ready.append("ready"))
    destination["load"]()
    return destination, ready


def names(fake: FakePage) -> list[str]:
    """Return the names of what has reached Matomo's queue."""
    return [command[0] for command in fake.commands]


def test_nothing_at_all_before_consent(fake: FakePage) -> None:
    """With ``load`` no script, no queue; who waits for the tracker need not wait for a visitor."""
    destination, ready = started(consent="load")
    assert destination["deliver"]([["trackPageView"]])
    assert (fake._paq, fake.document.scripts, ready) == (None, [], ["ready"])
    fake.run_timers(10_000)
    assert fake.warnings == []


def test_consent_lets_everything_go(fake: FakePage) -> None:
    """All that has waited leaves in its order, and the script is fetched."""
    destination, ready = started(consent="load")
    destination["deliver"]([["trackPageView"]])
    destination["consent"].give(None)
    assert names(fake) == [*OPENING, "trackPageView"]
    assert (len(fake.document.scripts), ready) == (1, ["ready"])
    destination["deliver"]([["trackEvent", "a", "b", None, None]])
    assert names(fake)[-1] == "trackEvent"


def test_a_consent_that_matomo_remembers(fake: FakePage) -> None:
    """It is said once the tracker is there: said before, it would count for what is queued."""
    destination, _ = started(consent="load")
    destination["deliver"]([["trackPageView"]])
    destination["consent"].remember(5)
    assert names(fake) == [*OPENING, "trackPageView"]
    fake.tracker_arrives()
    assert fake.commands[-1] == ["rememberConsentGiven", 5]


def test_a_consent_before_the_start(fake: FakePage) -> None:
    """What a page says first counts: nothing is held."""
    destination = FULL["destination"]()
    destination["consent"].give(None)
    given = {**GIVEN, "consent": "load"}
    assert destination["configure"](given)
    assert destination["start"](given, lambda: None)
    destination["load"]()
    assert names(fake) == OPENING
    assert fake.document.scripts[0].src == "https://m.example/piwik.js"


def test_while_the_script_is_fetched(fake: FakePage) -> None:
    """With ``tracking`` only Matomo waits: commands go their way, a consent after them."""
    destination, _ = started(consent="tracking")
    destination["deliver"]([["trackPageView"]])
    destination["consent"].give(None)
    assert names(fake) == ["requireConsent", *OPENING, "trackPageView"]
    fake.tracker_arrives()
    assert names(fake)[-1] == "setConsentGiven"


def test_no_consent_and_no_bound(fake: FakePage, monkeypatch: Any) -> None:
    """A visitor who never answers costs a bounded number of calls."""
    monkeypatch.setattr("paqbridge.destination.outbox.LIMIT", 2)
    destination, _ = started(consent="load")
    kept = [destination["deliver"]([["trackPageView"]]) for _ in range(3)]
    # The opening has taken one place.
    assert kept == [True, False, False]


def test_nobody_asks(fake: FakePage) -> None:
    """Without the setting it begins like any other."""
    destination, ready = started()
    assert (names(fake), destination["consent"].state(), ready) == (OPENING, "none", [])
    fake.tracker_arrives()
    assert ready == ["ready"]


def test_a_matomo_that_cannot_wait(fake: FakePage) -> None:
    """Nothing begins with a tracker that would not wait for the consent, and the page is told."""
    destination = FULL["destination"]()
    given = {**GIVEN, "consent": "tracking", "matomoVersion": "3.0"}
    assert destination["configure"](given)
    assert destination["start"](given, lambda: None) is False
    assert (fake.commands, destination["consent"].state(), len(fake.warnings)) == ([], "unknown", 1)
    assert fake.warnings[0].startswith("paqbridge: consent")
