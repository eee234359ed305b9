"""Both pages for those who do not see them, or use no mouse."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.demo.test_document_page import opened

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
  .filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))"""


def violations(page: Page) -> list[Any]:
    """What axe-core finds, all its rules on: which rule, and where."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


@pytest.fixture(params=["light", "dark"])
def looked_at(request: pytest.FixtureRequest, demo_address: str, page: Page) -> Page:
    """A page in one of the colours, without motion: what fades in is checked as it stays."""
    page.emulate_media(color_scheme=request.param, reduced_motion="reduce")
    return page


@pytest.mark.parametrize("width", [1280, 390])
def test_the_settings_page(width: int, looked_at: Page, demo_address: str) -> None:
    """No violation: as it opens, and with everything unfolded and something wrong."""
    looked_at.set_viewport_size({"width": width, "height": 844})
    page = opened(demo_address, looked_at)
    assert violations(page) == []
    page.get_by_text("All settings").click()
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_role("button", name="Fill in").click()
    page.get_by_label("events", exact=True).fill("{")
    expect(page.locator("#filled")).to_have_class("warning")
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_demo_page(width: int, looked_at: Page, demo_address: str) -> None:
    """No violation: with calls, their details and the settings unfolded."""
    page = looked_at
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(demo_address)
    for name in ("Custom variables", "Identify"):
        page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".request")).to_have_count(2)
    assert violations(page) == []
    for summary in page.locator("summary:visible").all()[::-1]:
        summary.click()
    assert violations(page) == []


def test_calls_are_told_apart(demo: Page) -> None:
    """Each entry, its commands and its buttons have names of their own."""
    for _ in range(2):
        demo.get_by_role("button", name="Logged In").click()
    expect(demo.locator(".request")).to_have_count(3)
    items = demo.get_by_role("listitem")
    names = ["4. track Logged In", "3. track Logged In", "2. page", "1. load"]
    for item, name in zip(items.all(), names, strict=True):
        expect(item).to_have_accessible_name(name)
    copy = demo.get_by_role("button", name="Copy as test").first
    expect(copy).to_have_accessible_description("4. track Logged In")
    groups = demo.locator("#timeline").get_by_role("group").all()
    labels = [group.get_attribute("aria-label") for group in groups]
    labels = [label for label in labels if label]
    assert len({*labels}) == len(labels) == 12
    assert "Call 4, request 1" in labels


def test_headings_are_in_order(demo_address: str, demo: Page) -> None:
    """None is more than one level below the one before, also in unfolded details."""
    for summary in demo.locator("summary:visible").all()[::-1]:
        summary.click()
    levels = demo.evaluate(HEADINGS)
    assert levels[0] == 1
    assert {3, 4} <= {*levels}
    assert [(one, after) for one, after in pairwise(levels) if after > one + 1] == []
    assert opened(demo_address, demo).evaluate(HEADINGS) == [1, 2, 2]


@pytest.mark.parametrize("path", ["/", "/settings"])
def test_what_opens_says_so(path: str, demo_address: str, page: Page) -> None:
    """Whatever unfolds tells assistive technology whether it is open; the keyboard opens it."""
    page.goto(demo_address + path)
    expect(page.locator("main [inert], main[inert]")).to_have_count(0)
    if path == "/":
        expect(page.locator(".request")).to_be_visible()
    count = page.locator("summary:visible").count()
    assert count > 0
    assert expanded(page) == [False] * count
    for summary in page.locator("summary:visible").all()[::-1]:
        summary.press("Enter")
    assert sum(expanded(page)) == count


def expanded(page: Page) -> list[bool]:
    """What the browser tells assistive technology of each disclosure: whether it is open."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    told = [node for node in tree["nodes"] if node["role"]["value"] == "DisclosureTriangle"]
    return [
        said["value"]["value"]
        for node in told
        for said in node["properties"]
        if said["name"] == "expanded"
    ]
