"""What a page can say of consent to an adapter; the standalone stores a user id as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.native import guarded


def consent_of(find: Callable[[], Any]) -> Any:
    """Return ``give``, ``remember``, ``withdraw`` and ``state`` of the destination's consent now.

    ``find`` returns it: an adapter that is uninstalled and started again has another destination.
    """
    return {
        "give": guarded(lambda options: find()["give"](options)),
        "remember": guarded(lambda hours: find()["remember"](hours)),
        "withdraw": guarded(lambda: find()["withdraw"](None)),
        "state": guarded(lambda: find()["state"]()),
    }
