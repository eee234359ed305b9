"""What a page can say of consent, in any host."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.native import guarded

if TYPE_CHECKING:
    from paqbridge.types.destination import ConsentMethods, Destination


def consent_methods(find: Callable[[], Destination]) -> ConsentMethods:
    """Return what a page can call: ``give``, ``remember``, ``withdraw``, ``set`` and ``state``.

    ``find`` returns the destination of now: a host that is uninstalled has another one later.
    """
    return {
        "give": guarded(lambda options: find()["consent"].give(options)),
        "remember": guarded(lambda hours: find()["consent"].remember(hours)),
        "withdraw": guarded(lambda: find()["consent"].withdraw()),
        "set": guarded(lambda word: find()["consent"].set(word)),
        "state": guarded(lambda: find()["consent"].state()),
    }
