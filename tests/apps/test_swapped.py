"""Pages whose bodies are swapped: links are followed without a load of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.application import MATOMO, Application, recipe
from tests.apps.routes import follow, views, wait_for_views
from tests.support.visit import Visit

LIBRARIES = {
    "turbo": "@hotwired/turbo/dist/turbo.es2017-umd.js",
    "htmx": "htmx.org/dist/htmx.min.js",
}
PAGE = """<!doctype html><html><head><title>{name}</title>{recipe}
<script src="/library.js"></script></head>
<body hx-boost:inherited="true"><h1>{name}</h1><a href="/{to}.html">{to}</a>
<button onclick="analytics.track('Clicked', {{ label: '{name}' }})">Click</button></body></html>"""


@pytest.fixture(scope="module")
def libraries(tarball: Path) -> Path:
    """Where the two are."""
    return Application("swapped", tarball).folder / "node_modules"


@pytest.mark.parametrize("library", LIBRARIES)
def test_pages(library: str, libraries: Path, visit: Visit) -> None:
    """Each page is one view, again when it comes from a cache; its calls follow it."""
    head = recipe("swapped").replace(MATOMO, visit.matomo)
    visit.site.files["library.js"] = (libraries / LIBRARIES[library]).read_text("utf-8")
    for name, to in {"Home": "Shirts", "Shirts": "Home"}.items():
        text = PAGE.format(name=name, to=to, recipe=head)
        visit.site.files[f"{name}.html"] = text
    visit.go(f"{visit.address}/Home.html")
    visit.run("void (window.kept = true)")
    follow(visit, "Shirts", "Shirts")
    wait_for_views(visit, 2)
    visit.page.get_by_role("button").click()
    follow(visit, "Home", "Home")
    wait_for_views(visit, 3)
    assert visit.run("window.kept") is True
    assert views(visit) == [
        ("Home", "/Home.html", ""),
        ("Shirts", "/Shirts.html", "/Home.html"),
        ("Clicked", "Shirts"),
        ("Home", "/Home.html", "/Shirts.html"),
    ]
