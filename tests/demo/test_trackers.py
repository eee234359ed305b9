"""A person switches between the trackers that there are, and sees the same hits arrive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from demo.__main__ import parse
from demo.matomo_double import STAND_IN
from demo.matomo_double.serving import running
from demo.server import create_app
from tests.demo.conftest import DIST, TRACKER
from tests.demo.test_accessibility import violations
from tests.demo.test_page_settings import hits, open_settings

MARK = "window.isReal = true;\n"
EDGES = "(e) => { const { left, right } = e.getBoundingClientRect(); return [left, right] }"
HOLD_BACK = "Held: the tracker\u2019s script did not load."


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A tracker that is told from the stand-in: the real one, where MATOMO_JS names it."""
    file = tmp_path / "matomo.js"
    file.write_text(MARK + TRACKER.read_text("utf-8"))
    return file


@pytest.fixture
def demo_app(real: Path) -> Iterator[Flask]:
    """The demo, which has a real tracker besides."""
    app = create_app(":memory:", DIST, tracker_file=STAND_IN, matomo_js=real)
    with closing(app.extensions["hits"]):
        yield app


def switch(page: Page, name: str) -> None:
    """Press one of the trackers; the page starts afresh, and its page view arrives."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(page.locator("#trackers [aria-pressed=true]")).to_have_count(1)
    expect(page.locator(".request")).to_have_count(1)
    expect(page.locator("#tracker")).to_have_text("Tracker live")


def loaded(page: Page) -> list[str]:
    """The scripts of ours and the tracker's that the page has loaded."""
    found: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)"
    )
    return [path for path in found if "min.js" in path or "piwik.js" in path]


def test_each_tracker(demo: Page, demo_app: Flask) -> None:
    """Each loads its own file, says so, and what arrives says the same in each."""
    said = {"usual": "a stand\u2011in"}
    files = {"usual": loaded(demo)}
    for name, label in {"real": "matomo.js", "own": "Ours"}.items():
        switch(demo, label)
        assert demo.evaluate("window.isReal === true") is (name == "real")
        demo.get_by_role("button", name="Logged In").click()
        expect(demo.locator(".request")).to_have_count(2)
        said[name] = (demo.locator("#privacy").text_content() or "")[:60]
        files[name] = loaded(demo)
    expect(demo.locator("#snippet")).to_contain_text(files["own"][0])
    assert files == {
        "usual": ["/dist/analytics.min.js", "/piwik.js"],
        "real": ["/dist/analytics.min.js", "/real/piwik.js"],
        "own": ["/dist/analytics.solo.min.js"],
    }
    assert ("Matomo\u2019s own" in said["real"], "ours" in said["own"]) == (True, True)
    seen = [hit.get("e_a", hit.get("action_name")) for hit in hits(demo_app, 5)]
    assert seen == ["paqbridge demo", *["paqbridge demo", "Logged In"] * 2]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_choice_can_be_used_by_all(width: int, demo: Page) -> None:
    """No violation with all three, the keyboard presses them, and they fit a phone."""
    demo.set_viewport_size({"width": width, "height": 844})
    demo.emulate_media(reduced_motion="reduce")
    group = demo.get_by_role("group", name="Tracker")
    with demo.expect_navigation():
        group.get_by_role("button", name="Ours").press("Enter")
    expect(demo.locator(".request")).to_have_count(1)
    assert violations(demo) == []
    left, right = group.evaluate(EDGES)
    assert 0 <= left < right <= width


def test_ours_with_the_full_build(demo: Page, demo_app: Flask) -> None:
    """The full build is told where our tracker is; the choice stays when settings are applied."""
    switch(demo, "Ours")
    open_settings(demo)
    demo.get_by_label("Build", exact=True).select_option("full")
    with demo.expect_navigation():
        demo.get_by_role("button", name="Apply").click()
    expect(demo.locator(".request")).to_have_count(1)
    assert loaded(demo) == ["/dist/analytics.full.min.js", "/dist/tracker.min.js"]
    load = demo.locator(".row[data-kind=load] .call pre")
    expect(load).to_contain_text("/dist/tracker.min.js'")
    expect(demo.locator("#tracker")).to_have_text("Tracker live")
    demo.get_by_role("button", name="Logged In").click()
    expect(demo.locator(".request")).to_have_count(2)
    assert [hit.get("e_a") for hit in hits(demo_app, 4)][3:] == ["Logged In"]


def test_our_tracker_that_is_blocked(demo_address: str, page: Page) -> None:
    """The page tells of it as of any other."""
    page.expected.extend(["ERR_FAILED", "console warning"])  # type: ignore[attr-defined]
    page.route("**/tracker.min.js", lambda route: route.abort())
    page.add_init_script(
        "sessionStorage['paqbridge demo tracker'] = 'own';"
        'sessionStorage[\'paqbridge demo load\'] = \'{"build": "full", "values": {"siteId": 1}}\''
    )
    page.goto(demo_address)
    expect(page.locator("#tracker")).to_have_text("Tracker blocked")
    expect(page.locator(".row[data-kind=page]")).to_contain_text(HOLD_BACK)


def test_a_real_tracker_that_is_not_there(page: Page) -> None:
    """Without the file there is nothing to press for it, and a tab that had it goes on without."""
    app = create_app(":memory:", DIST)
    page.add_init_script("sessionStorage['paqbridge demo tracker'] = 'real'")
    with closing(app.extensions["hits"]), running(app) as address:
        page.goto(address)
        expect(page.locator(".request")).to_have_count(1)
        expect(page.get_by_role("group", name="Tracker").get_by_role("button")).to_have_text(
            ["Stand\u2011in", "Ours"]
        )
        expect(page.locator("#trackers [aria-pressed=true]")).to_have_text("Stand\u2011in")
        page.close()


def test_another_server_has_its_own(page: Page, real: Path) -> None:
    """Beside ours there is the tracker of the server that hits go to."""
    app = create_app(":memory:", DIST, "http://127.0.0.1:9", matomo_js=real)
    page.expected.extend(["ERR_", "console warning"])  # type: ignore[attr-defined]
    with closing(app.extensions["hits"]), running(app) as address:
        page.goto(address)
        expect(page.locator("#trackers button")).to_have_text(["The server\u2019s", "Ours"])
        page.close()


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused when the demo starts."""
    assert parse([f"--matomo-js={STAND_IN}"]).matomo_js == STAND_IN
    with pytest.raises(SystemExit):
        parse(["--matomo-js=/nowhere/matomo.js"])
    assert "there is no file '/nowhere/matomo.js'" in capsys.readouterr().err
