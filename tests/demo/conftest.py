"""The demo's app, in process and on a real port.

A test that also wants a page asks for the address first: pytest then closes the page first, and
no feed breaks under it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect
from werkzeug.test import TestResponse

from demo.matomo_double import STAND_IN
from demo.matomo_double.hits import HitStore
from demo.matomo_double.serving import running
from demo.page import BUNDLE, SCHEMA
from demo.server import create_app

DIST = Path(__file__).parents[2] / "dist"
TRACKER = Path(os.environ.get("MATOMO_JS", STAND_IN))


class BufferedClient(FlaskClient):
    """Reads each answer whole, so that the files behind answers are closed."""

    def open(self, *args: Any, **options: Any) -> TestResponse:
        """Make one request."""
        return super().open(*args, **{"buffered": True, **options})


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A folder with a bundle that does nothing and has no settings."""
    (tmp_path / SCHEMA).write_text('{"properties": {}}')
    (tmp_path / BUNDLE).write_text("/* nothing */")
    return tmp_path


@pytest.fixture
def app(dist: Path) -> Iterator[Flask]:
    """The demo with its hits in memory."""
    app = create_app(":memory:", dist)
    app.test_client_class = BufferedClient
    yield app
    app.extensions["hits"].close()


@pytest.fixture
def store(app: Flask) -> HitStore:
    """The app's hits."""
    return app.extensions["hits"]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Flask's test client of the app."""
    return app.test_client()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the app really listens."""
    with running(app) as address:
        yield address


@pytest.fixture
def demo_app() -> Iterator[Flask]:
    """The demo with the bundles that were built."""
    app = create_app(":memory:", DIST, tracker_file=TRACKER)
    yield app
    app.extensions["hits"].close()


@pytest.fixture
def demo_address(demo_app: Flask) -> Iterator[str]:
    """Where the demo with the built bundles listens."""
    with running(demo_app) as address:
        yield address


@pytest.fixture
def demo(demo_address: str, page: Page) -> Page:
    """The demo's page, once its first page view has arrived."""
    page.goto(demo_address)
    expect(page.locator("#timeline .request")).to_be_visible()
    return page
