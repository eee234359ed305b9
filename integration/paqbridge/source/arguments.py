"""Segment's argument overloads, resolved into one event record.

Every optional argument may be left out, and a function in any later place is the callback.
"""

from __future__ import annotations

from typing import Any

from paqbridge.native import is_dict


def page_arguments(category: Any, name: Any, properties: Any, options: Any) -> Any:
    """Resolve ``page(category?, name?, properties?, options?)``, callbacks removed already.

    An object in the place of the category is the properties, one in the place of the name too; a
    lone text is the name.
    """
    if is_dict(category):
        return [None, None, category, name]
    if is_dict(name):
        return [None, category, name, properties]
    if isinstance(category, str) and not isinstance(name, str):
        return [None, category, properties, options]
    return [category, name, properties, options]


def before_callback(given: list[Any]) -> list[Any]:
    """Return as many arguments, with the first function as the last: the callback, or None.

    What follows the callback is not looked at.
    """
    found: list[Any] = []
    callback = None
    for argument in given:
        if callback is None and callable(argument):
            callback = argument
        found.append(argument if callback is None else None)
    found[len(found) - 1] = callback
    return found
