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

NAMES = json.loads((Path(__file__).parent / "methods.json").read_text("utf-8"))
"""What was seen on the tracker's object of Matomo 5.1.2."""

LACKING = {"addTracker", "getCookie", "enableJSErrorTracking"}
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
    """Each is called on the object that pages get, and pushed; what ours has not it says once."""
    page = open_page()
    page.expected += [  # type: ignore[attr-defined]
        "this tracker cannot follow a command",
        "no cookie can be kept for a domain",
    ]
    load(page, lab, [])
    assert page.evaluate(CALL, NAMES) == []
    messages: list[str] = page.messages  # type: ignore[attr-defined]
    for name in LACKING:
        assert len([text for text in messages if f"[{name}" in text]) >= 1, (name, messages)


def test_what_is_lacking_is_said_once(open_page: Callable[..., Page], lab: Site) -> None:
    """One warning has the name, however often it is called; the next command runs."""
    page = open_page()
    page.expected.append("this tracker cannot follow a command")  # type: ignore[attr-defined]
    load(page, lab, [["addTracker", "https://other.example/", 2], ["addTracker"]])
    page.evaluate("Matomo.getAsyncTracker().addTracker(); _paq.push(['trackPageView', 'View'])")
    assert said(arrived(lab, 1)) == ["View"]
    messages: list[str] = page.messages  # type: ignore[attr-defined]
    assert len([text for text in messages if "addTracker" in text]) == 1, messages
