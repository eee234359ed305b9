"""Pages that are built in ways which a tracker may not expect: what is sent there all the same."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.site import Site
from tests.tracker.own.arriving import arrived, load, said

COMPONENT = """place => {
  document.addEventListener('click', (event) => event.preventDefault())
  document.body.insertAdjacentHTML('beforeend', place)
  const root = document.getElementById('host').attachShadow({ mode: 'open' })
  root.innerHTML = '<i>o</i><a href="http://inner.example/">o</a>'
  window.inside = (name) => root.querySelector(name)
}"""
"""Puts a web component into the page, in some place: a picture, and a link."""


def test_a_link_around_a_web_component(open_page: Callable[..., Page], lab: Site) -> None:
    """A click in a component, as of an icon, is one on the link around it; a link in it comes
    first."""
    page = open_page()
    load(page, lab, [["enableLinkTracking"]])
    page.evaluate(COMPONENT, '<a href="http://outer.example/"><span id="host"></span></a>')
    page.evaluate("inside('i').click()")
    assert arrived(lab, 1)[0].parameters["link"] == "http://outer.example/"
    page.evaluate("inside('a').click()")
    assert arrived(lab, 2)[1].parameters["link"] == "http://inner.example/"


BLOCK = '<p data-track-content data-content-name="Card"><span id="host"></span></p>'


@pytest.mark.parametrize("name", ["i", "a"])
def test_a_block_around_a_web_component(
    name: str, open_page: Callable[..., Page], lab: Site
) -> None:
    """A click in a component is one in the content block around it, on a link in it as well."""
    page = open_page()
    load(page, lab, [["enableLinkTracking"]])
    page.evaluate(COMPONENT, BLOCK)
    page.evaluate("_paq.push(['trackContentImpressionsWithinNode', document.querySelector('p')])")
    page.evaluate("name => inside(name).click()", name)
    shown, clicked = arrived(lab, 2)
    assert shown.parameters["c_n"] == clicked.parameters["c_n"] == "Card"
    assert clicked.parameters["c_i"] == "click"
    assert clicked.parameters.get("link") == ("http://inner.example/" if name == "a" else None)


QUEUES = [
    "let _paq = window._paq = {queue}",
    "let _paq = {queue}",
    "window._paq = {queue}.slice(0, 3); let _paq = {queue}.slice(3)",
]


@pytest.mark.parametrize("start", QUEUES)
def test_a_queue_that_is_a_let(start: str, open_page: Callable[..., Page], lab: Site) -> None:
    """Scripts know a ``let`` or ``const`` of a page by its name alone: what waits there arrives,
    and what is pushed there later."""
    queue = [
        ["setTrackerUrl", f"{lab.address}/matomo.php"],
        ["setSiteId", 1],
        ["trackPageView", "View"],
        ["trackEvent", "C", "A", "a"],
    ]
    begin = start.replace("{queue}", json.dumps(queue))
    lab.files["let.html"] = (
        f"<!doctype html><title>Shop</title><script>{begin}</script>"
        "<script>_paq.push([function () { _paq.push(['trackEvent', 'C', 'A', 'b']) }])</script>"
        "<script src='/own.js'></script><script>_paq.push(['trackEvent', 'C', 'A', 'c'])</script>"
    )
    page = open_page()
    page.goto(f"{lab.address}/let.html")
    assert said(arrived(lab, 4)) == ["View", *"abc"]


def test_a_queue_that_is_a_const(open_page: Callable[..., Page], lab: Site) -> None:
    """What waits there arrives; the page is not hurt by its name being taken."""
    queue = [["setTrackerUrl", f"{lab.address}/matomo.php"], ["setSiteId", 1], ["trackPageView"]]
    lab.files["const.html"] = (
        f"<!doctype html><title>Shop</title><script>const _paq = {json.dumps(queue)}</script>"
        "<script src='/own.js'></script><script>window._paq.push(['ping'])</script>"
    )
    page = open_page()
    page.goto(f"{lab.address}/const.html")
    assert said(arrived(lab, 2)) == ["Shop", ""]


WITHOUT_ITERATORS = """() => {
  const own = Array.prototype[Symbol.iterator]
  Array.prototype[Symbol.iterator] = () => { throw Error('no') }
  try { Matomo.getTracker().trackEvent('C', 'A', 'a') } finally {
    Array.prototype[Symbol.iterator] = own
  }
}"""


def test_lists_without_iterators(open_page: Callable[..., Page], lab: Site) -> None:
    """A page that has broken how lists are gone through does not break the tracker's methods."""
    page = open_page()
    load(page, lab, [])
    page.evaluate(WITHOUT_ITERATORS)
    assert said(arrived(lab, 1)) == ["a"]


SIGNS = '"\\\x01\u00fc'


def test_signs_of_json(open_page: Callable[..., Page], lab: Site) -> None:
    """Signs that mean something in JSON arrive, in requests that leave together as well."""
    page = open_page()
    events: list[list[object]] = [["trackEvent", "C", "A", one] for one in "abc"]
    own: list[object] = ["queueRequest", f"idsite=1&rec=1&x={SIGNS}", True]
    load(page, lab, [["appendToTrackingUrl", f"x={SIGNS}"], *events, own])
    hits = arrived(lab, 4)
    assert [hit.parameters["x"] for hit in hits] == [SIGNS] * 4
    assert [hit.carrier for hit in hits] == ["url", "bulk", "bulk", "bulk"]


SVG = """<svg data-track-content data-content-name="Drawn" width="9" height="9">
  <a href="/drawn" data-content-target><text>o</text></a></svg>"""
FORM = """<form data-track-content data-content-name="Form"><input name="src"><input name="title">
  <input name="href"></form>"""
BROKEN = (
    """<form data-track-content data-content-name="Broken"><input name="getAttribute"></form>"""
)
LOOKS = ["trackAllContentImpressions", "trackVisibleContentImpressions"]


@pytest.mark.parametrize("look", LOOKS)
def test_blocks_that_are_no_plain_html(
    look: str, open_page: Callable[..., Page], lab: Site
) -> None:
    """A link in a drawing is a target; the fields of a form are neither its piece nor its title;
    a block that cannot be read costs no other, and the page nothing."""
    page = open_page()
    load(page, lab, [])
    page.evaluate("text => { document.body.innerHTML = text }", BROKEN + SVG + FORM)
    page.evaluate("look => _paq.push([look])", look)
    told = [(hit.parameters["c_n"], hit.parameters.get("c_t")) for hit in arrived(lab, 2)]
    assert told == [("Drawn", f"{lab.address}/drawn"), ("Form", None)]
