"""Notes on custom dimensions and custom variables that a call gives, and that are not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.explain.left_out import cut, note
from paqbridge.mapping.full.dimensions import DIMENSION_LIMIT, ROOTS, value_at
from paqbridge.mapping.variables import OPTIONS, given_variables
from paqbridge.native import any_text, captured, each, is_dict, is_list, read, text, whole
from paqbridge.read.values import NAME_LIMIT
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.command import Note
    from paqbridge.types.event import FullEvent
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import FullSettings

SHAPE = "expected a list of a name and a value"


def dimension_omissions(event: FullEvent, settings: FullSettings) -> list[Note]:
    """Note values that are no text for a dimension, and ids that are none."""
    notes: list[Note] = []
    for path, name in settings["dimensions"].items():
        if path.split(".")[0] in ROOTS:
            notes = [*notes, *no_dimension(name, value_at(event, path))]
    for options in event["options"]:
        notes = [*notes, *own_dimension_omissions(options)]
    return notes


def own_dimension_omissions(options: Untrusted) -> list[Note]:
    """Note which of a call's own dimensions are not sent."""
    notes: list[Note] = []
    taken: list[str] = []

    def take(value: Untrusted, given: Untrusted) -> None:
        nonlocal notes
        number = captured(POSITIVE_NUMBER, given)
        if number is None:
            name = any_text(given, NAME_LIMIT) or ""
            notes.append(note(f"dimension {name}: expected the id of a custom dimension", value))
        elif number not in taken:
            if text(value, DIMENSION_LIMIT) is not None:
                taken.append(number)
            notes = [*notes, *no_dimension("dimension" + number, value)]

    def take_item(item: Untrusted, index: str) -> None:
        take(read(item, "dimensionValue"), read(item, "dimensionId"))

    each(read(options, "dimensions"), take)
    each(read(options, "customDimension"), take_item)
    return notes


def variable_omissions(event: FullEvent, settings: FullSettings) -> list[Note]:
    """Note what stands under the names of variables and is none, or has no slot in Matomo."""
    notes: list[Note] = []
    limit = settings["customVariableLimit"]
    for given in event["options"]:
        for name in OPTIONS:
            value = read(given, name)
            if value is not None and not is_dict(value):
                notes.append(note(name + ": expected an object {index: [name, value]}", value))

    def take(variable: Untrusted, index: str) -> None:
        if not (captured(POSITIVE_NUMBER, index) and whole(index) <= limit):
            highest = any_text(limit, NAME_LIMIT)
            said = f"custom variable {index}: expected an index from 1 to {highest}"
            notes.append(note(said, variable))
        elif not is_variable(variable):
            notes.append(note("custom variable " + index + ": " + SHAPE, variable))

    each(given_variables(event["options"]), take)
    return notes


def is_variable(given: Untrusted) -> bool:
    """Tell whether a value is a list of a name and a value."""
    has_name = text(read(given, "0"), NAME_LIMIT) is not None
    return is_list(given) and has_name and any_text(read(given, "1"), NAME_LIMIT) is not None


def no_dimension(name: str, value: Untrusted) -> list[Note]:
    """Note a value that is no text for a dimension, or is cut."""
    notes: list[Note] = []
    if value is not None and text(value, DIMENSION_LIMIT) is None:
        notes.append(note(name + ": expected a text", value))
    return [*notes, *cut(name, value, DIMENSION_LIMIT)]
