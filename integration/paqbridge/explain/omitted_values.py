"""Notes on custom dimensions and custom variables that a call gives, and that are not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.explain.left_out import cut, leave_out, unusable
from paqbridge.mapping.full.dimensions import DIMENSION_LIMIT, each_dimension
from paqbridge.mapping.variables import OPTIONS, custom_variables, given_variables
from paqbridge.native import any_text, captured, each, is_dict, read, whole
from paqbridge.read.paths import value_at
from paqbridge.read.values import NAME_LIMIT, event_text
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.command import Note
    from paqbridge.types.event import FullEvent
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import FullSettings


def no_dimension(notes: list[Note], name: str, value: Untrusted) -> None:
    """Note a value that is no text for a dimension, or is cut."""
    unusable(notes, name, value, event_text(value, DIMENSION_LIMIT), "a text")
    cut(notes, name, value, DIMENSION_LIMIT)


def path_omissions(
    notes: list[Note], event: FullEvent, settings: FullSettings, roots: tuple[str, ...]
) -> None:
    """Note what is no text for a dimension at the settings' paths that begin so."""
    for path, name in settings["dimensions"].items():
        if path.split(".")[0] in roots:
            no_dimension(notes, name, value_at(event, path))


def dimension_omissions(notes: list[Note], options: Untrusted) -> None:
    """Note which of a call's own dimensions are not sent."""
    taken: list[str] = []

    def take(value: Untrusted, given: Untrusted) -> None:
        number = captured(POSITIVE_NUMBER, given)
        if number is None:
            name = any_text(given, NAME_LIMIT) or ""
            leave_out(notes, "dimension " + name, "expected the id of a custom dimension", value)
        elif number not in taken:
            if event_text(value, DIMENSION_LIMIT) is not None:
                taken.append(number)
            no_dimension(notes, "dimension" + number, value)

    each_dimension(options, take)


def variable_omissions(notes: list[Note], options: list[Untrusted], limit: int) -> None:
    """Note what stands under the names of variables and is none, or has no slot in Matomo."""
    for given in options:
        for name in OPTIONS:
            value = read(given, name)
            if value is not None and not is_dict(value):
                leave_out(notes, name, "expected an object {index: [name, value]}", value)
    used = [variable[0] for variable in custom_variables(options, limit)]

    def take(variable: Untrusted, index: str) -> None:
        if index not in used:
            expected = "a list of a name and a value"
            if not (captured(POSITIVE_NUMBER, index) and whole(index) <= limit):
                expected = f"an index from 1 to {any_text(limit, NAME_LIMIT)}"
            leave_out(notes, "custom variable " + index, "expected " + expected, variable)

    each(given_variables(options), take)
