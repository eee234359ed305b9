"""The built files as a WSGI and an ASGI app answer with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from paqbridge.web.asgi import path_of
from paqbridge.web.first_party.asgi import asked_by
from paqbridge.web.serving import LOOK, YEAR
from paqbridge.web.static import version
from paqbridge.web.wsgi import with_static

DIST = Path(__file__).parents[2] / "dist"
NAME = "analytics.min.js"


def own(environ: Any, start: Any) -> list[bytes]:
    """Answer as a site's own app would."""
    start("200 OK", [("Content-Type", "text/plain")])
    return [b"own"]


@pytest.fixture(params=["/static/paqbridge/", "/x"])
def place(request: pytest.FixtureRequest) -> str:
    """Where the files are."""
    return str(request.param)


def ask(place: str, name: str, method: str = "GET", **headers: str) -> httpx.Response:
    """Ask the app for a file."""
    transport = httpx.WSGITransport(app=with_static(own, place))
    with httpx.Client(transport=transport, base_url="http://shop.example") as client:
        url = f"/{place.strip('/')}/{name}"
        return client.request(method, url, headers=headers)


def test_files(place: str) -> None:
    """A file comes whole, as a script, and any origin may compare it with its sum."""
    for name, kind in {NAME: "text/javascript", "core.mjs": "text/javascript"}.items():
        answer = ask(place, name)
        assert (answer.status_code, answer.content) == (200, (DIST / name).read_bytes())
        assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
        assert answer.headers["access-control-allow-origin"] == "*"


def test_caches(place: str) -> None:
    """An address with the version may be kept for ever, another one has to be asked for again."""
    first = ask(place, NAME)
    assert first.headers["cache-control"] == LOOK
    assert ask(place, f"{NAME}?v={version(NAME)}").headers["cache-control"] == YEAR
    assert ask(place, f"{NAME}?v=old").headers["cache-control"] == LOOK
    again = ask(place, NAME, **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["", "..%2fsnippet.py", "nothing.js", "%00", "../x.js"])
def test_other_paths(name: str) -> None:
    """Only the names of built files lead anywhere: no path of the machine does."""
    assert ask("/static/paqbridge/", name).content in (b"", b"own")
    assert ask("/static/paqbridge/", "sub/" + name).status_code == 404


def test_other_methods(place: str) -> None:
    """HEAD has headers alone, and files take nothing."""
    head = ask(place, NAME, "HEAD")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str((DIST / NAME).stat().st_size)
    assert ask(place, NAME, "POST").status_code == 405


def test_the_own_app(place: str) -> None:
    """Everything else is the site's."""
    transport = httpx.WSGITransport(app=with_static(own, place))
    with httpx.Client(transport=transport, base_url="http://shop.example") as client:
        assert client.get("/").content == b"own"


@pytest.mark.parametrize(
    ("root", "path", "below", "whole"),
    [
        ("", "/m/c", "/m/c", "/m/c"),
        ("/shop", "/shop/m/c", "/m/c", "/shop/m/c"),
        ("/shop/", "/shop/m/c", "/m/c", "/shop/m/c"),
        ("/", "/m/c", "/m/c", "/m/c"),
        ("/m", "/most", "/most", "/m/most"),
        ("/shop", "/m/c", "/m/c", "/shop/m/c"),
    ],
)
def test_where_an_asgi_app_is_mounted(root: str, path: str, below: str, whole: str) -> None:
    """Servers write a mount with or without a slash behind it, and may leave it out of paths."""
    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": path, "root_path": root}
    assert path_of(scope) == below
    assert asked_by({**scope, "headers": [], "query_string": b""}).path == whole
