"""Settings from the running script element."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.source.script_settings import script_settings
from tests.support.fake_page import FakePage


def said(fake: FakePage, address: str = "", **dataset: str) -> Any:
    """Return what such an element says."""
    fake.document.currentScript = SimpleNamespace(dataset=dataset, src=address)
    return script_settings()


def test_attributes_and_address(fake: FakePage) -> None:
    """An attribute goes before the same name in the address; an empty one says nothing."""
    address = "https://cdn.example/analytics.min.js?siteId=7&serverUrl=https%3A%2F%2Fm.example"
    assert said(fake, address, siteId="8", nonce="") == {
        "siteId": "8",
        "serverUrl": "https://m.example",
    }


@pytest.mark.parametrize(
    ("written", "read"),
    [('{"Paid": 1}', {"Paid": 1}), ("[1]", [1]), ("{", "{"), ("5", "5"), ("true", "true"),
     ('"text"', '"text"')],
)  # fmt: skip
def test_tables_are_json(fake: FakePage, written: str, read: Any) -> None:
    """Objects and lists are written as JSON; all else is a text, as attributes are."""
    assert said(fake, goals=written) == {"goals": read}


def test_no_script_of_its_own(fake: FakePage) -> None:
    """A module has none, nor has a script that another one has put there."""
    assert script_settings() == {}
