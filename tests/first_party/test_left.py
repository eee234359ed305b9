"""A page that is left while its hit is on the way: the hit arrives."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.first_party.conftest import APPS, SERVERS, proxy
from tests.first_party.test_certificates import MAKE
from tests.first_party.wire import PATIENCE, asked, connected, send


@dataclass
class Hesitant:
    """A Matomo that shakes hands when it is told to, and keeps the target of what then comes."""

    context: ssl.SSLContext
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    is_asked: threading.Event = field(default_factory=threading.Event)
    may_answer: threading.Event = field(default_factory=threading.Event)
    targets: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self.listener.getsockname()[1]
        return port

    def serve(self) -> None:
        """Serve one connection."""
        connection, _ = self.listener.accept()
        self.is_asked.set()
        self.may_answer.wait(PATIENCE)
        with suppress(OSError), self.context.wrap_socket(connection, server_side=True) as safe:
            self.targets += safe.recv(65536).decode().split(" ")[1:2]
            safe.sendall(b"HTTP/1.1 204 No Response\r\nConnection: close\r\n\r\n")


@pytest.mark.parametrize("kind", [*APPS, *SERVERS])
def test_a_page_that_is_left(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser closes its connection before Matomo's is there: the hit is sent all the same."""
    subprocess.run(MAKE.split(), cwd=tmp_path, check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))  # for the apps
    matomo = Hesitant(context)
    serving = threading.Thread(target=matomo.serve, daemon=True)
    trusted = ["--ca-file", f"{tmp_path}/cert.pem"]
    to = f"https://localhost:{matomo.port}"
    with matomo.listener, proxy(kind, to, tmp_path, matomo.port, options=trusted) as (port, _):
        serving.start()  # not before: without its server the test is skipped
        with connected(port) as browser:
            browser.sendall(asked("/m/c?x=1"))
            assert matomo.is_asked.wait(PATIENCE)
        # What comes behind is answered: the proxy knows by then that the page was left.
        assert {send(port, asked("/other")).status for _ in range(5)} == {404}
        matomo.may_answer.set()
        serving.join(PATIENCE)
    assert matomo.targets == ["/matomo.php?x=1"]
