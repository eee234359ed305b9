"""Where a settings document is asked for, and what of it counts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge import host
from paqbridge.kits.full_standalone import WHOLE
from paqbridge.source.documented import wanted_document, with_document
from paqbridge.source.settings_document import SEE
from tests.support.fake_page import FakePage

SITE = {"siteId": 1}
SERVERS = [{"serverUrl": "https://m.example"}, {"url": "https://m.example"}]
CDN = "https://cdn.example.org"


@pytest.fixture(autouse=True)
def script(fake: FakePage) -> None:
    """Run our script from where Segment's snippet has its own."""
    host.running = SimpleNamespace(
        src=CDN + "/analytics.js/v1/KEY/analytics.js?from=/shop", text=""
    )


@pytest.mark.parametrize("own", ["KEY", {}, SITE, *SERVERS])
def test_a_page_that_does_not_say_all(own: Any) -> None:
    """Which site of which Matomo the document beside the script says."""
    assert wanted_document(own, None) == CDN + "/v1/projects/KEY/settings"


def test_a_module(fake: FakePage) -> None:
    """It has no element: its document is on the page's own host."""
    host.running = None
    fake.location.href = "https://shop.example/module?a#b"
    assert wanted_document("KEY", "KEY") == "https://shop.example/v1/projects/KEY/settings"
    assert wanted_document({}, None) is None


@pytest.mark.parametrize("server", SERVERS)
def test_a_page_that_says_all(server: Any) -> None:
    """It needs no document, but may name one."""
    assert wanted_document({**SITE, **server}, "KEY") is None
    named = {**SITE, **server, "settingsUrl": CDN + "/own.json"}
    assert wanted_document(named, "KEY") == CDN + "/own.json"


@pytest.mark.parametrize(("url", "is_refused"), [(CDN, False), ("https://other.example", True)])
def test_what_a_document_may_say(fake: FakePage, url: str, is_refused: bool) -> None:
    """Where hits go its origin decides: one warning names all that does not count."""
    warned: list[Any] = []
    fake.console.warn = lambda *said: warned.append(said)
    document = {"serverUrl": "https://evil.example", "consent": "maybe", "goals": {"Paid": 3}}
    settings = with_document(SITE, document, url + "/own.json", WHOLE["rows"])
    refused = ["serverUrl"] * is_refused + ["consent"]
    assert settings == {k: v for k, v in {**SITE, **document}.items() if k not in refused}
    text = f"paqbridge: the settings document may not say all that it says{SEE}, received"
    assert [(said, sorted(names)) for said, names in warned] == [(text, sorted(refused))]


def test_a_document_that_says_nothing_wrong(fake: FakePage) -> None:
    """There is no word of it."""
    with_document(SITE, {"goals": {}}, CDN, WHOLE["rows"])
    assert fake.warnings == []
