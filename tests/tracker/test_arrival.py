"""What leaves the stand-in through a real browser and arrives at a real server."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page

from tests.tracker.lab import Lab

AT_ONCE = "?wait=0&gap=0"
LOAD = """([queue, src]) => new Promise((resolve) => {
  window._paq = queue
  const script = document.createElement('script')
  script.onload = resolve
  script.src = src
  document.head.append(script)
})"""


def load(page: Page, lab: Lab, queue: list[list[object]], options: str = "") -> None:
    """Load the stand-in into a page of the lab, with a queue to take."""
    page.goto(f"{lab.origin}/page")
    set_up: list[list[object]] = [["setTrackerUrl", f"{lab.origin}/m.php"], ["setSiteId", 1]]
    page.evaluate(LOAD, [[*set_up, *queue], f"{lab.origin}/stand_in.js{options}"])


def actions(arrived: list[tuple[str, str]]) -> list[str]:
    """The event actions of what arrived, in order."""
    return [parse_qs(urlsplit(address).query)["e_a"][0] for address, _ in arrived]


def test_short_requests_are_in_the_address(page: Page, lab: Lab) -> None:
    """A beacon carries its parameters in the address and has no body."""
    load(page, lab, [["trackEvent", "C", "A"]])
    ((address, body),) = lab.wait_for(1)
    assert (actions([(address, body)]), body) == (["A"], "")


def test_long_requests_are_in_the_body(page: Page, lab: Lab) -> None:
    """Above 2000 characters the parameters are the body."""
    load(page, lab, [["trackEvent", "C", "x" * 2500]])
    ((address, body),) = lab.wait_for(1)
    assert address == "/m.php"
    assert parse_qs(body)["e_a"] == ["x" * 2500]


def test_nothing_is_lost_when_the_page_goes(page: Page, lab: Lab) -> None:
    """Requests that wait for their turn are sent before the page is left."""
    load(page, lab, [["trackEvent", "C", name] for name in "abc"])
    lab.wait_for(1)
    page.goto(f"{lab.origin}/next")
    assert sorted(actions(lab.wait_for(3))) == ["a", "b", "c"]


def test_a_test_need_not_wait(page: Page, lab: Lab) -> None:
    """With wait=0 every request goes at once."""
    load(page, lab, [["trackEvent", "C", name] for name in "abc"], AT_ONCE)
    assert sorted(actions(lab.wait_for(3, seconds=5))) == ["a", "b", "c"]


def test_options_as_a_global(page: Page, lab: Lab) -> None:
    """Where the script's address is not the test's to choose, a global says the same."""
    page.add_init_script("window.standInTracker = {wait: 0, gap: 0, lacks: 'resetUserId'}")
    load(page, lab, [["trackEvent", "C", name] for name in "abc"])
    assert sorted(actions(lab.wait_for(3, seconds=5))) == ["a", "b", "c"]
    assert page.evaluate("Matomo.getAsyncTracker().resetUserId === undefined")


def test_an_older_tracker(open_page: Callable[..., Page], lab: Lab) -> None:
    """A method that the tracker shall lack throws as an unknown one does."""
    page = open_page()
    page.expected.append("resetUserId' was not found")  # type: ignore[attr-defined]
    load(page, lab, [["trackEvent", "C", "a"]], AT_ONCE + "&lacks=resetUserId,clearEcommerceCart")
    thrown = """(name) => { try { _paq.push([name]) } catch (error) { return error.name } }"""
    assert page.evaluate(thrown, "resetUserId") == "TypeError"
    assert page.evaluate(thrown, "setUserId") is None
