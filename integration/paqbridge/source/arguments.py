"""Segment's argument overloads: every optional argument may be left out."""

from __future__ import annotations

from typing import Any

from paqbridge.native import is_dict


def before_callback(given: list[Any]) -> list[Any]:
    """Return the arguments up to the first function, and that as the last: the callback, or None.

    What follows the callback is not looked at.
    """
    callback = None
    found: list[Any] = []
    for argument in given:
        if callback is None and callable(argument):
            callback = argument
        found.append(None if callback else argument)
    return [*found, callback]


def options_of(kind: str, given: list[Any]) -> Any:
    """Return the options of ``page(category?, name?, properties?, options?)``,
    ``identify(id?, traits?, options?)`` or ``track(event, properties?, options?)``.

    An object in the place of a text is what would follow it: the properties or the traits.
    """
    place = 3 if kind == "page" else 2
    if kind == "page" and is_dict(given[1]):
        place = 2
    if kind != "track" and is_dict(given[0]):
        place = 1
    return given[place] if is_dict(given[place]) else None
