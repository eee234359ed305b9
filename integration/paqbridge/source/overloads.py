"""Segment's argument overloads, as its newer library resolves them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import is_dict, read, text
from paqbridge.read.values import NAME_LIMIT

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Arguments


def dict_or_none(value: Untrusted) -> Untrusted:
    """Return an object; everything else counts as not given."""
    return value if is_dict(value) else None


def track_arguments(given: list[Untrusted]) -> Arguments:
    """Sort out ``track(event, properties?, options?)`` and ``track({event, properties}, options)``.

    An event that has no text for a name is passed on: nothing becomes of it but a note.
    """
    first = given[0]
    if is_dict(first):
        properties = dict_or_none(read(first, "properties"))
        return {"event": read(first, "event"), "properties": properties, "options": given[1]}
    return {"event": first, "properties": dict_or_none(given[1]), "options": given[2]}


def is_name(event: Untrusted) -> bool:
    """Tell whether an event has a name; without one a call is warned of, and its promise broken."""
    return isinstance(event, str) and event != ""


def page_arguments(given: list[Untrusted]) -> Arguments:
    """Sort out ``page(category?, name?, properties?, options?)``; a lone text is the name."""
    texts = [one for one in given[:2] if isinstance(one, str)]
    objects = [one for one in given if is_dict(one)]
    is_options = len(objects) == 1 and objects[0] == given[3]
    return {
        "category": texts[0] if len(texts) > 1 else None,
        "name": texts[len(texts) - 1] if len(texts) > 0 else None,
        "properties": None if is_options or len(objects) == 0 else objects[0],
        "options": given[3] if is_options or len(objects) < 2 else objects[1],
    }


def identity_arguments(given: list[Untrusted]) -> Arguments:
    """Sort out ``identify(id?, traits?, options?)``, and those of ``group``.

    ``id`` is a text, which may be empty, or None where the id is to stay.
    """
    first = given[0]
    if is_dict(first):
        return {"id": None, "traits": first, "options": given[1]}
    return {"id": id_text(first), "traits": dict_or_none(given[1]), "options": given[2]}


def alias_arguments(given: list[Untrusted]) -> Arguments:
    """Sort out ``alias(to, from?, options?)``."""
    objects = [one for one in given if is_dict(one)]
    return {
        "id": id_text(given[0]),
        "from": id_text(given[1]),
        "options": objects[0] if len(objects) > 0 else None,
    }


def id_text(value: Untrusted) -> str | None:
    """Return an id as its text, no longer than Matomo keeps it; None for what can be none.

    An empty text says that there is none; blanks, and the number 0, say nothing.
    """
    if value == "":
        return ""
    return None if isinstance(value, bool) else text(value or None, NAME_LIMIT)
