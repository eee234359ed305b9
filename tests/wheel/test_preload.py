"""Matomo's script, fetched while ours is still on its way."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge import snippet
from paqbridge.web.options import options
from paqbridge.web.snippet import Site
from paqbridge.web.static import script
from tests.support.visit import Visit

SETTINGS = {"siteId": 1, "serverUrl": "https://matomo.example.org/"}
HINT = '<link rel="preload" as="script" fetchpriority="low" href="https://matomo.example.org/'


@pytest.mark.parametrize(
    ("build", "more", "name"),
    [
        ("lean", {}, "piwik.js"),
        ("lean", {"trackerFile": "Matomo"}, "matomo.js"),
        ("full", {"consent": "tracking"}, "piwik.js"),
        ("explain", {"scriptUrl": "https://matomo.example.org/m.js?a=1&b=2"}, "m.js?a=1&amp;b=2"),
    ],
)
def test_what_is_fetched(build: Any, more: dict[str, object], name: str) -> None:
    """The file that the script would ask for, first of all in the markup."""
    markup = snippet({**SETTINGS, **more}, build=build, preload=True)
    assert markup.startswith(f'{HINT}{name}">\n<script>')
    assert "<link" not in snippet({**SETTINGS, **more}, build=build)


@pytest.mark.parametrize(
    ("build", "more"),
    [
        ("full", {"consent": "load"}),
        ("full", {"doNotTrack": True}),
        ("full", {"doNotTrack": "gpc"}),
        ("full", {"settingsUrl": "/analytics.json"}),
        ("lean", {"loadScript": False}),
        ("solo", {}),
        ("full.solo", {}),
    ],
)
def test_what_has_to_wait(build: Any, more: dict[str, object]) -> None:
    """Nothing is fetched that somebody may not want to have, or that nobody asks for."""
    assert "<link" not in snippet({**SETTINGS, **more}, build=build, preload=True)


def test_the_option() -> None:
    """The frameworks have it, too; off unless asked for."""
    found = options({"settings": SETTINGS, "preload": True})
    assert Site(found.settings, script("lean", "/s"), found.early).snippet().startswith(HINT)
    assert options({"settings": SETTINGS}).early is None
    assert options({"enabled": False, "preload": True}).early is None


def test_it_is_fetched_once(visit: Visit) -> None:
    """The script that ours inserts is the one that has come, under a policy of nonces as well."""
    visit.set_policy("script-src 'nonce-R4nd0m' 'strict-dynamic'")
    settings = {"siteId": 1, "serverUrl": visit.matomo}
    visit.write(snippet(settings, nonce="R4nd0m", static_url="/dist", preload=True))
    assert len(visit.arrived(1)) == 1
    assert visit.asked == ["piwik.js"]
    assert (
        visit.run(
            "url => performance.getEntriesByName(url)[0].initiatorType", f"{visit.matomo}/piwik.js"
        )
        == "link"
    )
