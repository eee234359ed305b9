"""What each bundle exports, or puts on the page, when it is run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from paqbridge.source import analytics
from tests.support.fake_page import FakePage

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}
ENTRIES = "paqbridge.entries."


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Let each test run the entries anew, as a page does."""
    names = [name for name in sys.modules if name.startswith(ENTRIES)]
    before = {name: sys.modules.pop(name) for name in names}
    yield
    sys.modules.update(before)


def run(entry: str) -> ModuleType:
    """Run a bundle."""
    return import_module(ENTRIES + entry)


LEAN = {
    "VERSION",
    "user",
    "load",
    "initialize",
    "reset",
    "ready",
    "push",
    "page",
    "identify",
    "track",
}
"""What every standalone has."""

LACKING = {name for name in analytics.LACKING.split(" ") if not name.startswith("consent.")}
"""What a lean one only says that it has not."""

WHOLE = {
    *LEAN,
    "Integrations", "add", "addDestinationMiddleware", "addIntegration",
    "addIntegrationMiddleware", "addSourceMiddleware", "alias", "consent", "debug", "deregister",
    "emit", "group", "init", "initialized", "invoked", "noConflict", "normalize", "off", "on",
    "once", "pageview", "register", "screen", "setAnonymousId", "timeout", "trackClick",
    "trackForm", "trackLink", "trackSubmit", "use", "queryString", "plugins",
    "failedInitializations",
}  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("analytics", {*LEAN, *LACKING}),
        ("analytics_full", WHOLE),
        ("analytics_explain", {*WHOLE, "explain"}),
    ],
)
def test_a_standalone(fake: FakePage, entry: str, names: set[str]) -> None:
    """Its methods are on the page, and a call reaches Matomo's queue."""
    run(entry)
    assert {name for name in fake.analytics if not name.startswith("consent.")} == names
    fake.analytics["load"](GIVEN)
    fake.analytics["page"]()
    assert fake.commands[-1] == ["trackPageView"]


def test_the_module(fake: FakePage) -> None:
    """It puts nothing on the page but with a name that it is told."""
    module: Any = run("analytics_module")
    assert module.load(GIVEN, {"globalAnalyticsKey": "ours"}) is module.ANALYTICS
    assert fake["ours"] is module.ANALYTICS
    assert getattr(fake, "analytics", None) is None


@pytest.mark.parametrize(
    ("entry", "more"), [("classic", set()), ("classic_full", {"group", "alias", "consent"})]
)
def test_a_classic_integration(fake: FakePage, entry: str, more: set[str]) -> None:
    """The module exports the constructor, and its sibling puts the same on the page."""
    constructor: Any = run(entry).integration
    instance = constructor(GIVEN)
    assert more == {"group", "alias", "consent"} & instance.keys()
    instance["initialize"]()
    instance["page"]({"obj": {}})
    assert fake.commands[-1] == ["trackPageView"]
    run(entry + "_global")
    assert fake["piwikIntegration"] is constructor


@pytest.mark.parametrize(
    ("entry", "name"),
    [("core", "destination"), ("segment", "plugin"), ("rudderstack", "plugin"),
     ("getanalytics", "plugin")],
)  # fmt: skip
def test_an_adapter(fake: FakePage, entry: str, name: str) -> None:
    """A factory, which does nothing before it is called."""
    assert callable(getattr(run(entry), name))
    assert (fake.commands, fake.document.scripts) == ([], [])
