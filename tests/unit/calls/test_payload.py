"""What middleware gets is read as Segment's facade is, and no question that it answers throws."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.calls.payload import payload_of


@pytest.mark.parametrize(
    ("message", "event", "properties", "traits"),
    [
        ({"type": "track", "event": "E", "properties": {"a": 1}}, "E", {"a": 1}, {}),
        ({"type": "page", "context": {"traits": {"b": 2}}}, "Loaded a Page", {}, {"b": 2}),
        ({"type": "screen", "name": "Cart"}, "Loaded a Screen", {}, {}),
        ({"type": "group", "traits": {"c": 3}}, None, {"c": 3}, {"c": 3}),
        ({"type": "alias", "context": 5}, None, {}, {}),
    ],
)
def test_each_kind(message: Any, event: Any, properties: Any, traits: Any) -> None:
    """Of what a call has not there is a text or an object all the same, as in Segment's facade."""
    payload: Any = payload_of(message)
    found = [payload[name]() for name in ("event", "properties", "traits")]
    assert found == [event, properties, traits]


def test_what_is_changed() -> None:
    """What a page puts into the message is what the methods give from then on."""
    payload: Any = payload_of({"type": "alias", "userId": "u", "previousId": "v"})
    assert (payload["action"](), payload["previousId"]()) == ("alias", "v")
    payload["obj"] = {"userId": "w", "context": {"a": {"b": 1}}}
    assert (payload["userId"](), payload["field"]("userId")) == ("w", "w")
    assert (payload["proxy"]("context.a.b"), payload["proxy"](None)) == (1, payload["json"]())
