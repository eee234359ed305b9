"""What is said of one thing once: a console full of warnings helps nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def once(action: Callable[[Untrusted], object]) -> Callable[[Untrusted], None]:
    """Return ``action``, but that only the first call of it does something."""
    is_done = False

    def act(value: Untrusted) -> None:
        nonlocal is_done
        if not is_done:
            is_done = True
            action(value)

    return act
