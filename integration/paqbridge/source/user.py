"""Who the visitor is: kept where Segment keeps it, and touched only when it is needed."""

from __future__ import annotations

from typing import Any

from paqbridge.flags import FULL
from paqbridge.host import hostname, read_cookie, read_storage, write_cookie, write_storage
from paqbridge.native import json_text, parsed
from paqbridge.read.values import NAME_LIMIT, text

KEY = "ajs_user_id"
"""Segment's name for the user id, as cookie and in local storage; the value is JSON."""

PROBE = "ajs_probe"


def create_user() -> Any:
    """Return ``id`` (reads, or sets where it gets a usable id) and ``reset``."""
    current: Any = None
    is_read = False

    def user_id(value: Any = None) -> Any:
        nonlocal current, is_read
        if is_usable(value):
            is_read = True
            # No longer than Matomo keeps it: cookies are small.
            identity = text(value, NAME_LIMIT) if isinstance(value, str) else value
            if identity != current:
                current = identity
                keep(json_text(identity))
        elif not is_read:
            is_read = True
            current = stored(read_cookie(KEY))
            if current is None:
                current = stored(read_storage(KEY))
        return current

    def reset() -> None:
        nonlocal current, is_read
        is_read = True
        current = None
        keep(None)

    def save(is_allowed: bool) -> None:
        """Keep the id after consent, or forget what is stored of it after a withdrawal."""
        if not is_allowed:
            keep(None)
        elif current is not None:
            keep(json_text(current))

    if FULL:
        return {"id": user_id, "reset": reset, "save": save}
    return {"id": user_id, "reset": reset}


def is_usable(value: Any) -> bool:
    """Tell whether a value can be a user id: a text that is not blank, or a number but 0."""
    return not isinstance(value, bool) and text(value or None, NAME_LIMIT) is not None


def stored(written: Any) -> Any:
    """Return the id that a stored text holds; Segment's newer library writes it without quotes."""
    if written is None:
        return None
    value = parsed(written)
    if value is None:
        value = written
    return value if is_usable(value) else None


def keep(written: Any) -> None:
    """Store the id's JSON on the highest domain that takes cookies; None forgets it."""
    write_cookie(KEY, written, top_domain(hostname()))
    write_storage(KEY, written)


def top_domain(host: str) -> str:
    """Return the shortest domain of ``host`` that the browser lets a page set cookies for.

    Empty where only the host itself can have them: localhost, an address, a public suffix.
    """
    parts = host.split(".")
    domain = parts[-1]
    for index in range(len(parts) - 1):
        domain = parts[len(parts) - 2 - index] + "." + domain
        write_cookie(PROBE, "1", domain)
        if read_cookie(PROBE) is not None:
            write_cookie(PROBE, None, domain)
            return domain
    return ""
