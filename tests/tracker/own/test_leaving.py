"""What leaves our tracker through a real browser and arrives at a server when a page is left."""

from __future__ import annotations

import json
from collections.abc import Callable
from statistics import median

import pytest
from playwright.sync_api import Page

from demo.matomo_double.hits import Hit
from tests.support.site import Site
from tests.tracker.own.arriving import arrived, load, said

MEASURE = """
for (const [first, last] of [['beforeunload', 'beforeunload'], ['pagehide', 'visibilitychange']]) {
  let began
  addEventListener(first, () => { began = performance.now() }, true)
  addEventListener('load', () => addEventListener(last, () => {
    sessionStorage.took = Number(sessionStorage.took || 0) + performance.now() - began
  }))
}"""
"""Ahead of the tracker's listeners and behind them: what they hold the page up for as it goes."""

PUSH = """names => new Promise((resolve) => setTimeout(() => {
  names.forEach((name) => _paq.push(['trackEvent', 'C', 'A', name]))
  resolve()
}, 100))"""
"""The case that the difference is told of: events 0.1 s after the page view."""

QUICK = 50
"""Milliseconds on a busy machine: few on a quiet one, hundreds where a loop waits."""

RUNS = 5


def test_nothing_is_lost_when_a_page_is_left(open_page: Callable[..., Page], lab: Site) -> None:
    """Twenty events right after the page view arrive, in order, and the page is not held up."""
    page = open_page()
    page.add_init_script(MEASURE)
    names = [str(number) for number in range(20)]
    took = []
    for run in range(1, RUNS + 1):
        load(page, lab, [["trackPageView", "View"]])
        page.evaluate("sessionStorage.took = 0")
        page.evaluate(PUSH, names)
        page.goto(f"{lab.address}/next")
        texts = said(arrived(lab, 21 * run))[-21:]
        # The view left by itself, so the rest, in one request, may be there before it.
        assert (texts.count("View"), [one for one in texts if one != "View"]) == (1, names)
        took.append(float(page.evaluate("sessionStorage.took")))
    assert median(took) <= QUICK, took


def test_a_hidden_page_sends_at_once(open_page: Callable[..., Page], lab: Site) -> None:
    """What waits leaves when the page is hidden, and what comes then does not wait."""
    page = open_page()
    load(page, lab, [["trackPageView", "View"], ["trackEvent", "C", "A", "a"]])
    page.evaluate("""() => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
      _paq.push(['trackEvent', 'C', 'A', 'b'])
    }""")
    assert sorted(said(arrived(lab, 3))) == ["View", "a", "b"]


def test_a_tab_behind_another_one(open_page: Callable[..., Page], lab: Site) -> None:
    """A page that is hidden from the start keeps its calls' order: each in a beacon of its own,
    they overtook one another in WebKit, and two first ones are two visits."""
    page = open_page()
    page.add_init_script("Object.defineProperty(document, 'hidden', { get: () => true })")
    names = [*"abc"]
    load(page, lab, [["trackPageView", "View"], *[["trackEvent", "C", "A", one] for one in names]])
    hits = arrived(lab, 4)
    assert said(hits) == ["View", *names]
    assert [hit.carrier for hit in hits] == ["url", *["bulk"] * 3]


MORTAL = """{ const ask = window.fetch
window.fetch = (address, options) => options.keepalive ? ask(address, options) : Promise.reject() }
"""
"""A page that goes, and what does not outlive it."""


@pytest.mark.parametrize("broken", ["undefined", "() => false", "() => { throw 1 }"])
def test_without_beacons(broken: str, open_page: Callable[..., Page], lab: Site) -> None:
    """Where beacons are missing, refused or broken, an image or a request carries the hits; the
    request is one that outlives the page, if the browser takes it."""
    page = open_page()
    page.add_init_script(f"navigator.sendBeacon = {broken}\n{MORTAL}")
    load(page, lab, [["trackPageView", "View"], ["trackEvent", "C", "A", "x" * 2500]])
    assert "View" in said(arrived(lab, 2))


LEFT = """{ const ask = window.fetch
window.fetch = (address, options) => ask(address, options).then(() => Promise.reject()) }"""
"""What a browser says of a request of a page that it leaves, though it has arrived: it failed."""


def test_a_request_that_fails_is_not_sent_again(open_page: Callable[..., Page], lab: Site) -> None:
    """Where beacons are refused, and the page is left as its requests are on their way, each hit
    arrives once."""
    page = open_page()
    page.add_init_script(f"navigator.sendBeacon = () => false\n{LEFT}")
    load(page, lab, [["trackPageView", "View"], ["trackEvent", "C", "A", "x" * 2500]])
    arrived(lab, 2)
    page.evaluate("_paq.push(['trackEvent', 'C', 'A', 'a'])")
    assert said(arrived(lab, 3))[-1] == "a"


FULL = """{ const send = navigator.sendBeacon.bind(navigator)
const ask = window.fetch
let taken = 0
navigator.sendBeacon = (...given) => taken++ == 0 && send(...given)
window.fetch = (address, options) =>
  options.keepalive ? Promise.reject() : ask(address, options) }"""
"""A browser whose room for what outlives a page is full after one beacon."""


def test_a_browser_whose_room_is_full(open_page: Callable[..., Page], lab: Site) -> None:
    """What no beacon takes any more is sent by a request that does not outlive the page."""
    page = open_page()
    page.add_init_script(FULL)
    load(page, lab, [["trackPageView", "View"], ["trackEvent", "C", "A", "x" * 2500]])
    assert "View" in said(arrived(lab, 2))


def test_a_browser_that_lets_nothing_be_sent(open_page: Callable[..., Page], lab: Site) -> None:
    """Where there is neither beacon nor request the page is not hurt."""
    page = open_page()
    page.add_init_script("navigator.sendBeacon = fetch = undefined")
    load(page, lab, [["setRequestMethod", "POST"]])
    page.evaluate("_paq.push(['trackPageView'])")
    assert page.evaluate("Matomo.getNumTrackedPageViews()") == 1


def test_a_wrapper_that_does_not_say_what_has_become(
    open_page: Callable[..., Page], lab: Site
) -> None:
    """A hit of a page whose wrapper of beacons returns nothing is sent once."""
    page = open_page()
    page.add_init_script(
        "{ const send = navigator.sendBeacon.bind(navigator)\n"
        "navigator.sendBeacon = (...given) => { send(...given) } }"
    )
    load(page, lab, [["trackPageView", "View"], ["trackEvent", "C", "A", "a"]])
    assert said(arrived(lab, 2)) == ["View", "a"]


SPOILT = {
    "lists in JSON": "Array.prototype.toJSON = () => 'as of Prototype 1.6'",
    "all of JSON": "window.JSON = { parse: () => ({}), stringify: () => '' }",
    "promises": "Promise.prototype.catch = undefined",
    "whether it is seen, and by whom": "for (const [owner, name] of "
    "[[document, 'hidden'], [navigator, 'doNotTrack']])\n"
    "Object.defineProperty(owner, name, { get() { throw Error('no') } })",
    "client hints": "(window.NavigatorUAData || class {}).prototype.getHighEntropyValues = "
    "() => { throw Error('no') }",
    "what the browser is": "Object.defineProperty(window, 'performance', {})\n"
    "Object.defineProperty(navigator, 'mimeTypes', {})\n"
    "Object.defineProperty(navigator, 'userAgentData', { get() { throw Error('no') } })",
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_what_a_page_has_spoilt(spoil: str, open_page: Callable[..., Page], lab: Site) -> None:
    """Hits leave all the same, those that leave together, too."""
    page = open_page()
    page.add_init_script(spoil)
    events: list[list[object]] = [["trackEvent", "C", "A", one] for one in "ab"]
    load(page, lab, [["trackPageView", "View"], *events])
    assert said(arrived(lab, 3)) == ["View", "a", "b"]


BLOCKED = (
    "{ get() { throw new Error('blocked') }, set() { throw new Error('blocked') } }",
    "{ get: () => '', set() {} }",
)


@pytest.mark.parametrize("cookie", BLOCKED)
def test_storage_that_is_blocked(cookie: str, open_page: Callable[..., Page], lab: Site) -> None:
    """On a page whose cookies come to nothing the hits leave all the same, of one visitor."""
    page = open_page()
    page.add_init_script(f"Object.defineProperty(document, 'cookie', {cookie})")
    load(page, lab, [["trackPageView", "View"], ["trackEvent", "C", "A", "a"], ["deleteCookies"]])
    page.evaluate("_paq.push(['trackEvent', 'C', 'A', 'b'])")
    first, second, other = arrived(lab, 3)
    assert said([first, second, other]) == ["View", "a", "b"]
    assert first.parameters["_id"] == second.parameters["_id"] != other.parameters["_id"]


FRAME = """([text, src, sandbox]) => {
  const frame = document.createElement('iframe')
  if (sandbox) frame.sandbox = sandbox
  frame.srcdoc = `<script>_paq = ${text}</script><script src="${src}"></script>`
  document.body.append(frame)
}"""


def view_in_frame(page: Page, lab: Site, sandbox: str) -> list[Hit]:
    """Put a frame of ``srcdoc`` into a page, and return the two hits of its tracker."""
    page.goto(f"{lab.address}/page")
    queue: list[list[object]] = [
        ["setTrackerUrl", f"{lab.address}/matomo.php"],
        ["setSiteId", 1],
        ["setCustomUrl", "https://shop.example/"],
        ["trackPageView", "View"],
        ["trackEvent", "C", "A", "a"],
    ]
    page.evaluate(FRAME, [json.dumps(queue), f"{lab.address}/own.js", sandbox])
    return arrived(lab, 2)


def test_a_frame_without_an_origin(open_page: Callable[..., Page], lab: Site) -> None:
    """A frame in a sandbox, which has no cookies, has one visitor too."""
    first, second = view_in_frame(open_page(), lab, "allow-scripts")
    assert said([first, second]) == ["View", "a"]
    assert first.parameters["_id"] == second.parameters["_id"] != ""


def test_a_frame_without_an_address(open_page: Callable[..., Page], lab: Site) -> None:
    """It is on the host of its page: nobody has come from there."""
    first, _ = view_in_frame(open_page(), lab, "")
    assert (first.parameters["urlref"], first.parameters["_refts"]) == (f"{lab.address}/", "0")


def test_a_prerendered_page_counts_once_it_is_shown(
    open_page: Callable[..., Page], lab: Site
) -> None:
    """A page that a browser prepares is no page view until somebody sees it."""
    page = open_page()
    page.add_init_script(
        "window.waits = true; Object.defineProperty(document, 'prerendering', { get: () => waits })"
    )
    load(page, lab, [["trackPageView", "View"]])
    assert page.evaluate("Array.isArray(_paq) && !window.Matomo")
    page.evaluate("waits = false; document.dispatchEvent(new Event('prerenderingchange'))")
    assert said(arrived(lab, 1)) == ["View"]


def test_a_browser_that_objects(open_page: Callable[..., Page], lab: Site) -> None:
    """Where Do Not Track is asked for, Global Privacy Control says the same: nothing is sent."""
    page = open_page()
    page.add_init_script(
        "Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true })"
    )
    load(page, lab, [["setDoNotTrack", True], ["trackPageView", "View"]])
    page.evaluate("_paq.push(['setDoNotTrack', false], ['trackPageView', 'Allowed'])")
    assert said(arrived(lab, 1)) == ["Allowed"]


def test_visible_blocks(open_page: Callable[..., Page], lab: Site) -> None:
    """A block in view is told of once for each page view."""
    page = open_page()
    load(page, lab, [["trackPageView", "View"], ["trackVisibleContentImpressions"]])
    arrived(lab, 2)
    page.evaluate("_paq.push(['trackPageView', 'Second'])")
    told = [hit.parameters.get("c_n") or "" for hit in arrived(lab, 4)]
    # A beacon may overtake another.
    assert [*told[:2], *sorted(told[2:])] == ["", "Banner"] * 2


def test_an_error_of_the_page(open_page: Callable[..., Page], lab: Site) -> None:
    """A command that is none is warned of by name, once, and the next one runs."""
    page = open_page()
    page.expected.append("not in this tracker")  # type: ignore[attr-defined]
    load(page, lab, [["noSuchCommand"], ["noSuchCommand"], ["trackPageView", "View"]])
    assert said(arrived(lab, 1)) == ["View"]
