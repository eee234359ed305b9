"""Custom dimensions: values from settings' paths and from the call, for one request each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import NOTES
from paqbridge.mapping.full.draft import leave_out
from paqbridge.mapping.full.notes import dimension_note
from paqbridge.mapping.notes import cut_note
from paqbridge.native import captured, each, keys, read
from paqbridge.read.values import text
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types import Draft, FullEvent, FullSettings

DIMENSION_LIMIT = 250
"""Matomo cuts the values of dimensions here (UTF-16 units)."""


def custom_data(event: FullEvent, settings: FullSettings, draft: Draft) -> Any:
    """Return ``{dimensionN: text}`` for this call, or None.

    The call's own ``integrations.Piwik.dimensions`` ``{id: value}``, or RudderStack's
    ``customDimension`` ``[{dimensionId, dimensionValue}]``, go before the settings' paths, which go
    before what ``identify`` and ``group`` have said.
    """
    data = {**draft["state"]["sticky"]}
    put_paths(event, settings, ("properties", "context", "traits"), data, draft)
    own: Any = {}

    def take(value: Any, given: Any) -> None:
        number = captured(POSITIVE_NUMBER, given)
        if number and own.get("dimension" + number) is None:
            put(own, "dimension" + number, value, draft)
        elif NOTES and not number:
            dimension_note(given, value, draft)

    def take_item(item: Any, index: str) -> None:
        take(read(item, "dimensionValue"), read(item, "dimensionId"))

    for options in event["options"]:
        each(read(options, "dimensions"), take)
        each(read(options, "customDimension"), take_item)
    data = {**data, **own}
    return data if len(keys(data)) > 0 else None


def put_paths(
    event: FullEvent, settings: FullSettings, roots: Any, data: Any, draft: Draft
) -> None:
    """Put the values of the settings' paths that begin with one of ``roots`` into ``data``."""

    def take(name: Any, path: str) -> None:
        if path.split(".")[0] in roots:
            put(data, name, value_at(event, path), draft)

    each(settings["dimensions"], take)


def value_at(event: FullEvent, path: str) -> Any:
    """Return what is at a path such as ``context.page.path`` of an event."""
    value: Any = event
    for part in path.split("."):
        value = read(value, part)
    return value


def put(data: Any, name: str, value: Any, draft: Draft) -> None:
    """Put what can be the text of a dimension."""
    written = text(value, DIMENSION_LIMIT)
    if written:
        data[name] = written
    elif NOTES and value is not None:
        leave_out(draft, name + ": expected a text", value)
    if NOTES:
        cut_note(name, value, DIMENSION_LIMIT, draft["notes"])
