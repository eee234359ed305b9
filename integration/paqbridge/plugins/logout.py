"""Logouts in hosts that tell their destinations nothing of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paqbridge.native import read
from paqbridge.read.values import NAME_LIMIT, text


def noticing_logout(accept: Callable[..., None]) -> Callable[..., None]:
    """Return ``accept``, but that a call which has lost its user comes after a logout.

    Hosts write their user into each call when it is made, so that the logout has its place in the
    order even where calls are delivered late. Another user means a logout as well. Only an alias
    has a user id that is not the host's.
    """
    known: Any = None

    def follow(kind: Any, message: Any, options: list[Any]) -> None:
        nonlocal known
        if kind != "alias":
            user = text(read(message, "userId") or None, NAME_LIMIT)
            if known and user != known:
                # Matomo need not have been told of a login on an earlier page.
                accept("reset", {"userId": known}, [])
            known = user
        accept(kind, message, options)

    return follow
