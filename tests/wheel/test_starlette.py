"""Starlette and FastAPI, in one process."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route

from paqbridge import SettingsError
from paqbridge.web.found import found_in
from paqbridge.web.starlette import Paqbridge

SETTINGS = {"siteId": 1, "serverUrl": "https://matomo.example.org"}


def app_with(options: Any, debug: bool = False, said: Any = None, **asked: Any) -> Starlette:
    """Return an app whose page is our markup."""
    paqbridge = Paqbridge(options, **asked)

    def home(request: Any) -> HTMLResponse:
        return HTMLResponse(paqbridge.markup(request, **(said or {})))

    app = Starlette(debug=debug, routes=[Route("/", home)])
    paqbridge.init_app(app)
    return app


def get(app: Any, path: str = "/", address: str = "203.0.113.7") -> httpx.Response:
    """Ask an app for a path."""

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://shop.example") as client:
            return await client.get(path)

    with ThreadPoolExecutor() as pool:  # this thread's loop is Playwright's
        return pool.submit(lambda: asyncio.run(ask())).result()


@pytest.mark.parametrize(
    ("said", "asked", "user_id", "nonce"),
    [
        ({}, {}, None, None),
        ({}, {"user_id": lambda request: 7, "nonce": lambda request: "n"}, "7", "n"),
        ({}, {"user_id": lambda request: False}, False, None),
        ({}, {"user_id": lambda request: True}, None, None),
        ({"user_id": None, "nonce": "m"}, {"user_id": lambda request: 7}, None, "m"),
    ],
)
def test_users(said: Any, asked: Any, user_id: Any, nonce: Any) -> None:
    """A page has the user and the nonce that the app says; what is given goes first."""
    found = found_in(get(app_with({"settings": SETTINGS}, said=said, **asked)).text)
    assert found
    assert (found.user_id, found.nonce) == (user_id, nonce)


@pytest.mark.parametrize("debug", [False, True])
def test_the_file(debug: bool) -> None:
    """The script is where the page says, below a path as well; debug mode explains."""
    inner = app_with({"settings": SETTINGS}, debug)
    found = found_in(get(Starlette(routes=[Mount("/below", inner)]), "/below/").text)
    assert found
    name = "analytics.explain.min.js" if debug else "analytics.min.js"
    assert found.src.startswith(f"/below/static/paqbridge/{name}?v=")
    script = get(inner, found.src.removeprefix("/below"))
    assert script.status_code == 200
    assert "javascript" in script.headers["content-type"]


@pytest.mark.parametrize(
    "options", [None, {"enabled": False}, {"settings": SETTINGS, "internal": ["203.0.113.7"]}]
)
def test_off(options: Any) -> None:
    """Where nothing is tracked the page has the stub alone."""
    page = get(app_with(options)).text
    assert found_in(page) is None
    assert page.startswith("<script>window.analytics=")


def test_wrong_settings() -> None:
    """An app with wrong settings does not start."""
    with pytest.raises(SettingsError, match="siteId"):
        Paqbridge({"settings": {**SETTINGS, "siteId": "?"}})


def test_async_functions() -> None:
    """A function that must be awaited is an error at once: nobody would wait for its answer."""

    async def later(request: Any) -> str:
        return "7"

    for name in ("nonce", "user_id"):
        asked: Any = {name: later}
        with pytest.raises(SettingsError, match=f"{name}: expected a function that is not async"):
            Paqbridge({"settings": SETTINGS}, **asked)


def test_a_user_in_the_options() -> None:
    """Django's option, unread here, would say nothing of users: where that is said is named."""
    with pytest.raises(SettingsError, match="argument of Paqbridge"):
        Paqbridge({"settings": SETTINGS, "user_id": "pk"})
