"""The proxies before a real Matomo on loopback: whose address it keeps.

Its configuration says whom it trusts, as docs/first-party.md has it.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import pytest

from tests.first_party.conftest import APPS, SERVERS, proxy
from tests.first_party.wire import asked, send
from tests.real.matomo import Matomo

VISITOR, KEPT = "127.9.8.7", "127.9."
"""Two bytes are kept where Matomo masks addresses, as it does unless told otherwise."""
CLAIMED = {"X-Forwarded-For": "8.8.8.8", "X-Real-IP": "8.8.8.8"}


@pytest.mark.parametrize("kind", [*APPS, *SERVERS])
def test_the_visitors_address(kind: str, real: Matomo, tmp_path: Path) -> None:
    """Matomo keeps the address of who has connected, not the proxy's, nor one that is claimed."""
    port = urlsplit(real.url).port
    if urlsplit(real.url).hostname != "127.0.0.1" or port is None:
        pytest.skip("MATOMO_URL is not on a port of 127.0.0.1")
    user = f"iris-{uuid4().hex}"
    hit = {"idsite": real.site, "rec": "1", "url": "http://shop.example/", "uid": user}
    with proxy(kind, real.url, tmp_path, port) as (proxied, _):
        said = send(proxied, asked(f"/m/c?{urlencode(hit)}", "POST", **CLAIMED), VISITOR)
    assert said.status in (200, 204)
    (visit,) = real.visits_of([user])
    assert visit["visitIp"].startswith(KEPT)
