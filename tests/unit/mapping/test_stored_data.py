"""The dimensions of a visitor, as another page has kept them."""

from __future__ import annotations

from paqbridge.mapping.full.dimensions import stored_data
from tests.support.full_mapping import mapped


def test_what_is_stored_is_as_untrusted_as_a_page() -> None:
    """Only dimensions count, and of them only what can be the text of one."""
    kept = {"dimension1": "pro", "dimension12": 5, "dimension0": "x", "plan": "x", "dimension2": {}}
    assert stored_data(kept) == {"dimension1": "pro", "dimension12": "5"}
    assert [stored_data(value) for value in ("text", None, 5)] == [{}, {}, {}]


def test_storage_goes_before_memory() -> None:
    """What another page has kept replaces what is known here, and goes with the next request."""
    before = {
        "sticky": {"dimension1": "mine"},
        "stored": [],
        "stored_sticky": {"dimension2": "theirs"},
    }
    commands, state, _ = mapped("page", {}, before)
    assert commands[-1] == ["trackPageView", None, {"dimension2": "theirs"}]
    assert (state["sticky"], state["stored"]) == ({"dimension2": "theirs"}, None)
