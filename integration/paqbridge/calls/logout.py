"""Logouts in hosts that tell their destinations nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.gate import is_refused
from paqbridge.native import read, text
from paqbridge.read.values import NAME_LIMIT

if TYPE_CHECKING:
    from paqbridge.types.calls import Accept
    from paqbridge.types.event import Kind
    from paqbridge.types.page import Untrusted


def noticing_logout(accept: Accept) -> Accept:
    """Return ``accept``, but that a call which has lost its user comes after a logout.

    Hosts write their user into each call when it is made, so that the logout has its place in the
    order even where calls are delivered late. Another user means a logout as well. Only an alias
    has a user id that is not the host's. A call that is not for us says nothing of its user.
    Whether there is anybody at first is said once: a logout may have come right before this page.
    """
    known: str | None = ""

    def follow(kind: Kind, message: Untrusted) -> None:
        nonlocal known
        if kind != "alias":
            user = text(read(message, "userId") or None, NAME_LIMIT)
            if user != known and not is_refused(message):
                if known:
                    # Matomo need not have been told of a login on an earlier page.
                    accept("reset", {"userId": known})
                elif not user:
                    accept("nobody", {})
                known = user
        accept(kind, message)

    return follow
