"""The consent that hosts put on each call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.memory import forget
from paqbridge.native import contains, is_list, read
from paqbridge.storage.allowed import may_store

if TYPE_CHECKING:
    from paqbridge.types.event import FullEvent
    from paqbridge.types.page import Untrusted

LOGOUTS = ("reset", "nobody")
"""The calls after which nobody is known any more."""

STAMPED = ("page", "identify", "track", "group", "alias")
"""The calls that have such a stamp: a logout has none."""

HEARD = 10_000_000
"""The number of a logout, which asks for nothing to be sent, and which no answer refuses."""

UNHEARD = -1
"""The number of a call that says no, or nothing, of a consent which it has to say, behind a yes."""


def logged_out(event: FullEvent) -> int:
    """Return the number of a logout. Where nothing may be stored it forgets who leaves at once:
    its own turn may never come."""
    if event["userId"] and not may_store():
        forget()
    return HEARD


def stamp_of(event: FullEvent, categories: list[str]) -> str:
    """Return the answer that a host has put on a call: given, refused, or nothing; ``none`` where
    the call needs none.

    Segment's wrappers put ``consent.categoryPreferences`` there, RudderStack ``consentManagement``
    with lists of ids. All of the categories must be allowed; an unknown one is no yes.
    """
    if event["type"] not in STAMPED:
        return "none"
    context = event["context"]
    preferences = read(read(context, "consent"), "categoryPreferences")
    lists = read(context, "consentManagement")
    allowed = ids_of(lists, "allowedConsentIds")
    denied = ids_of(lists, "deniedConsentIds")
    answer = "given"
    for name in categories:
        said = read(preferences, name)
        if said is False or contains(denied, name):
            return "refused"
        if said is not True and not contains(allowed, name):
            answer = ""
    return answer


def ids_of(lists: Untrusted, name: str) -> list[Untrusted]:
    """Return a list of ids; anything else has none, a text with one in it neither."""
    ids = read(lists, name)
    return ids if is_list(ids) else []
