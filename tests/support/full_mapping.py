"""One call on the full mapping alone, with settings as a page gives them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from paqbridge.calls.message import full_event_of
from paqbridge.explain.omissions import omissions
from paqbridge.mapping.full.mapping import map_full
from paqbridge.settings.full_table import FULL_SETTINGS
from paqbridge.settings.validate import validate

BASE = {"siteId": 1, "serverUrl": "https://m.example"}
NOWHERE = {"url": None, "title": None, "referrer": None}
"""The facts of a page that says nothing of itself."""


def refuse(row: Any, at: str, received: object) -> None:
    """Fail: no test here gives wrong settings."""
    pytest.fail(f"{row['name']}{at}, received {received!r}")


def accepted(settings: dict[str, Any]) -> Any:
    """Return settings as the mapping gets them; none that is given is wrong."""
    valid: Any = {}
    assert validate({**BASE, **settings}, FULL_SETTINGS, {}, valid, refuse)
    return valid


def event_of(kind: Any, message: Any) -> Any:
    """Return the event of a call; what it says to us alone is under "own", the facts "page".

    The facts of now are those of the call, but for what is under "now".
    """
    event: Any = full_event_of(kind, message)
    facts = {"canonical": [], **message.get("page", NOWHERE)}
    now = {**facts, "own": facts, **message.get("now", {})}
    event.update(options=[message.get("own")], is_late=False, here=facts["url"])
    event["storable"] = message.get("storable")
    return {**event, "page": facts, "now": now} if kind == "page" else event


def mapped(kind: Any, message: Any, state: Any = None, **settings: Any) -> Any:
    """Return (commands, next state, notes) of a call."""
    return map_full(event_of(kind, message), accepted(settings), state)


def explained(kind: Any, message: Any, state: Any = None, **settings: Any) -> Any:
    """Return (commands, next state, notes) of a call, where notes say what was left out.

    Of that a price, a total or a URL that cannot be used is worth a warning, and so is a product or
    an order without an id, and products that are no list.
    """
    event = event_of(kind, message)
    valid = accepted(settings)
    commands, after, warnings = map_full(event, valid, state)
    worth = re.compile("url: |a product has no|an order has no|the products are no list")
    assert all(worth.match(one["text"]) for one in warnings)
    return commands, after, omissions(event, valid, state, commands)
