"""An application of Vue and Vue Router, built with Vite."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.application import Application, heading, recipe, serve
from tests.apps.routes import follow, views
from tests.support.visit import Visit


@pytest.fixture(scope="module")
def vue(tarball: Path) -> Application:
    """The application, built."""
    app = Application("vue", tarball)
    app.write("src/analytics.ts", recipe("vue"))
    app.run("npm", "run", "build")
    return app


@pytest.fixture
def shop(vue: Application, visit: Visit) -> Visit:
    """A visit to the application's first page."""
    serve(vue.folder / "dist", visit)
    visit.open("")
    visit.wait_until_live()
    return visit


def test_routes(shop: Visit) -> None:
    """Each route is one page view with its URL, title and referrer; the way back is one, too."""
    follow(shop, "Shirts", "Shirts")
    follow(shop, "Blue", "Shirts")
    shop.page.get_by_role("button", name="Buy").click()
    follow(shop, "Home", "Home")
    shop.page.go_back()
    shop.wait("document.title === 'Shirts'")
    assert views(shop) == [
        ("Home", "/", ""),
        ("Shirts", "/shirts", "/"),
        ("Shirts", "/shirts?colour=blue", "/shirts"),
        ("Bought", "Shirts"),
        ("Home", "/", "/shirts?colour=blue"),
        ("Shirts", "/shirts?colour=blue", "/"),
    ]


def test_routes_that_lead_elsewhere(shop: Visit) -> None:
    """One that is refused, or the same again, is no page view; one that redirects is its target."""
    shop.page.get_by_role("link", name="Members").click()
    shop.page.get_by_role("link", name="Home").click()
    follow(shop, "Old", "Shirts")
    assert views(shop) == [("Home", "/", ""), ("Shirts", "/shirts", "/")]


def test_mounted_again(shop: Visit) -> None:
    """An application that is taken away and put back counts nothing twice, and goes on."""
    shop.run("mountAgain()")
    follow(shop, "Shirts", "Shirts")
    assert views(shop) == [("Home", "/", ""), ("Shirts", "/shirts", "/")]


def test_types(vue: Application) -> None:
    """The recipe compiles in strict TypeScript, with the types of Vue Router."""
    vue.run("npm", "run", "check")


def test_on_a_server(vue: Application) -> None:
    """The application renders where there is no page."""
    vue.run("npm", "run", "build", "--", "--ssr", "src/server.ts", "--outDir", "dist/server")
    assert heading(vue.run("node", "dist/server/server.js")) == "Shirts"
