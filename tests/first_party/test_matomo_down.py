"""A Matomo that is down or hangs: the browser hears so soon, and nothing waits for it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.first_party.conftest import APPS, SERVERS, VISITOR, proxy
from tests.first_party.servers import free_port
from tests.first_party.wire import asked, send

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
