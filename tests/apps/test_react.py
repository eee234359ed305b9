"""An application of React and React Router, built with Vite."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.application import Application, heading, recipe, serve
from tests.apps.routes import follow, views
from tests.support.visit import Visit

MODES = ["production", "development"]
"""StrictMode runs effects twice in the second."""

NAVIGATIONS = [
    ("Home", "/", ""),
    ("Shirts", "/shirts", "/"),
    ("Shirts", "/shirts?colour=blue", "/shirts"),
    ("Home", "/", "/shirts?colour=blue"),
]


@pytest.fixture(scope="module")
def react(tarball: Path) -> Application:
    """The application, built in both modes."""
    app = Application("react", tarball)
    app.write("src/analytics.tsx", recipe("react"))
    for mode in MODES:
        build = ("npm", "run", "build", "--", "--mode", mode, "--outDir", f"dist/{mode}")
        app.run(*build, NODE_ENV=mode)
    return app


@pytest.mark.parametrize("mode", MODES)
def test_routes(mode: str, react: Application, visit: Visit) -> None:
    """Each route is one page view with its URL, title and referrer, in StrictMode as well."""
    visit.expect("React DevTools")
    serve(react.folder / "dist" / mode, visit)
    visit.open("")
    visit.wait_until_live()
    follow(visit, "Shirts", "Shirts")
    follow(visit, "Blue", "Shirts")
    visit.page.get_by_role("button", name="Buy").click()
    follow(visit, "Home", "Home")
    visit.page.go_back()
    visit.wait("location.search === '?colour=blue'")
    visit.wait("document.title === 'Shirts'")
    *seen, back = views(visit)
    assert seen == [*NAVIGATIONS[:3], ("Bought", "Shirts"), NAVIGATIONS[3]]
    assert back == ("Shirts", "/shirts?colour=blue", "/")


@pytest.mark.parametrize("mode", MODES)
def test_strict_mode(mode: str, react: Application, visit: Visit) -> None:
    """A component that is taken away and put back counts the page once, and the next one."""
    visit.expect("React DevTools")
    serve(react.folder / "dist" / mode, visit)
    visit.open("shirts")
    visit.wait_until_live()
    hide = visit.page.get_by_role("button", name="Hide")
    hide.click()
    hide.click()
    follow(visit, "Home", "Home")
    assert views(visit) == [("Shirts", "/shirts", ""), ("Home", "/", "/shirts")]


def test_types(react: Application) -> None:
    """The recipe compiles in strict TypeScript, with the types of React."""
    react.run("npm", "run", "check")


def test_on_a_server(react: Application) -> None:
    """The application renders where there is no page."""
    react.run("npm", "run", "build", "--", "--ssr", "src/server.tsx", "--outDir", "dist/server")
    assert heading(react.run("node", "dist/server/server.js")) == "Shirts"
