"""The apps of the docs, as they stand there, with the installed wheel, down to what arrives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import named
from tests.support.served_app import served
from tests.support.visit import Visit
from tests.wheel.conftest import PYTHON, Installed

APPS = named("app")
KINDS = {"wsgi": "wsgi", "asgi": "asgi", "flask": "wsgi", "starlette": "asgi", "fastapi": "asgi"}
MATOMO = "https://matomo.example.org"


def put_app(name: str, folder: Path, matomo: str) -> None:
    """Write a recipe's app and template; Matomo's address is the one thing that is another."""
    (folder / "templates").mkdir()
    (folder / "app.py").write_text(APPS[name].code.replace(MATOMO, matomo), "utf-8")
    if f"{name}_template" in APPS:
        (folder / "templates/home.html").write_text(APPS[f"{name}_template"].code, "utf-8")


@pytest.mark.parametrize("name", KINDS)
def test_recipe(name: str, visit: Visit, installed: Installed, tmp_path: Path) -> None:
    """The page of a recipe sends its page view, under its policy, from the installed wheel."""
    put_app(name, tmp_path, visit.matomo)
    with served(tmp_path, KINDS[name], installed.packages, PYTHON) as address:
        visit.go(address)
        assert [hit["action_name"] for hit in visit.arrived(1)] == ["Shop"]
        visit.page.goto("about:blank")  # the browser lets go of its connections


def test_each_recipe_is_played() -> None:
    """An app in the docs is one that a test serves."""
    assert {name.removesuffix("_template") for name in APPS} == KINDS.keys()
