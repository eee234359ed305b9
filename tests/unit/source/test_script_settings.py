"""Settings from our own script element."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge import host
from paqbridge.source.script_settings import said_by, script_settings
from tests.support.fake_page import FakePage

BOTH = {"siteId": "7", "serverUrl": "https://m.example"}
QUERY = "?siteId=7&serverUrl=https%3A%2F%2Fm.example"


def element(address: str = "", **dataset: str) -> Any:
    """Return such an element."""
    return SimpleNamespace(dataset=dataset, src=address, nonce="", text="")


def test_attributes_and_address() -> None:
    """An attribute goes before the same name in the address; an empty one says nothing."""
    address = f"https://cdn.example/analytics.min.js{QUERY}"
    assert said_by(element(address, siteId="8", nonce="")) == {**BOTH, "siteId": "8"}


@pytest.mark.parametrize(
    ("written", "read"),
    [('{"Paid": 1}', {"Paid": 1}), ("[1]", [1]), ("{", "{"), ("5", "5"), ("true", "true"),
     ('"text"', '"text"')],
)  # fmt: skip
def test_tables_are_json(written: str, read: Any) -> None:
    """Objects and lists are written as JSON; all else is a text, as attributes are."""
    assert said_by(element(goals=written)) == {"goals": read}


def test_the_running_element(fake: FakePage) -> None:
    """It may say one of the two: a warning tells what is missing. Another that says both is not
    asked then."""
    host.running = element(siteId="8")
    fake.document.scripts = [element(**BOTH), host.running]
    assert script_settings() == {"siteId": "8"}


def test_a_module(fake: FakePage) -> None:
    """Without a running element ours is the one whose address is in the trace of calls."""
    module = element("https://cdn.example/a.js?serverUrl=x")
    fake.document.scripts = [element(siteId="8"), module]
    fake.running = [module]
    assert script_settings() == {"serverUrl": "x"}


@pytest.mark.parametrize("ours", [element(**BOTH), element(f"https://cdn.example/a.js{QUERY}")])
def test_text_that_a_library_runs(fake: FakePage, ours: Any) -> None:
    """It runs in an element of the library's: ours says both site and server."""
    host.running = element()
    others = [element(siteId="8"), element(serverUrl="x"), element("https://t.example/?siteId=8")]
    fake.document.scripts = [*others, ours, element(siteId="9", serverUrl="y"), host.running]
    assert script_settings() == BOTH


def test_no_script_of_its_own(fake: FakePage) -> None:
    """Elements of other tools are not ours, whatever one of the two they say."""
    fake.document.scripts = [element(siteId="8"), element("https://t.example/?serverUrl=x")]
    assert script_settings() is None
    host.running = element("https://cdn.example/a.js", nonce="n")
    assert script_settings() is None
