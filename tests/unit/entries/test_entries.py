"""What each bundle exports, or puts on the page, when it is run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from tests.support.fake_page import FakePage

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}
ENTRIES = "paqbridge.entries."


LINKS = ("trackLink", "trackClick", "trackForm", "trackSubmit")


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


@pytest.mark.parametrize(
    ("entry", "more"),
    [("analytics", set()), ("analytics_full", {"group", "alias", "consent", *LINKS}),
     ("analytics_explain", {"group", "alias", "consent", "explain", *LINKS})],
)  # fmt: skip
def test_a_standalone(fake: FakePage, entry: str, more: set[str]) -> None:
    """Its methods are on the page, and a call reaches Matomo's queue."""
    run(entry)
    methods = {"VERSION", "user", "load", "initialize", "reset", "ready", "push"}
    names = {name for name in fake.analytics if not name.startswith("consent.")}
    assert names == {*methods, "page", "identify", "track", *more}
    fake.analytics["load"](GIVEN)
    fake.analytics["page"]()
    assert fake.commands[-1] == ["trackPageView"]


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
