from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Page, expect

from demo.matomo_double.hits import HitStore
from demo.matomo_double.serving import running
from demo.server import create_app
from tests.demo.conftest import DIST, TRACKER

PATIENCE = 10.0


def open_settings(page: Page) -> None:
    """Unfold the settings."""
    page.locator("#settings > summary").click()


def apply(page: Page, **fields: str) -> None:
    """Fill in settings by their names and start the page afresh with them."""
    open_settings(page)
    for label, value in fields.items():
        page.get_by_label(label).fill(value)
    with page.expect_navigation():
        page.get_by_role("button", name="Apply").click()
    expect(page.locator(".row").first).to_be_visible()


def hits(app: Flask, count: int) -> list[dict[str, str]]:
    """The parameters of the first hits of an app's collector, once there are so many."""
    store: HitStore = app.extensions["hits"]
    return [hit.parameters for hit in store.wait(0, PATIENCE, lambda rows: len(rows) >= count)]


def test_settings_start_the_page_afresh(demo_address: str, page: Page, demo_app: Flask) -> None:
    """Site, goals and limit that a person enters are what the bundle is loaded with."""
    page.goto(demo_address)
    open_settings(page)
    page.get_by_role("button", name="Add a goal").click()
    page.get_by_label("Event name").last.fill("Signed Up")
    page.get_by_label("Goal id").last.fill("7")
    page.locator("#settings > summary").click()
    apply(page, siteId="5", customVariableLimit="2")
    call = page.locator(".row[data-kind=load] pre")
    expect(call).to_contain_text("siteId: 5")
    expect(call).to_contain_text("'Signed Up': 7")
    expect(call).to_contain_text("customVariableLimit: 2")
    page.get_by_role("button", name="Custom variables").click()
    expect(page.locator(".row").first.locator(".command")).to_have_count(3)
    assert hits(demo_app, 2)[-1]["idsite"] == "5"


def test_settings_stay_until_they_are_reset(demo_address: str, page: Page) -> None:
    """A reload keeps what was entered in this tab; Defaults brings the start values back."""
    page.goto(demo_address)
    apply(page, siteId="5")
    page.reload()
    expect(page.locator("#settings-summary")).to_contain_text("site 5")
    open_settings(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Defaults").click()
    expect(page.locator("#settings-summary")).to_contain_text("site 1")


def test_a_removed_goal_is_gone(demo_address: str, page: Page) -> None:
    """Without goals the bundle is loaded without that setting."""
    page.goto(demo_address)
    open_settings(page)
    page.get_by_role("button", name="Remove this goal").click()
    page.locator("#settings > summary").click()
    apply(page)
    expect(page.locator("#settings-summary")).to_contain_text("0 goals")
    expect(page.locator(".row[data-kind=load] pre")).not_to_contain_text("goals")


def test_the_snippet_follows_the_settings(demo_address: str, page: Page) -> None:
    """The install snippet holds the current settings and can be copied as a whole."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo_address)
    page.goto(demo_address)
    apply(page, siteId="5", serverUrl="https://m.example/</script>")
    page.expected.append("")  # type: ignore[attr-defined]
    page.locator("#install > summary").click()
    snippet = page.locator("#snippet").text_content() or ""
    assert f'<script async src="{demo_address}/dist/analytics.min.js"></script>' in snippet
    assert "siteId: 5" in snippet
    assert snippet.count("</script>") == 2
    page.locator("#copy-snippet").click()
    expect(page.locator("#copy-snippet")).to_have_text("Copied")
    assert page.evaluate("() => navigator.clipboard.readText()") == snippet


def test_a_row_can_be_copied_as_a_test(demo_address: str, page: Page) -> None:
    """The copy is a vector in the project's own format, undefined spelled out."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo_address)
    page.goto(demo_address)
    page.get_by_role("button", name="Logged In").click()
    page.get_by_role("button", name="Copy as test").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    vector = page.evaluate("async () => JSON.parse(await navigator.clipboard.readText())")
    nothing = {"$": "undefined"}
    assert vector["calls"] == [["track", "Logged In"]]
    assert vector["commands"] == [["trackEvent", "All", "Logged In", nothing, nothing]]


def test_a_blocked_tracker_is_told(demo_address: str, page: Page) -> None:
    """Where the script is blocked the page says so, and calls are shown as held."""
    page.expected.extend(["ERR_FAILED", "console warning"])  # type: ignore[attr-defined]
    page.route("**/piwik.js", lambda route: route.abort())
    page.goto(demo_address)
    expect(page.locator("#tracker")).to_have_text("Tracker blocked")
    page.get_by_role("button", name="Logged In").click()
    expect(page.locator(".row").first).to_contain_text("Held")


def test_a_server_url_that_is_none_is_refused(demo_address: str, page: Page) -> None:
    """What the destination says about a bad setting is shown, and no script is loaded."""
    page.goto(demo_address)
    page.expected.append("console warning")  # type: ignore[attr-defined]
    apply(page, serverUrl="javascript:alert(1)")
    expect(page.locator(".row[data-kind=load] .warning").first).to_be_visible()
    assert page.locator("script[src^=javascript]").count() == 0


def test_another_server_is_watched_from_the_page(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    """With a Matomo elsewhere requests go there, are read as they leave, and none stays here."""
    matomo = create_app(":memory:", tmp_path, tracker_file=TRACKER)
    with closing(matomo.extensions["hits"]), running(matomo) as elsewhere:
        here = create_app(":memory:", DIST, elsewhere, "9")
        with closing(here.extensions["hits"]), running(here) as address:
            watch_requests_leave(open_page(), address, elsewhere)
            assert hits(here, 0) == []
            sent = hits(matomo, 2)
    assert [hit["idsite"] for hit in sent] == ["9", "9"]
    assert sent[1]["e_a"] == "Logged In"


def watch_requests_leave(page: Page, address: str, elsewhere: str) -> None:
    """Open the demo at `address` and make a call that goes to the server `elsewhere`."""
    page.goto(address)
    expect(page.locator("#arrived")).to_have_text(f"The request sent to {elsewhere[7:]}")
    expect(page.locator("#feed")).to_be_hidden()
    expect(page.locator(".row[data-kind=page] .request")).to_be_visible()
    page.get_by_role("button", name="Logged In").click()
    request = page.locator(".row").first.locator(".request")
    expect(request.locator(".chip")).to_have_text("sent")
    expect(request.locator(".outcome")).to_contain_text("Matomo should record")


def test_the_timeline_works_from_the_keyboard(demo_address: str, page: Page) -> None:
    """Arrows move between calls, Enter shows and hides every parameter."""
    page.goto(demo_address)
    expect(page.locator(".request")).to_be_visible()
    page.get_by_role("button", name="Clear").focus()
    page.keyboard.press("Tab")
    rows = page.locator(".row")
    focused: list[Any] = []
    for key in ("Home", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        focused.append(
            [row.evaluate("row => row === document.activeElement") for row in rows.all()]
        )
    assert focused == [[True, False], [False, True], [False, True], [True, False]]
    page.keyboard.press("Enter")
    expect(rows.first.locator("details")).to_have_attribute("open", "")
    page.keyboard.press("Enter")
    expect(rows.first.locator("details")).not_to_have_attribute("open", "")


def test_the_page_fits_a_phone(demo_address: str, open_page: Callable[..., Page]) -> None:
    """Nothing is wider than a small screen, whatever a call holds."""
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(demo_address)
    page.get_by_role("button", name="Custom variables").click()
    page.get_by_label("Or write your own").fill(f"analytics.track('{'x' * 300}')")
    page.get_by_role("button", name="Run").click()
    expect(page.locator(".request")).to_have_count(3)
    wide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert page.evaluate(wide) is False


def test_buttons_stay_in_the_panel_of_a_phone(
    demo_address: str, open_page: Callable[..., Page]
) -> None:
    """The bar with Apply, which sticks to the bottom, is as wide as its panel inside the border."""
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(demo_address)
    page.locator("#settings > summary").click()
    edges = "e => { const { left, right } = e.getBoundingClientRect(); return [left, right] }"
    left, right = page.locator("#settings").evaluate(edges)
    assert page.locator("#settings-form > .actions").evaluate(edges) == [left + 1, right - 1]


def test_motion_is_left_out_on_request(demo_address: str, open_page: Callable[..., Page]) -> None:
    """Rows appear without animation for people who asked their system for less motion."""
    names = []
    for motion in ("reduce", "no-preference"):
        page = open_page(reduced_motion=motion)
        page.goto(demo_address)
        row = page.locator(".row").first
        names.append(row.evaluate("row => getComputedStyle(row).animationName"))
    assert names == ["none", "arrive"]
