"""The recipes of docs/first-party.md, run as they stand there, but for Matomo's address."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.docs.pages import named
from tests.first_party.recording_matomo import RecordingMatomo, recording_matomo
from tests.first_party.servers import TOP, free_port, serving, started
from tests.first_party.wire import asked, send

RECIPES = named("proxy")
MATOMO = "https://matomo.example.org"
ASGI = "uvicorn --app-dir {folder} recipe:app --port {port}"
WSGI = "tests.first_party.serve_recipe {folder}/recipe.py {port}"
PYTHON = {"flask": WSGI, "django": WSGI, "starlette": ASGI}
TOKEN = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def matomo() -> Iterator[RecordingMatomo]:
    """One that has not been asked."""
    with recording_matomo() as matomo:
        yield matomo


def text_of(name: str, matomo: RecordingMatomo) -> str:
    """Return a recipe for this Matomo."""
    return RECIPES[name].code.replace(MATOMO, matomo.address)


@contextmanager
def running(run: str, name: str, matomo: RecordingMatomo, folder: Path) -> Iterator[int]:
    """Run the app of a Python recipe with a module that serves it; gives its port."""
    port = free_port()
    (folder / "recipe.py").write_text(text_of(name, matomo), "utf-8")
    words = run.format(folder=folder, port=port).split()
    with started([sys.executable, "-W", "error", "-m", *words], folder, port):
        yield port


def check(port: int, matomo: RecordingMatomo) -> None:
    """See the script and a hit arrive, and what is the site's own not."""
    assert send(port, asked("/m/s.js")).status == 200
    assert send(port, asked("/m/c?x=1"), "127.0.0.9").status == 200
    assert send(port, asked("/own")).status == 404
    script, hit = matomo.received
    assert (script.target.rstrip("?"), hit.target) == ("/matomo.js", "/matomo.php?x=1")
    assert hit.values("x-forwarded-for") == ["127.0.0.9"]


@pytest.mark.parametrize("name", PYTHON)
def test_app(name: str, matomo: RecordingMatomo, tmp_path: Path) -> None:
    """The recipe serves both names in front of the site's own app."""
    with running(PYTHON[name], name, matomo, tmp_path) as port:
        check(port, matomo)


def test_token(matomo: RecordingMatomo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipe signs hits with the token, in the body and nowhere else."""
    monkeypatch.setenv("MATOMO_TOKEN", TOKEN)
    with running(ASGI, "token", matomo, tmp_path) as port:
        assert send(port, asked("/m/c?x=1"), "127.0.0.9").status == 200
        assert send(port, asked("/own")).status == 404
    (hit,) = matomo.received
    assert hit.body == f"x=1&cip=127.0.0.9&token_auth={TOKEN}".encode()
    assert TOKEN not in f"{hit.target} {hit.headers}"


@pytest.mark.parametrize("name", ["nginx", "caddy", "apache"])
def test_server(name: str, matomo: RecordingMatomo, tmp_path: Path) -> None:
    """The command writes what the server takes, and it serves both names."""
    command = text_of(name, matomo).replace("python ", f"{sys.executable} ", 1)
    env = {**os.environ, "PYTHONPATH": str(TOP / "integration")}
    subprocess.run(command, shell=True, check=True, cwd=tmp_path, env=env)
    text = (tmp_path / "proxy.conf").read_text("utf-8")
    with serving(name, text, tmp_path, matomo.port) as (port, _):
        check(port, matomo)
