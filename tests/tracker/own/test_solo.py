"""The solo files: source, mapping and tracker in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.site import Site

DIST = Path(__file__).parents[3] / "dist"
FILES = ("analytics.solo.min.js", "analytics.full.solo.min.js")

USE = """([address, src]) => new Promise((resolve) => {
  const script = document.createElement('script')
  script.onload = () => {
    analytics.load({ siteId: 1, serverUrl: address, goals: { Paid: 3 } })
    analytics.identify('user-7')
    analytics.page()
    analytics.track('Paid', { revenue: '$5' })
    resolve()
  }
  script.src = src
  document.head.append(script)
})"""


def opened(open_page: Callable[..., Page], lab: Site, file: str) -> Page:
    """Open a page, which has no script yet, of a site that has the file."""
    lab.files["solo.js"] = (DIST / file).read_text("utf-8")
    return open_page()


@pytest.mark.parametrize("file", FILES)
def test_one_file_does_all(file: str, open_page: Callable[..., Page], lab: Site) -> None:
    """Calls arrive at Matomo, and nothing but this file was fetched."""
    page = opened(open_page, lab, file)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{lab.address}/page")
    page.evaluate(USE, [lab.address, f"{lab.address}/solo.js"])
    hits = lab.store.wait(0, 10, lambda hits: len(hits) >= 3)
    said = [(hit.parameters["uid"], hit.parameters.get("idgoal")) for hit in hits]
    assert said == [("user-7", None), ("user-7", "3"), ("user-7", None)]
    assert [url for url in fetched if url.endswith(".js")] == [f"{lab.address}/solo.js"]
    assert page.evaluate("document.querySelectorAll('script[src]').length") == 1


SHOP = """([address, src]) => new Promise((resolve) => {
  const script = document.createElement('script')
  script.onload = () => {
    analytics.load({ siteId: 1, serverUrl: address, ecommerce: true, consent: 'load' })
    const products = [{ sku: 's', name: 'n', price: 20 }]
    analytics.track('Order Completed', { order_id: 'o1', revenue: 20, products })
    resolve(window.Matomo === undefined && document.cookie)
  }
  script.src = src
  document.head.append(script)
})"""


def test_the_whole_mapping(open_page: Callable[..., Page], lab: Site) -> None:
    """An order waits for consent; before that there is no tracker. It arrives with its lines."""
    page = opened(open_page, lab, FILES[1])
    page.goto(f"{lab.address}/page")
    assert page.evaluate(SHOP, [lab.address, f"{lab.address}/solo.js"]) == ""
    page.evaluate("analytics.consent.give()")
    (hit,) = lab.store.wait(0, 10, lambda hits: len(hits) >= 1)
    assert (hit.parameters["ec_id"], hit.parameters["revenue"]) == ("o1", "20")
    assert hit.parameters["ec_items"] == '[["s","n","",20,1]]'
    page.evaluate("analytics.consent.withdraw()")
    assert page.evaluate("document.querySelectorAll('script[src]').length") == 1
    assert page.evaluate("analytics.consent.state()") == "refused"
    assert "_pk_id" not in page.evaluate("document.cookie")


def test_what_the_lean_one_lacks(open_page: Callable[..., Page], lab: Site) -> None:
    """A command that it has not is warned of by its name; the next one runs."""
    page = opened(open_page, lab, FILES[0])
    page.expected.append("not in this tracker")  # type: ignore[attr-defined]
    page.goto(f"{lab.address}/page")
    page.evaluate(USE, [lab.address, f"{lab.address}/solo.js"])
    page.evaluate("_paq.push(['trackEcommerceCartUpdate', 1], ['trackEvent', 'C', 'A'])")
    hits = lab.store.wait(0, 10, lambda hits: len(hits) >= 4)
    assert [hit.parameters.get("e_a") for hit in hits].count("A") == 1
    said = [text for text in page.messages if "not in this tracker" in text]  # type: ignore[attr-defined]
    assert len(said) == 1
    assert "trackEcommerceCartUpdate" in said[0]


LEAVE = """([address, isLeft]) => {
  analytics.load({ siteId: 1, serverUrl: address })
  analytics.page()
  const before = typeof Matomo
  if (isLeft) dispatchEvent(new PageTransitionEvent('pagehide'))
  return [before, typeof Matomo]
}"""


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("is_left", [False, True])
def test_the_tracker_starts_in_a_task_of_its_own(
    is_left: bool, file: str, open_page: Callable[..., Page], lab: Site
) -> None:
    """A slow phone has a pause between the two; a page that is left at once loses nothing by it."""
    page = opened(open_page, lab, file)
    page.goto(f"{lab.address}/page")
    page.add_script_tag(url=f"{lab.address}/solo.js")
    then = "object" if is_left else "undefined"
    assert page.evaluate(LEAVE, [lab.address, is_left]) == ["undefined", then]
    hits = lab.store.wait(0, 10, lambda hits: len(hits) >= 1)
    assert len(hits) == 1


KEEP_THROWN = """
window.thrown = []
const parse = JSON.parse
JSON.parse = (text) => {
  try { return parse(text) } catch (error) { thrown.push(String(text)); throw error }
}
"""


@pytest.mark.parametrize("file", FILES)
def test_a_start_tries_no_json_that_is_not_there(
    file: str, open_page: Callable[..., Page], lab: Site
) -> None:
    """On a page that has kept nothing, nothing throws: Chromium reads a whole script once more to
    say where, which was a third of what the lean file takes."""
    page = opened(open_page, lab, file)
    page.add_init_script(KEEP_THROWN)
    page.goto(f"{lab.address}/page")
    page.evaluate(USE, [lab.address, f"{lab.address}/solo.js"])
    lab.store.wait(0, 10, lambda hits: len(hits) >= 3)
    assert page.evaluate("thrown") == []
