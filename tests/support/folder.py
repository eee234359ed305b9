"""A folder as the whole web that a page can reach."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, Route

ORIGIN = "https://docs.example"


def serve_folder(page: Page, folder: Path) -> list[str]:
    """Serve a folder at `ORIGIN`; return the addresses of other hosts that are asked for."""
    others: list[str] = []

    def answer(route: Route) -> None:
        address = route.request.url.partition("?")[0].partition("#")[0]
        path = folder / address.removeprefix(f"{ORIGIN}/")
        if not address.startswith(f"{ORIGIN}/"):
            others.append(address)
            route.abort()
        elif path.is_file():
            route.fulfill(path=path)
        else:
            route.fulfill(status=404)

    page.context.route("**/*", answer)
    return others
