"""From the facade that a classic host hands over to our event record."""

from __future__ import annotations

from typing import Any

from paqbridge.native import read
from paqbridge.plugins.iso_text import DEPTH, with_texts

FIELDS = ("event", "name", "category", "properties", "traits", "userId", "context")


def facade_event(kind: Any, facade: Any) -> Any:
    """Return the record of a facade's ``obj``, with texts that look like dates as texts again."""
    message = with_texts(read(facade, "obj"), DEPTH)
    event: Any = {"type": kind, "integrations": [read(message, "integrations")]}
    for name in FIELDS:
        event[name] = read(message, name)
    return event
