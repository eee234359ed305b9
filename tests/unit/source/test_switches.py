"""Destinations that a call's options switch on or off, wherever Segment's libraries look."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.switches import switches_of


@pytest.mark.parametrize(
    ("options", "switches", "context"),
    [
        (None, {}, {}),
        ({"integrations": {"Any": {"k": 1}}}, {"Any": {"k": 1}}, {}),
        ({"All": False, "ip": "0"}, {"All": False}, {"ip": "0"}),
        ({"all": True, "ALL": False}, {"all": True, "ALL": False}, {}),
        ({"providers": {"Any": False}}, {"Any": False}, {}),
        ({"providers": {"all": True}, "all": False}, {"all": False}, {}),
        ({"providers": {"All": True}, "All": False, "integrations": {"All": {}}}, {"All": {}}, {}),
        ({"providers": {"A": {}}, "integrations": {"A": True}}, {"A": {}}, {}),
        ({"providers": {"all": {}}, "all": True}, {"all": {}}, {}),
        ({"providers": {"A": {}}, "integrations": {"A": False}}, {"A": False}, {}),
        ({"providers": {"A": {}}, "integrations": {"A": {"b": 1}}}, {"A": {"b": 1}}, {}),
        ({"providers": "text", "integrations": [1]}, {"0": 1}, {}),
    ],
)
def test_where_they_stand(options: Any, switches: Any, context: Any) -> None:
    """Integrations go before the top, this before providers; neither is in the context.

    So in Segment's classic library; there an object goes before a mere yes, here not before a no.
    """
    kept = {name: one for name, one in (options or {}).items() if name != "integrations"}
    assert switches_of(options, kept, ["all"]) == switches
    assert kept == context
