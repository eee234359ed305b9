"""Calls that have waited for consent, on a real Matomo: they keep the time of their making."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser

from tests.real.matomo import Matomo
from tests.real.traffic import Traffic
from tests.support.sites import Sites
from tests.support.watched_page import Watch

PATIENCE = 20_000.0
FILES = ["analytics.full.min.js", "analytics.full.solo.min.js"]
PAGE = """<!doctype html><meta charset="utf-8"><title>Welcome</title>
<script src="/dist/{file}"></script><script>
  analytics.load({settings}); analytics.identify({user}); analytics.page();
</script>"""
GO_ON = (
    "() => { history.pushState({}, '', '/shirts'); document.title = 'Shirts'; analytics.page() }"
)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("mode", ["load", "tracking"])
def test_times(file: str, mode: str, real: Matomo, sites: Sites, chromium: Browser) -> None:
    """Twenty minutes on the first page are twenty minutes in the reports, though both came at once.

    The page's clock is moved; its timers run on.
    """
    user, start = f"vera-{uuid4().hex}", datetime.now(UTC) - timedelta(minutes=25)
    settings = {"siteId": real.site, "serverUrl": real.url, "consent": mode}
    watch = Watch(chromium.new_context())
    with sites.site(Path(__file__).parent) as site:
        site.files["welcome"] = PAGE.format(
            file=file, settings=json.dumps(settings), user=json.dumps(user)
        )
        traffic = Traffic(watch.page, real.url)
        watch.page.clock.set_system_time(start)
        watch.page.goto(f"{site.address}/welcome")
        watch.page.clock.set_system_time(start + timedelta(minutes=20))
        watch.page.evaluate(GO_ON)
        watch.page.clock.set_system_time(start + timedelta(minutes=25))
        wanted = 2 if "solo" in file else 3  # with Matomo's script
        with watch.page.expect_event(
            "response", lambda _: traffic.answers >= wanted, timeout=PATIENCE
        ):
            watch.page.evaluate("analytics.consent.give()")
    assert watch.close() == []
    (visit,) = real.visits_of([user])
    first, second = visit["actionDetails"]
    assert [first["pageTitle"], second["pageTitle"]] == ["Welcome", "Shirts"]
    assert abs(second["timestamp"] - first["timestamp"] - 1200) <= 2
