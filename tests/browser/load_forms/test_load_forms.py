"""Every way to start the standalone leads to one start, one script, and hits of the right site."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from tests.support.visit import Visit

FORMS = [
    "load(settings)",
    "load(key, integrations.Piwik)",
    "load(key, integrations.Matomo)",
    "initialize(Piwik)",
    "initialize(Piwik, options)",
    "url for serverUrl",
    "slashes and endpoint",
]
PAID = "analytics.track('paid', {revenue: 5}, {integrations: {Piwik: {cvar: VARIABLES}}})"
TRACK = PAID.replace("VARIABLES", "{1: ['a', 'b'], 3: ['c', 'd']}")


def start(address: str, site: Any) -> list[list[Any]]:
    """The commands of a start."""
    return [["setSiteId", site], ["setTrackerUrl", f"{address}/piwik.php"], ["enableLinkTracking"]]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_starts_once(form: str, visit: Visit) -> None:
    """The form pushes the three start commands, injects one script, and events arrive."""
    visit.open()
    visit.run("(form) => { forms[form]() }", form)
    assert visit.pushed() == start(visit.address, 7)
    assert visit.trackers() == [f"{visit.address}/piwik.js"]
    visit.run("analytics.track('paid', {revenue: 5})")
    goal, event = visit.hits()
    assert goal == {**goal, "idsite": "7", "idgoal": "3", "revenue": "5"}
    assert event == {**event, "idsite": "7", "e_c": "All", "e_a": "paid", "e_v": "5"}


@pytest.mark.parametrize("form", FORMS)
def test_each_form_in_a_stub(form: str, visit: Visit) -> None:
    """A snippet's queued start, and calls before and after it, are replayed in their order."""
    visit.hold_tracker()
    visit.open(f"stub.html#{quote(form)}")
    assert visit.queued() == [
        *start(visit.address, 7),
        ["trackEvent", "All", "First", None, None],
        ["trackPageView"],
        ["trackEvent", "All", "Last", None, None],
    ]


def test_a_protocol_relative_server(visit: Visit) -> None:
    """An address without a scheme, as Matomo's own snippet writes it, takes the page's."""
    visit.open()
    visit.run("forms['protocol-relative']()")
    relative = visit.address.removeprefix("http:")
    assert visit.pushed()[1] == ["setTrackerUrl", f"{relative}/piwik.php"]
    visit.run("analytics.page()")
    (view,) = visit.hits()
    assert view["action_name"] == "Shop"


@pytest.mark.parametrize("page", ["attributes.html", "async_attributes.html", "query.html"])
def test_the_own_script_element_can_say_it(page: str, visit: Visit) -> None:
    """Attributes and query start the script by themselves; goals and numbers are understood."""
    visit.open(page)
    visit.wait_until_live()
    assert visit.pushed() == start(visit.address, "7")
    visit.run(TRACK)
    goal, event = visit.hits()
    assert (goal["idsite"], goal["idgoal"]) == ("7", "3")
    assert event["cvar"] == '{"1":["a","b"]}'


def test_a_script_element_that_says_nothing(visit: Visit) -> None:
    """Without settings nothing is pushed, nothing injected, nothing said."""
    visit.open()
    assert (visit.run("typeof _paq"), visit.trackers()) == ("undefined", [])


def test_a_second_start_is_ignored(visit: Visit) -> None:
    """Whatever form comes second, the tracker is started once and keeps its site."""
    visit.open()
    visit.run("forms['load(settings)']()")
    visit.run("analytics.load({siteId: 8, serverUrl: location.origin})")
    visit.run("analytics.initialize({Piwik: {siteId: 9, serverUrl: location.origin}})")
    visit.run("analytics.page()")
    (view,) = visit.hits()
    assert (view["idsite"], len(visit.trackers())) == ("7", 1)


@pytest.mark.parametrize("integrations", ["{Piwik: false}", "{All: false}"])
def test_switched_off_at_the_start(integrations: str, visit: Visit) -> None:
    """Where initialize switches the destination off nothing leaves, and ready settles."""
    visit.open()
    visit.run(f"analytics.initialize({{Piwik: settings}}, {{integrations: {integrations}}})")
    visit.run("(analytics.page(), analytics.track('x'), 0)")
    visit.run("new Promise((done) => analytics.ready(done))")
    assert (visit.run("typeof _paq"), visit.trackers()) == ("undefined", [])
