"""What leaves the stand-in through a real browser and arrives at a real server."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from demo.matomo_double.hits import Hit
from tests.support.site import Site
from tests.tracker.loading import load_tracker

AT_ONCE = "?wait=0&gap=0"


def load(page: Page, lab: Site, queue: list[list[object]], options: str = "") -> None:
    """Load the stand-in into a page of the lab, with a queue to take."""
    load_tracker(page, lab, f"stand_in.js{options}", queue)


def arrived(lab: Site, count: int, seconds: float = 10) -> list[Hit]:
    """What has arrived, as soon as it is so many."""
    hits = lab.store.wait(0, seconds, lambda hits: len(hits) >= count)
    assert len(hits) >= count
    return hits


def actions(hits: list[Hit]) -> list[str]:
    """The event actions of what arrived, sorted: what leaves together arrives in any order."""
    return sorted(hit.parameters["e_a"] for hit in hits)


def test_short_requests_are_in_the_address(page: Page, lab: Site) -> None:
    """A beacon carries its parameters in the address and has no body."""
    load(page, lab, [["trackEvent", "C", "A"]])
    (hit,) = arrived(lab, 1)
    assert (hit.carrier, hit.parameters["e_a"]) == ("url", "A")


def test_long_requests_are_in_the_body(page: Page, lab: Site) -> None:
    """Above 2000 characters the parameters are the body."""
    load(page, lab, [["trackEvent", "C", "x" * 2500]])
    (hit,) = arrived(lab, 1)
    assert (hit.carrier, hit.parameters["e_a"]) == ("body", "x" * 2500)


def test_nothing_is_lost_when_the_page_goes(page: Page, lab: Site) -> None:
    """Requests that wait for their turn are sent before the page is left."""
    load(page, lab, [["trackEvent", "C", name] for name in "abc"])
    arrived(lab, 1)
    page.goto(f"{lab.address}/next")
    assert actions(arrived(lab, 3)) == ["a", "b", "c"]


def test_a_test_need_not_wait(page: Page, lab: Site) -> None:
    """With wait=0 every request goes at once."""
    load(page, lab, [["trackEvent", "C", name] for name in "abc"], AT_ONCE)
    assert actions(arrived(lab, 3, seconds=5)) == ["a", "b", "c"]


def test_options_as_a_global(page: Page, lab: Site) -> None:
    """Where the script's address is not the test's to choose, a global says the same."""
    page.add_init_script("window.standInTracker = {wait: 0, gap: 0, lacks: 'resetUserId'}")
    load(page, lab, [["trackEvent", "C", name] for name in "abc"])
    assert actions(arrived(lab, 3, seconds=5)) == ["a", "b", "c"]
    assert page.evaluate("Matomo.getAsyncTracker().resetUserId === undefined")


def test_an_older_tracker(open_page: Callable[..., Page], lab: Site) -> None:
    """A method that the tracker shall lack throws as an unknown one does."""
    page = open_page()
    page.expected.append("resetUserId' was not found")  # type: ignore[attr-defined]
    load(page, lab, [["trackEvent", "C", "a"]], AT_ONCE + "&lacks=resetUserId,clearEcommerceCart")
    thrown = """(name) => { try { _paq.push([name]) } catch (error) { return error.name } }"""
    assert page.evaluate(thrown, "resetUserId") == "TypeError"
    assert page.evaluate(thrown, "setUserId") is None
