"""What every build tells of a call that is not sent; nothing is left of it in production.

No other module asks whether a build explains.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from paqbridge.explain.whereabouts import CROWDED, NO_SETTINGS, NOT_SENT
from paqbridge.flags import NOTES

if TYPE_CHECKING:
    from paqbridge.types.event import Event


def crowded(event: Event) -> None:
    """Say that so many calls wait that there was no room for this one."""
    if NOTES:
        refuse(event, CROWDED)


def not_at_work(event: Event) -> None:
    """Say that no call is sent at all."""
    if NOTES:
        refuse(event, NO_SETTINGS)


def refuse(event: Event, why: str) -> None:
    """Conclude the journal's entry of a call, where there is a journal."""
    entry = cast(Any, event.get("entry"))
    if entry is not None:
        entry["conclude"](entry, [NOT_SENT, why])
