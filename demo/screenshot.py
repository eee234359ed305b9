"""`python -m demo.screenshot`: take the README's picture of the demo, docs/demo.png."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demo.matomo_double.serving import running
from demo.server import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "demo.png"
PRESSED = ("Identify", "Goal with revenue", "Created Account")
REQUESTS = 4  # a page view, a conversion and two events


def main() -> None:
    """Press some examples in a real browser and take the picture."""
    from playwright.sync_api import sync_playwright

    app = create_app(":memory:", ROOT / "dist")
    with running(app) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        size: ViewportSize = {"width": 1400, "height": 900}
        page = browser.new_page(viewport=size, device_scale_factor=2, reduced_motion="reduce")
        page.goto(address)
        picture(page)
        browser.close()
    app.extensions["hits"].close()
    print(PICTURE.relative_to(ROOT))


def picture(page: Page) -> None:
    """Bring the open page into the state to show, and take it."""
    page.locator(".request").wait_for()
    for name in PRESSED:
        page.get_by_role("button", name=name, exact=True).click()
    page.locator(".request").nth(REQUESTS - 1).wait_for()
    page.locator("#run").focus()
    page.mouse.move(0, 0)
    PICTURE.parent.mkdir(exist_ok=True)
    page.screenshot(path=PICTURE)


def launch_options() -> dict[str, Any]:
    """The browser that the tests use; its finder lives in build/bootstrap/."""
    sys.path.append(str(ROOT / "build"))
    from bootstrap.browser import launch_options

    return launch_options()


if __name__ == "__main__":
    main()
