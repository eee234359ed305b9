"""The explain table, in a frame as on the site: a call, its commands, and why nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from tests.demo.test_accessibility import violations
from tests.support.folder import ORIGIN, serve_folder
from website.generate import table_frame
from website.table import PAGE, write_table


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with the frame, and the table."""
    folder = tmp_path_factory.mktemp("site")
    write_table(folder)
    frame = table_frame("explain.md").replace(" class", " width=800 height=900 class")
    (folder / "explain.html").write_text(f"<!doctype html><title>Explain</title>{frame}")
    (folder / "favicon.ico").write_text("")
    return folder


def opened(page: Page, folder: Path) -> tuple[FrameLocator, list[str]]:
    """Open the page; return its frame, and the addresses of other hosts that it asks for."""
    others = serve_folder(page, folder)
    page.goto(f"{ORIGIN}/explain.html")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("listitem")).to_have_count(2)
    return frame, others


def newest(frame: FrameLocator) -> str:
    """Return what the newest row says, on one line."""
    return re.sub(r"\s+", " ", frame.get_by_role("listitem").first.inner_text())


def test_a_call_is_explained(page: Page, folder: Path) -> None:
    """It opens with what docs/explain.md says of its first example."""
    frame, _ = opened(page, folder)
    said = newest(frame)
    assert "['trackEvent', 'All', 'Paid', undefined, undefined]" in said
    assert "Left out label: expected a text, received an object with plan" in said
    assert 'Left out value: expected a number, received "many"' in said


def test_why_a_call_is_not_sent(page: Page, folder: Path) -> None:
    """The third column says what analytics.explain() does; a typed call is explained as well."""
    frame, _ = opened(page, folder)
    frame.get_by_role("button", name="Denied event").click()
    assert "not sent: not among the events to send" in newest(frame)
    editor = frame.get_by_label("Or write your own")
    editor.fill("analytics.track('Typed', {}, { integrations: { All: false } })")
    editor.press("Control+Enter")
    assert "not sent: integrations switch all destinations off" in newest(frame)
    editor.fill("analytics.track(")
    frame.get_by_role("button", name="Run").click()
    expect(frame.get_by_role("alert")).to_contain_text("Line 1, column 17")


def test_every_example_has_its_row(page: Page, folder: Path) -> None:
    """Each shows commands or says why there are none, in one page, one after the other."""
    page.expected.append("expected an event name")  # type: ignore[attr-defined]
    frame, others = opened(page, folder)
    examples = frame.locator(".example")
    for number, example in enumerate(examples.all(), 3):
        example.click()
        expect(frame.get_by_role("listitem")).to_have_count(number)
        said = newest(frame)
        assert ("['" in said) != ("No command. not sent: " in said), said
    assert examples.count() >= 15
    assert others == []


def test_nothing_is_sent_or_kept(page: Page, folder: Path) -> None:
    """The table asks for its own files only, sets no cookie, and keeps nothing in the browser."""
    frame, others = opened(page, folder)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ("Identify", "Page view", "Order Completed", "Log out"):
        frame.get_by_role("button", name=name).click()
    expect(frame.get_by_role("listitem")).to_have_count(6)
    assert (others, asked) == ([], [])
    assert page.context.storage_state() == {"cookies": [], "origins": []}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation(scheme: str, page: Page, folder: Path) -> None:
    """axe-core finds none on a phone, in either colour, with rows of each kind."""
    serve_folder(page, folder)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{ORIGIN}/{PAGE}")
    page.get_by_role("button", name="Denied event").click()
    assert violations(page) == []
