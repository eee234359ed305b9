"""The object that a page knows as ``analytics``."""

from __future__ import annotations

from typing import Any

from paqbridge.source.owner import Owner
from tests.support.fake_page import FakePage


def test_a_method_that_a_page_has_taken_away(fake: FakePage) -> None:
    """It is passed over without a word; one that it has put there instead is called."""
    methods: dict[str, Any] = {"page": None}
    owner = Owner(methods)
    assert (owner.call("page", []), fake.warnings) == (None, [])
    methods["page"] = lambda name: name + "!"
    assert owner.call("page", ["N"]) == "N!"
