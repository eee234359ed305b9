"""What could not be sent from a real page: offline, or where no server is there, and then it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Response
from playwright.sync_api import Page

from tests.support.site import Site
from tests.tracker.own.arriving import arrived, load, said
from tests.tracker.own.test_network import FAILED, event, hide, push
from tests.tracker.own.test_solo import DIST

KEEP: list[object] = ["setOfflineQueue", 2]

SOLO = """([address, src]) => new Promise((resolve) => {
  const script = document.createElement('script')
  script.onload = () => {
    analytics.load({ siteId: 1, serverUrl: address, offlineQueue: 2 })
    analytics.page()
    resolve()
  }
  script.src = src
  document.head.append(script)
})"""


def go_offline(page: Page) -> None:
    """Take the connection away, and see to it that the page knows."""
    page.context.set_offline(True)
    page.wait_for_function("!navigator.onLine")


def test_offline_and_back(open_page: Callable[..., Page], lab: Site) -> None:
    """The latest leave when the browser is online again, in order, and say how long ago it was."""
    page = open_page()
    load(page, lab, [KEEP, ["trackPageView", "View"]])
    arrived(lab, 1)
    go_offline(page)
    push(page, event("over"), event("a"), event("b"))
    hide(page)  # they need not wait for their turn
    page.context.set_offline(False)
    hits = arrived(lab, 3)
    assert said(hits) == ["View", "a", "b"]
    assert ["cdo" in hit.parameters for hit in hits] == [False, True, True]
    push(page, event("later"))
    assert said(arrived(lab, 4))[-1] == "later"


def test_a_refusal_offline(open_page: Callable[..., Page], lab: Site) -> None:
    """What is kept is dropped with consent."""
    page = open_page()
    load(page, lab, [KEEP, ["trackPageView", "View"]])
    arrived(lab, 1)
    go_offline(page)
    push(page, event("dropped"))
    hide(page)
    push(page, ["forgetConsentGiven"])
    page.context.set_offline(False)
    push(page, ["setConsentGiven", False], event("allowed"))
    assert said(arrived(lab, 2)) == ["View", "allowed"]


def test_a_server_that_was_down(nobody: str, open_page: Callable[..., Page], lab: Site) -> None:
    """What nobody took leaves once a later hit has arrived."""
    page = open_page()
    page.expected.append(FAILED)  # type: ignore[attr-defined]
    load(page, lab, [KEEP, ["setTrackerUrl", nobody]])
    with page.expect_event("requestfailed"):
        push(page, ["trackPageView", "View"])
    push(page, ["setTrackerUrl", f"{lab.address}/matomo.php"], event("a"))
    assert said(arrived(lab, 2)) == ["a", "View"]


def test_an_error_is_an_answer(open_page: Callable[..., Page], lab: Site) -> None:
    """A hit that is answered 500 may have been counted: it is not sent again."""
    page = open_page()
    page.expected.append(FAILED)  # type: ignore[attr-defined]
    asked: list[int] = []

    def refuse() -> Response:
        asked.append(1)
        return Response("sorry", 500)

    lab.answers["failing.php"] = refuse
    load(page, lab, [KEEP, ["setTrackerUrl", f"{lab.address}/failing.php"]])
    with page.expect_response("**/failing.php*"):
        push(page, ["trackPageView", "View"])
    push(page, ["setTrackerUrl", f"{lab.address}/matomo.php"], event("a"))
    assert (said(arrived(lab, 1)), asked) == (["a"], [1])


def test_a_page_that_is_left(open_page: Callable[..., Page], lab: Site) -> None:
    """With the setting hits outlive the page as ever."""
    page = open_page()
    load(page, lab, [KEEP, ["trackPageView", "View"], event("a")])
    page.goto(f"{lab.address}/next")
    assert said(arrived(lab, 2)) == ["View", "a"]


@pytest.mark.parametrize("broken", ["undefined", "() => { throw 1 }"])
def test_without_fetch(broken: str, open_page: Callable[..., Page], lab: Site) -> None:
    """A page that has no way to know has beacons."""
    page = open_page()
    page.add_init_script(f"window.fetch = {broken}")
    load(page, lab, [KEEP, ["trackPageView", "View"]])
    assert said(arrived(lab, 1)) == ["View"]


def test_the_setting(open_page: Callable[..., Page], lab: Site) -> None:
    """In the full solo file a setting of ours says it."""
    lab.files["solo.js"] = (DIST / "analytics.full.solo.min.js").read_text("utf-8")
    page = open_page()
    page.goto(f"{lab.address}/page")
    page.evaluate("Object.defineProperty(navigator, 'onLine', { get: () => !(isAsked = isOff) })")
    page.evaluate("isAsked = false; isOff = true")
    page.evaluate(SOLO, [lab.address, f"{lab.address}/solo.js"])
    page.wait_for_function("isAsked")  # the view has its turn a while after the call
    page.evaluate("isOff = false; dispatchEvent(new Event('online'))")
    (hit,) = arrived(lab, 1)
    assert (said([hit]), "cdo" in hit.parameters) == (["First title"], True)
