"""A recording Matomo, and in front of it each proxy that there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from paqbridge.web.command_line import parser
from paqbridge.web.first_party import limits
from paqbridge.web.verbs.proxy import configuration
from tests.first_party.recording_matomo import Received, RecordingMatomo, recording_matomo
from tests.first_party.servers import serving, serving_app
from tests.first_party.wire import Said, asked, send

APPS = ("asgi", "wsgi")
SERVERS = ("nginx", "caddy", "apache")
VISITOR = "127.0.0.9"
ADDRESS = "2001:db8::7"
"""Another host of the site."""


@dataclass
class Proxied:
    """A proxy, and the Matomo behind it."""

    kind: str
    port: int
    process: int
    matomo: RecordingMatomo

    def send(self, target: str, method: str = "GET", body: bytes = b"", /, **headers: str) -> Said:
        """Ask as a visitor; what arrived before is forgotten."""
        self.matomo.received.clear()
        return send(self.port, asked(target, method, body, **headers), VISITOR)

    def send_raw(self, target: str, after: bytes, **headers: str) -> Said:
        """Post as a visitor, with a body in a form of its own."""
        self.matomo.received.clear()
        return send(
            self.port, asked(target, **headers).replace(b"GET", b"POST", 1) + after, VISITOR
        )

    @property
    def arrived(self) -> Received:
        """The one request that has arrived."""
        (one,) = self.matomo.received
        return one


def proxy(
    kind: str,
    to: str,
    folder: Path,
    matomo: int,
    seconds: int = limits.ANSWER_SECONDS,
    options: Sequence[str] = (),
) -> AbstractContextManager[tuple[int, int]]:
    """Run a proxy of a kind, which waits so many seconds for an answer."""
    if kind in APPS:
        return serving_app(kind, to, folder, seconds)
    words = ["proxy", kind, "--to", to, "--host", "shop.example", "--host", ADDRESS, *options]
    words += ["--upstream", "matomo"] if kind == "nginx" else []
    text = configuration(parser().parse_args(words))
    return serving(kind, with_patience(text, seconds), folder, matomo)


def with_patience(text: str, seconds: int) -> str:
    """Return a configuration with another time to wait for an answer."""
    told = rf"((?:read|header)_timeout |\btimeout=){limits.ANSWER_SECONDS}"
    return re.sub(told, rf"\g<1>{seconds}", text)


@pytest.fixture(scope="session")
def matomo() -> Iterator[RecordingMatomo]:
    """One for the run."""
    with recording_matomo() as matomo:
        yield matomo


@pytest.fixture(scope="session", params=[*APPS, *SERVERS])
def running(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    matomo: RecordingMatomo,
) -> Iterator[Proxied]:
    """Each kind once for the run."""
    folder = tmp_path_factory.mktemp(request.param)
    with proxy(request.param, matomo.address, folder, matomo.port) as (port, process):
        yield Proxied(request.param, port, process, matomo)


@pytest.fixture
def proxied(running: Proxied) -> Proxied:
    """Each kind, its Matomo in order."""
    running.matomo.received.clear()
    running.matomo.status = "200 OK"
    return running
