"""What Segment's options say about storing: which kinds of storage, and how cookies are set. Pure.

Options are those of ``load``: ``disable``, ``disableClientPersistence``, ``cookie``,
``localStorage``, ``storage``, and ``user`` and ``group``, each with ``persist``, ``disable``,
``cookie.key``, ``localStorage.key``, ``localStorageFallbackDisabled``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, floored, is_list, number, pattern, read, text
from paqbridge.read.paths import value_at

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Shelf

YEAR = 31536000
"""Seconds that cookies live, if nothing is said: Segment's choice."""

LARGE = 10000
"""A cookie's life is in days below it (analytics-next), else in milliseconds (analytics.js)."""

ATTRIBUTE: Any = pattern(r"([^;\s]+)")

STORES = ("cookie", "localStorage", "memory")


def shelf_of(options: Untrusted, who: str) -> Shelf:
    """Return where the ids and traits of ``user`` or ``group`` may be kept, and under which names.

    ``traits`` are in local storage alone, ``ids`` in cookies as well.
    """
    own = read(options, who)
    stores = stores_of(read(own, "storage") or read(options, "storage"))
    is_kept = (
        read(options, "disable") is not True
        and read(options, "disableClientPersistence") is not True
        and read(own, "persist") is not False
        and read(own, "disable") is not True
    )
    has_storage = (
        "localStorage" in stores
        and value_at(options, "localStorage.enabled") is not False
        and read(own, "localStorageFallbackDisabled") is not True
    )
    cookie = read(options, "cookie")
    return {
        "id": text(value_at(own, "cookie.key"), 99) or f"ajs_{who}_id",
        "traits": text(value_at(own, "localStorage.key"), 99) or TRAITS[who],
        "is_off": read(own, "disable") is True,
        "has_cookies": is_kept and "cookie" in stores,
        "has_storage": is_kept and has_storage,
        "life": life_of(cookie),
        "domain": captured(ATTRIBUTE, read(cookie, "domain")),
        "attributes": attributes_of(cookie),
    }


TRAITS = {"user": "ajs_user_traits", "group": "ajs_group_properties"}


def stores_of(storage: Untrusted) -> list[str]:
    """Return the kinds of storage that may be used; one that nobody knows voids the option."""
    given = read(storage, "stores")
    if not is_list(given):
        return [*STORES]
    known = [one for one in given if isinstance(one, str) and one in STORES]
    return known if len(known) == len(given) else [*STORES]


def life_of(cookie: Untrusted) -> str:
    """Return the seconds that a cookie lives."""
    age = number(read(cookie, "maxage"))
    if age is None:
        return f"{YEAR}"
    return f"{floored(age * 86400 if age < LARGE else age / 1000)}"


def attributes_of(cookie: Untrusted) -> str:
    """Return what else a cookie is set with: its path, who gets it, and how."""
    path = captured(ATTRIBUTE, read(cookie, "path")) or "/"
    same_site = captured(ATTRIBUTE, read(cookie, "sameSite")) or "Lax"
    secure = "; secure" if read(cookie, "secure") is True else ""
    return f"; path={path}; samesite={same_site}{secure}"
