"""A Matomo that is down or hangs: the browser hears so soon, and nothing waits for it."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.first_party.conftest import APPS, SERVERS, VISITOR, proxy
from tests.first_party.recording_matomo import recording_matomo
from tests.first_party.servers import free_port
from tests.first_party.wire import asked, send
from tests.support import opt_in

FAST = 1.0
"""Seconds; a refused connection takes a few milliseconds."""


@pytest.mark.parametrize("kind", [*APPS, *SERVERS])
def test_down(kind: str, tmp_path: Path) -> None:
    """Twenty hits to a Matomo that is not there get a fast error each, script and bulk too."""
    closed = free_port()
    with proxy(kind, f"http://127.0.0.1:{closed}", tmp_path, closed) as (port, _):
        begin = time.monotonic()
        hits = [asked("/m/c?x=1"), asked("/m/s.js"), asked("/m/c", "POST", b"x=1")]
        statuses = [send(port, hit, VISITOR).status for hit in hits * 7]
        assert set(statuses) <= {502, 503}
        assert time.monotonic() - begin < FAST


@pytest.mark.parametrize("kind", [*APPS, *SERVERS])
def test_hanging(kind: str, tmp_path: Path) -> None:
    """Where Matomo takes hits and says nothing, they end after their time, and others go on."""
    if kind == "wsgi" and not opt_in.APPS:
        pytest.skip("time is short: runs with APPS")
    with recording_matomo() as matomo:
        matomo.silent = True
        with proxy(kind, matomo.address, tmp_path, matomo.port, 1) as (port, _):
            begin = time.monotonic()
            with ThreadPoolExecutor(8) as visitors:
                waiting = [visitors.submit(send, port, asked("/m/c?x=1")) for _ in range(8)]
                assert send(port, asked("/other")).status == 404
                assert time.monotonic() - begin < FAST
                assert {one.result().status for one in waiting} <= {
                    502 if kind == "apache" else 504
                }
            assert time.monotonic() - begin < 1 + FAST
            assert len(matomo.received) == 8
