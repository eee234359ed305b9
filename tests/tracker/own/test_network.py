"""What becomes of hits where the network or the server fails, and of those of a page that dies."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator

import pytest
from flask import Response, request
from playwright.sync_api import Error, Page

from tests.support.opt_in import EVERY_VECTOR
from tests.support.site import Site
from tests.tracker.own.arriving import arrived, load, said

FAILED = "Failed to load resource"
MANY = 10_000 if EVERY_VECTOR else 1_000
"""The run that plays all sequences in a browser pushes as many as are promised."""


class Failing:
    """A server that answers late, or with an error; it counts what it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.is_asked, self.may_answer = threading.Event(), threading.Event()

    def answer(self) -> Response:
        """Answer once it may."""
        self.asked += 1
        self.is_asked.set()
        assert self.may_answer.wait(10)
        return Response("sorry", 500)


@pytest.fixture
def failing(lab: Site) -> Iterator[Failing]:
    """The lab's /failing.php."""
    server = Failing()
    lab.answers["failing.php"] = server.answer
    yield server
    server.may_answer.set()


def event(name: str) -> list[object]:
    """A command."""
    return ["trackEvent", "C", "A", name]


def push(page: Page, *commands: list[object]) -> None:
    """Push commands one after the other."""
    page.evaluate("commands => commands.forEach((one) => _paq.push(one))", list(commands))


@pytest.mark.parametrize("beacon", [True, False])
def test_a_server_that_is_down(
    beacon: bool, nobody: str, open_page: Callable[..., Page], lab: Site
) -> None:
    """What it is sent is lost; the page hears nothing of it, and later hits arrive."""
    page = open_page()
    page.expected.append(FAILED)  # type: ignore[attr-defined]
    way: list[list[object]] = [] if beacon else [["disableAlwaysUseSendBeacon"]]
    load(page, lab, [["setTrackerUrl", nobody], *way, ["trackPageView", "Lost"]])
    push(page, ["setTrackerUrl", f"{lab.address}/matomo.php"], event("a"))
    assert said(arrived(lab, 1)) == ["a"]


def test_an_error_of_the_server(
    failing: Failing, open_page: Callable[..., Page], lab: Site
) -> None:
    """A hit that is answered 500 is not sent again, since it may have been counted."""
    page = open_page()
    page.expected.append(FAILED)  # type: ignore[attr-defined]
    failing.may_answer.set()
    load(page, lab, [["setTrackerUrl", f"{lab.address}/failing.php"], ["trackPageView", "Lost"]])
    assert failing.is_asked.wait(10)
    push(page, ["setTrackerUrl", f"{lab.address}/matomo.php"], event("a"))
    assert said(arrived(lab, 1)) == ["a"]
    assert failing.asked == 1


def test_a_slow_server(failing: Failing, open_page: Callable[..., Page], lab: Site) -> None:
    """Nothing waits for an answer: neither later hits, nor the page, nor its end."""
    page = open_page()
    page.expected.append(FAILED)  # type: ignore[attr-defined]
    load(page, lab, [["setTrackerUrl", f"{lab.address}/failing.php"], ["trackPageView", "Slow"]])
    assert failing.is_asked.wait(10)
    push(page, ["setTrackerUrl", f"{lab.address}/matomo.php"], event("a"))
    page.goto(f"{lab.address}/next")
    assert said(arrived(lab, 1)) == ["a"]
    assert not failing.may_answer.is_set()


def test_offline_and_back(open_page: Callable[..., Page], lab: Site) -> None:
    """What is called offline is lost, as with ``matomo.js``; what comes after arrives."""
    page = open_page()
    page.expected.append(FAILED)  # type: ignore[attr-defined]
    load(page, lab, [["trackPageView", "View"]])
    arrived(lab, 1)
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        push(page, event("lost"))
        hide(page)  # it need not wait for its turn
    page.context.set_offline(False)
    push(page, event("back"))
    assert said(arrived(lab, 2)) == ["View", "back"]


def hide(page: Page) -> None:
    """Have the page hidden: what waits leaves."""
    page.evaluate("""() => {
      Object.defineProperty(document, 'hidden', { get: () => true })
      document.dispatchEvent(new Event('visibilitychange'))
    }""")


def test_a_page_that_dies(open_page: Callable[..., Page], lab: Site) -> None:
    """What has left stays, what waits for its turn is lost; the visitor is known as before."""
    page = open_page()
    load(page, lab, [["trackPageView", "View"]])
    arrived(lab, 1)
    push(page, event("waits"))
    died: list[Page] = []
    page.on("crash", lambda dead: died.append(dead))
    with pytest.raises(Error):
        page.goto("chrome://crash", timeout=5000)  # no navigation: the page dies as it is
    load(page.context.new_page(), lab, [["trackPageView", "Next"]])
    first, second = arrived(lab, 2)
    assert died == [page]
    assert said([first, second]) == ["View", "Next"]
    assert second.parameters["_id"] == first.parameters["_id"] != ""


@pytest.mark.parametrize("queue", [[], [["setOfflineQueue", 50]]], ids=["", "kept"])
def test_many_at_once(queue: list[list[object]], open_page: Callable[..., Page], lab: Site) -> None:
    """Thousands of commands at once arrive, each once, in requests of fifty at most.

    They are more than a browser takes as beacons, or keeps alive, at one time.
    """
    page = open_page()
    bodies: list[list[str]] = []
    is_all = threading.Event()

    def take() -> Response:
        bodies.append(re.findall(r"&e_n=(\d+)", request.get_data(as_text=True)))
        if sum(map(len, bodies)) >= MANY:
            is_all.set()
        return Response(status=204)

    lab.answers["many.php"] = take
    load(page, lab, [*queue, ["trackPageView", "View"]])
    push(page, ["setTrackerUrl", f"{lab.address}/many.php"])
    page.evaluate("n => { while (n--) _paq.push(['trackEvent', 'C', 'A', `${n}`]) }", MANY)
    assert is_all.wait(20)
    assert max(map(len, bodies)) <= 50
    assert sorted(int(name) for body in bodies for name in body) == [*range(MANY)]
