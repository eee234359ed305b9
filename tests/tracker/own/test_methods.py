"""The methods of ``matomo.js``, by name: each may be called on our tracker, and none throws."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.site import Site
from tests.support.tracker_file import REAL
from tests.tracker.own.arriving import arrived, load, said
from tests.tracker.own.test_solo import FILES, USE, opened

NAMES = json.loads((Path(__file__).parent / "methods.json").read_text("utf-8"))
"""What was seen on the tracker's object of Matomo 5.1.2."""

LACKING = {"addListener", "getCookie", "enableJSErrorTracking"}
"""Some that ours has not."""

CALL = """names => names.flatMap((name) => {
  const ways = [
    () => Matomo.getTracker()[name](),
    () => Piwik.getAsyncTracker()[name](1, 'a', {}, null),
    () => _paq.push([name], [name, 'a', 1], [function () { this[name]() }]),
  ]
  return ways.flatMap((way) => {
    try {
      way()
      return []
    } catch (error) {
      return [`${name}: ${error}`]
    }
  })
})"""


@pytest.mark.skipif(not REAL, reason="MATOMO_JS does not name a matomo.js")
def test_the_names(open_page: Callable[..., Page], lab: Site) -> None:
    """The list is that of the real file."""
    page = open_page()
    page.goto(f"{lab.address}/page")
    page.add_script_tag(url=f"{lab.address}/real.js")
    assert page.evaluate("Object.keys(Matomo.getAsyncTracker()).sort()") == sorted(NAMES)


def test_none_throws(open_page: Callable[..., Page], lab: Site) -> None:
    """Each is called on the object that pages get, and pushed; what ours has not it says."""
    page = open_page()
    load(page, lab, [])
    none_throws(page)


def test_none_throws_in_a_lean_tracker(open_page: Callable[..., Page], lab: Site) -> None:
    """Nor on that of the lean solo file, which has fewer of them."""
    page = opened(open_page, lab, FILES[0])
    page.goto(f"{lab.address}/page")
    page.evaluate(USE, [lab.address, f"{lab.address}/solo.js"])
    lab.store.wait(0, 10, lambda hits: len(hits) >= 3)
    none_throws(page)


def none_throws(page: Page) -> None:
    """Call them all; what is lacking is said by its name."""
    page.expected += [  # type: ignore[attr-defined]
        "not in this tracker",
        "no cookies for this",
        "400 (BAD REQUEST)",  # of hits for the site that setSiteId was called with
    ]
    assert page.evaluate(CALL, NAMES) == []
    messages: list[str] = page.messages  # type: ignore[attr-defined]
    for name in LACKING:
        assert len([text for text in messages if f"[{name}" in text]) >= 1, (name, messages)


PASSED_ON = """async () => {
  const tracker = Matomo.getAsyncTracker()
  const kept = tracker.setUserId
  tracker.setUserId = function (id) { return kept.call(this, id) }
  tracker.setUserId('u')
  return [
    await tracker === tracker, JSON.stringify(tracker)[0], `${tracker}`, `${+tracker}`,
    Array.isArray(tracker), [].concat(tracker).length, tracker.__v_isRef, tracker._isVue,
    tracker.$$typeof, Matomo.HeatmapSessionRecording, Object.assign({}, tracker) !== tracker,
    structuredClone({ a: 1 }).a, tracker === (() => tracker)(),
  ]
}"""


def test_the_object_may_be_passed_on(open_page: Callable[..., Page], lab: Site) -> None:
    """A promise of it, frameworks that look for marks of their own, and whoever writes it as text
    or looks for a plugin find what any object has: nothing is said, and nothing is called."""
    page = open_page()
    load(page, lab, [])
    found = page.evaluate(PASSED_ON)
    nan = "NaN"
    nothing = [None] * 4
    assert found == [True, "{", "[object Object]", nan, False, 1, *nothing, True, 1, True]
    assert page.evaluate("Matomo.getAsyncTracker().getUserId()") == "u"


INITIALIZED = "window.matomoAsyncInit = () => { window.was = Matomo.initialized }"


def test_it_is_initialized_once_the_queue_has_run(
    open_page: Callable[..., Page], lab: Site
) -> None:
    """Tools ask for that; before, it is nothing."""
    page = open_page()
    page.add_init_script(INITIALIZED)
    load(page, lab, [])
    assert page.evaluate("[window.was === undefined, Matomo.initialized]") == [True, True]


STOPPING = (
    "optUserOut forgetConsentGiven requireConsent setDoNotTrack setTrackerUrl setSiteId "
    "setCustomRequestProcessing"
).split()
"""After these nothing leaves, or something else, or not to the same address."""

ODD = """([names, address, value]) => names.forEach((name) => {
  const tracker = Matomo.getTracker(address, 1)
  const odd = eval(value)
  try {
    tracker[name](odd, odd, odd)
  } finally {
    tracker.trackEvent('C', 'A', name)
  }
})"""


@pytest.mark.parametrize(
    "value", ["Object.create(null)", "({ toString() { throw 1 } })", "Symbol()", "1n", "(() => {})"]
)
def test_an_odd_value_costs_no_later_hit(
    value: str, open_page: Callable[..., Page], lab: Site
) -> None:
    """A command with what can be no text, or no number, does nothing to those after it."""
    page = open_page()
    page.expected.append("")  # type: ignore[attr-defined]
    load(page, lab, [])
    names = [name for name in NAMES if name not in STOPPING]
    page.evaluate(ODD, [names, f"{lab.address}/matomo.php", value])
    hits = lab.store.wait(0, 10, lambda hits: {*names} <= {*said(hits)})
    assert [name for name in names if name not in said(hits)] == []


def test_what_is_lacking_is_said_once(open_page: Callable[..., Page], lab: Site) -> None:
    """One warning has the name, however often it is called; the next command runs."""
    page = open_page()
    page.expected.append("not in this tracker")  # type: ignore[attr-defined]
    load(page, lab, [["getCookie", "a"], ["getCookie"]])
    page.evaluate("Matomo.getAsyncTracker().getCookie(); _paq.push(['trackPageView', 'View'])")
    assert said(arrived(lab, 1)) == ["View"]
    messages: list[str] = page.messages  # type: ignore[attr-defined]
    assert len([text for text in messages if "getCookie" in text]) == 1, messages


GLOBALS = """() => {
  const seen = []
  const nothing = () => {}
  Matomo.on('TrackerAdded', nothing)
  Matomo.off('TrackerAdded', nothing)
  Matomo.trigger('TrackerAdded', [1], window)
  Matomo.retryMissedPluginCalls()
  Matomo.addPlugin('p', new (class { event() { return '&plugged=1' } })())
  Matomo.getAsyncTracker().trackEvent('C', 'A', 'a')
  Matomo.getTracker('https://other.example/matomo.php', 2).getSiteId() === 2 || seen.push('site')
  Matomo.getAsyncTrackers()[0].getSiteId() === 1 || seen.push('trackers')
  Matomo.initialized || seen.push('initialized')
  Matomo.JSON.stringify([1]) === '[1]' || seen.push('JSON')
  AnalyticsTracker === Matomo || seen.push('AnalyticsTracker')
  Matomo.DOM.addEventListener(document.body, 'click', nothing)
  Matomo.DOM.isNodeVisible(document.body)
  Matomo.DOM.isOrWasNodeVisible(document.body)
  Matomo.DOM.onLoad(nothing)
  Matomo.DOM.onReady(nothing)
  return seen
}"""

WITHOUT = ("on", "off", "trigger", "retryMissedPluginCalls", "onReady")
"""Functions of the object ``Matomo`` that do nothing with ours."""


def test_the_object_on_the_page(open_page: Callable[..., Page], lab: Site) -> None:
    """What plugins and tools call on ``Matomo`` throws nothing; what does nothing is said once."""
    page = open_page()
    page.expected.append("not in this tracker")  # type: ignore[attr-defined]
    load(page, lab, [])
    assert page.evaluate(GLOBALS) == []
    (hit,) = arrived(lab, 1)
    assert (said([hit]), hit.parameters["plugged"]) == (["a"], "1")
    messages: list[str] = page.messages  # type: ignore[attr-defined]
    for name in WITHOUT:
        said_of = [text for text in messages if f"[{name}]" in text or f"[{name}, " in text]
        assert len(said_of) == 1, (name, messages)


@pytest.mark.skipif(not REAL, reason="MATOMO_JS does not name a matomo.js")
def test_the_functions_of_the_object(open_page: Callable[..., Page], lab: Site) -> None:
    """Ours has whatever the real object has."""
    kinds = "names => names.map(([at, name]) => typeof (at ? Matomo.DOM : Matomo)[name])"
    ask = "[Matomo, Matomo.DOM].flatMap((one, at) => Object.keys(one).map((name) => [at, name]))"
    names, found = [], []
    for file in ("real.js", "own.js"):
        page = open_page()
        page.goto(f"{lab.address}/page")
        page.add_script_tag(url=f"{lab.address}/{file}")
        names = names or page.evaluate(ask)
        found.append(page.evaluate(kinds, names))
    assert len(names) > 10
    assert found[0] == found[1]


INITS = """
window.ran = []
window.matomoAsyncInit = () => { ran.push('matomo'); throw new Error('of the page') }
window.piwikAsyncInit = () => ran.push('piwik')
window.matomoPluginAsyncInit = [() => ran.push('plugin'), 'none']
"""


def test_what_waits_for_the_tracker(open_page: Callable[..., Page], lab: Site) -> None:
    """Functions of the page are called before the queue, plugins first, and may throw."""
    page = open_page()
    page.expected.append("a callback threw")  # type: ignore[attr-defined]
    page.add_init_script(INITS)
    load(page, lab, [["trackPageView", "View"]])
    assert page.evaluate("ran") == ["plugin", "piwik", "matomo"]
    assert said(arrived(lab, 1)) == ["View"]
