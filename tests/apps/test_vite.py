"""Each entry of the package in a bundle of Vite's, in a page, down to what arrives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.application import Application, serve
from tests.packages.npm.used import USED, using
from tests.support.visit import Visit

PAGE = "<!doctype html><title>Shop</title><script type=module src=./site.js></script>"


@pytest.fixture(scope="module")
def application(tarball: Path) -> Application:
    """The application that has Vite; what is built here needs nothing else of it."""
    return Application("react", tarball)


@pytest.mark.parametrize("entry", USED)
def test_entry(entry: str, application: Application, visit: Visit) -> None:
    """What a site does with an entry arrives."""
    application.write("index.html", PAGE)
    application.write("site.js", using(entry, visit.matomo))
    application.run("npm", "run", "build")
    serve(application.folder / "dist", visit)
    visit.open("")
    assert [hit["e_a"] for hit in visit.hits()] == ["Used"]
