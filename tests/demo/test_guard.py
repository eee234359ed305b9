"""Who may ask the demo, and what becomes of bodies that say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from demo.__main__ import parse
from demo.server import create_app

WRITES = [
    ("DELETE", "/api/hits"),
    ("PUT", "/api/goals"),
    ("POST", "/api/explain"),
    ("PUT", "/v1/projects/demo/settings"),
    ("DELETE", "/v1/projects/demo/settings"),
]
FOREIGN: list[dict[str, str]] = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:9"},
    {"Origin": "https://localhost"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
]


def ask(client: FlaskClient, host: str, path: str = "/api/hits") -> int:
    """The status of an answer to a request for a host."""
    return client.get(path, headers={"Host": host}).status_code


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "[::1]"]
)
def test_loopback_names_are_answered(client: FlaskClient, host: str) -> None:
    """The demo is there under each name of this machine that no name server gives out."""
    assert ask(client, host) == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost:8000@evil.example",
        "192.168.1.5:8000",
        "[::2]",
        "localhost:port",
        "[::1",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/hits", "/api/feed", "/piwik.js", "/settings"])
def test_other_hosts_are_refused(client: FlaskClient, host: str, path: str) -> None:
    """A name that was rebound to this machine reads nothing, whatever it asks for."""
    assert ask(client, host, path) in (400, 421)
    assert client.delete("/api/hits", headers={"Host": host}).status_code in (400, 421)


def test_a_host_that_was_asked_for(dist: Path) -> None:
    """Where the demo is to listen for others it answers to that name, and to addresses."""
    app = create_app(":memory:", dist, host="demo.example")
    client = app.test_client()
    found = [ask(client, host) for host in ("demo.example:8000", "192.168.1.5", "localhost")]
    assert (found, ask(client, "evil.example")) == ([200, 200, 200], 421)
    app.extensions["hits"].close()


@pytest.mark.parametrize(("method", "path"), WRITES)
@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_other_origins_change_nothing(
    client: FlaskClient, method: str, path: str, headers: dict[str, str]
) -> None:
    """A page of another origin is refused, also one on another port of this machine."""
    answer = client.open(path, method=method, headers=headers, json={"siteId": 9})
    assert (answer.status_code, answer.mimetype) == (403, "text/plain")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=str,
)
def test_the_own_page_may_write(client: FlaskClient, headers: dict[str, str]) -> None:
    """The demo's page, and programs without an origin, may."""
    assert client.delete("/api/hits", headers=headers).status_code == 204


def test_hits_come_from_anywhere(client: FlaskClient) -> None:
    """The collector takes hits from pages of every origin, as a Matomo does."""
    headers = {"Origin": "https://shop.example", "Sec-Fetch-Site": "cross-site"}
    url = "/piwik.php?idsite=1&rec=1&send_image=0"
    assert client.post(url, headers=headers).status_code == 204
    assert client.post(f"/real{url}", headers=headers).status_code == 404  # no real tracker here


BODIES = ["", "{", "[]", "5", "null", '"text"', "\xff", '{"url": 5}', '{"site": 1, "goals": 5}']


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(("method", "path"), [("POST", "/api/explain"), ("PUT", "/api/goals")])
def test_bad_json(client: FlaskClient, method: str, path: str, body: str) -> None:
    """It is a 400 that says what is wrong, whatever is wrong."""
    said(client.open(path, method=method, data=body), 400)


@pytest.mark.parametrize("body", ["", "{", "[]", "5", "null", '"text"'])
def test_a_document_that_is_none(client: FlaskClient, body: str) -> None:
    """It is not saved."""
    said(client.put("/v1/projects/demo/settings", data=body), 400)
    assert client.get("/v1/projects/demo/settings").status_code == 204


def test_a_document_that_is_too_large(client: FlaskClient) -> None:
    """What the bundle would not take is not saved."""
    said(client.put("/v1/projects/demo/settings", json={"x": "x" * 70_000}), 413)


def said(answer: TestResponse, status: int) -> None:
    """Check that an answer is a sentence with that status."""
    assert (answer.status_code, answer.mimetype) == (status, "text/plain")
    assert answer.get_data(as_text=True).endswith(".\n")


@pytest.mark.parametrize("since", ["9" * 30, "\u0663", "-1", "x"])
def test_a_since_that_is_none(client: FlaskClient, since: str) -> None:
    """It counts as the beginning, and is no error."""
    assert client.get("/api/hits", query_string={"since": since}).status_code == 200


def test_the_document_is_in_memory_by_default() -> None:
    """Only who asks for a file gets one."""
    assert parse([]).settings is None
    assert parse(["--settings=s.json"]).settings == Path("s.json")


def test_the_next_load_sees_what_was_saved(client: FlaskClient) -> None:
    """A browser asks each time, and is told in few bytes that nothing has changed."""
    path = "/v1/projects/demo/settings"
    assert client.put(path, json={"siteId": 3}).status_code == 204
    first = client.get(path)
    assert (first.get_json(), first.mimetype) == ({"siteId": 3}, "application/json")
    assert first.cache_control.no_cache
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    client.put(path, json={"siteId": 4})
    changed = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.get_json() == {"siteId": 4}
    client.delete(path)
    assert client.get(path).status_code == 204


def test_a_document_in_a_file(dist: Path) -> None:
    """What was saved there is there after a restart, readable, until it is forgotten."""
    file = dist / "settings.json"
    path = "/v1/projects/demo/settings"
    for step in range(2):
        app = create_app(":memory:", dist, document=file)
        client = app.test_client()
        if step == 0:
            client.put(path, json={"goals": {"Käufe": 3}})
            assert '"Käufe": 3' in file.read_text("utf-8")
        else:
            assert client.get(path).get_json() == {"goals": {"Käufe": 3}}
            client.delete(path)
            assert client.get(path).status_code == 204
        app.extensions["hits"].close()
