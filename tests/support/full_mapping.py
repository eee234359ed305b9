"""One call on the full mapping alone, with settings as a page gives them."""

from __future__ import annotations

from typing import Any

import pytest
from paqbridge.mapping.full.core import map_full
from paqbridge.read.event import event_of

from paqbridge.settings.full_table import FULL_SETTINGS
from paqbridge.settings.validate import validate

BASE = {"siteId": 1, "serverUrl": "https://m.example"}


def fail(row: Any, at: str, received: Any) -> None:
    """Complain of a setting that a test meant to be right."""
    pytest.fail(f"{row['name']}{at}: {received!r}")


def mapped(kind: Any, message: Any, state: Any = None, **settings: Any) -> Any:
    """Return (commands, next state, notes) of a call; what it says to us alone is under "own"."""
    accepted: Any = {}
    event: Any = event_of(kind, message, [message.get("own")])
    rows = FULL_SETTINGS
    assert validate({**BASE, **settings}, rows, {}, accepted, fail)
    return map_full(event, accepted, state)
