"""Segment's argument overloads: every optional argument may be left out."""

from __future__ import annotations

from typing import Any

from paqbridge.native import is_dict, read
from paqbridge.read.options import own_values


def take_callback(given: list[Any]) -> Any:
    """Take everything from the first function on out of ``given``; return that function, or None.

    What follows the callback is not looked at.
    """
    callback = None
    for index, argument in enumerate(given):
        if not callback and callable(argument):
            callback = argument
        if callback:
            given[index] = None
    return callback


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
    return given[place]


def describe(kind: str, given: list[Any], event: Any) -> None:
    """Put what only the full mapping looks at into ``event``: page names, traits, ids."""
    first, second = given[0], given[1]
    if kind == "page":
        page_names(given, event)
    elif kind != "track":
        event["traits"] = first if is_dict(first) else second
        event["groupId"] = first
        if kind == "alias":
            event["userId"] = first


def page_names(given: list[Any], event: Any) -> None:
    """Resolve category, name and properties of a page call; a lone text is the name."""
    category, name = given[0], given[1]
    event["properties"] = given[2]
    if is_dict(category):
        event["properties"] = category
    elif is_dict(name):
        event["name"] = category
        event["properties"] = name
    elif isinstance(name, str):
        event["category"] = category
        event["name"] = name
    else:
        event["name"] = category


def settings_in(first: Any, second: Any) -> Any:
    """Find the destination's settings in the arguments of ``load`` or ``initialize``.

    ``load(settings)``, ``load(key, {integrations: {Piwik: settings}})`` and
    ``initialize({Piwik: settings}, options)`` say the same.
    """
    named = own_values([first if is_dict(first) else read(second, "integrations")])
    return named[0] if len(named) > 0 else first
