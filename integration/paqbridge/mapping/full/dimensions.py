"""Custom dimensions: values from settings' paths and from the call, for one request each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from paqbridge.native import captured, drop, each, is_emptied, keys, pattern, read
from paqbridge.read.paths import value_at
from paqbridge.read.values import event_text
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.event import FullEvent
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import CustomData
    from paqbridge.types.settings import FullSettings

DIMENSION_LIMIT = 250
"""Matomo cuts the values of dimensions here (UTF-16 units)."""

DIMENSION: Any = pattern(r"(dimension[1-9]\d*)")

ROOTS = ("properties", "context", "traits")
"""What a path in the setting ``dimensions`` may begin with."""


def custom_data(event: FullEvent, settings: FullSettings, sticky: CustomData) -> CustomData | None:
    """Return ``{dimensionN: text}`` for this call, or None.

    The call's own ``integrations.Piwik.dimensions`` ``{id: value}``, or RudderStack's
    ``customDimension`` ``[{dimensionId, dimensionValue}]``, go before the settings' paths, which go
    before ``sticky``: what ``identify`` and ``group`` have said.
    """
    data = {**sticky}
    put_paths(event, settings, ROOTS, data)
    data = {**data, **own_dimensions(event)}
    return data if len(keys(data)) > 0 else None


def own_dimensions(event: FullEvent) -> CustomData:
    """Return the dimensions that a call gives itself; of two values for one the first counts."""
    own: CustomData = {}

    def take(value: Untrusted, given: Untrusted) -> None:
        number = captured(POSITIVE_NUMBER, given)
        if number and own.get("dimension" + number) is None:
            put(own, "dimension" + number, value)

    for options in event["options"]:
        each_dimension(options, take)
    return own


def each_dimension(options: Untrusted, visit: Callable[[Untrusted, Untrusted], None]) -> None:
    """Call ``visit`` with the value and the id of each dimension in a call's options."""

    def take_item(item: Untrusted, index: str) -> None:
        visit(read(item, "dimensionValue"), read(item, "dimensionId"))

    each(read(options, "dimensions"), visit)
    each(read(options, "customDimension"), take_item)


def put_paths(
    event: FullEvent, settings: FullSettings, roots: tuple[str, ...], data: CustomData
) -> None:
    """Put the values of the settings' paths that begin with one of ``roots`` into ``data``.

    What a call says to be nothing is taken out.
    """

    def take(name: Untrusted, path: str) -> None:
        if path.split(".")[0] in roots:
            if is_blank(event, path):
                drop(data, cast("str", name))
            put(data, cast("str", name), value_at(event, path))

    each(settings["dimensions"], take)


def is_blank(event: FullEvent, path: str) -> bool:
    """Tell whether a call says that there is nothing at a path, or above: null, or a blank text."""
    names = path.split(".")
    holder = read(event, names[0])
    for name in names[1:]:
        if is_emptied(holder, name):
            return True
        holder = read(holder, name)
    return False


def put(data: CustomData, name: str, value: Untrusted) -> None:
    """Put what can be the text of a dimension."""
    written = event_text(value, DIMENSION_LIMIT)
    if written:
        data[name] = written


def stored_data(value: Untrusted) -> CustomData:
    """Return the dimensions that another page has kept."""
    data: CustomData = {}

    def take(text: Untrusted, name: str) -> None:
        if captured(DIMENSION, name):
            put(data, name, text)

    each(value, take)
    return data
