"""An application of Next.js with its app router, built and started by Next."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest

from tests.apps.application import MATOMO, Application, recipe
from tests.apps.routes import follow, views, wait_for_views
from tests.support.site import Site
from tests.support.sites import Sites
from tests.support.visit import Visit

WAYS = ["module", "script"]
LOCAL = re.compile(r"Local: +(http://\S+)")
"""How Next says that it is ready."""


@pytest.fixture(scope="module")
def site(sites: Sites) -> Iterator[Site]:
    """The site that has Matomo; the pages are Next's."""
    with sites.site(Path(__file__).parent) as site:
        yield site


@pytest.fixture(scope="module", params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """How the application has the package: in its bundle, or as a script file."""
    return str(request.param)


@pytest.fixture(scope="module")
def application(way: str, tarball: Path, site: Site) -> Application:
    """The application, built."""
    app = Application("next", tarball)
    shutil.copytree(app.folder / "ways" / way, app.folder / "app", dirs_exist_ok=True)
    shutil.rmtree(app.folder / "ways")
    code = recipe(f"next_{way}").replace(MATOMO, site.matomo)
    if way == "module":
        app.write("app/analytics.tsx", code)
    else:
        layout = (app.folder / "app/matomo.tsx").read_text("utf-8")
        app.write("app/matomo.tsx", layout.replace("RECIPE\n", indent(code, "      ") + "\n"))
        (app.folder / "public").mkdir()
        script = "analytics.full.min.js"
        shutil.copy(app.folder / "node_modules/paqbridge" / script, app.folder / "public")
    app.run("npm", "run", "build")
    return app


@pytest.fixture(scope="module")
def address(application: Application) -> Iterator[str]:
    """Where Next serves the application."""
    command = ["node", "node_modules/next/dist/bin/next", "start", "-p", "0", "-H", "127.0.0.1"]
    with subprocess.Popen(
        command, cwd=application.folder, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        lines = iter(server.stdout.readline, "")
        yield next(
            found[1] for line in lines if (found := re.search(r"Local: +(http://\S+)", line))
        )
        server.terminate()


@pytest.fixture
def shop(address: str, site: Site, visit: Visit) -> Visit:
    """A visit to the application."""
    visit.site = site
    visit.site.address = address
    visit.arrivals.store = site.store
    return visit


def test_routes(shop: Visit) -> None:
    """Each route is one page view with its URL, title and referrer, also a streamed title."""
    shop.open("")
    shop.wait_until_live()
    follow(shop, "Shirts", "Shirts")
    follow(shop, "Streamed", "Streamed")
    shop.wait("document.title === 'Streamed'")
    follow(shop, "Home", "Home")
    shop.wait("document.title === 'Home'")
    shop.page.go_back()
    wait_for_views(shop, 5)
    assert views(shop) == [
        ("Home", "/", ""),
        ("Shirts", "/shirts", "/"),
        ("Streamed", "/streamed", "/shirts"),
        ("Home", "/", "/streamed"),
        ("Streamed", "/streamed", "/"),
    ]


def test_a_streamed_title_at_first(shop: Visit) -> None:
    """The page view of a page that is loaded has the title that its metadata bring later."""
    shop.open("streamed")
    shop.wait_until_live()
    wait_for_views(shop, 1)
    assert views(shop) == [("Streamed", "/streamed", "")]


def test_components(shop: Visit) -> None:
    """A server component has the package, and sends nothing; an event of the client arrives."""
    shop.open("")
    shop.wait_until_live()
    shop.wait("/^Home, [0-9]/.test(document.querySelector('h1').textContent)")
    shop.page.get_by_role("button", name="Buy").click()
    assert views(shop) == [("Home", "/", ""), ("Bought", None)]


def test_types(application: Application) -> None:
    """The recipe compiles in strict TypeScript, with the types of Next."""
    application.run("npm", "run", "check")
