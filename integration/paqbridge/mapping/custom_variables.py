"""Custom variables of page scope, from a call's own options for this destination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import NOTES
from paqbridge.mapping.notes import index_note, leave_out, variable_notes
from paqbridge.native import any_text, captured, each, is_dict, is_list, read, whole
from paqbridge.read.values import NAME_LIMIT, text
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types import Command, Note

SHAPE = "expected a list of a name and a value"
OPTIONS = ("customVars", "cvar")


def custom_variables(
    options: list[Any], limit: int, commands: list[Command], notes: list[Note]
) -> None:
    """Append a ``setCustomVariable`` for each variable from index 1 to ``limit``, in this order.

    The page writes ``integrations.Piwik.customVars`` (or ``cvar``) as
    ``{1: [name, value], ...}``; other shapes are left out with a note.
    """

    def take(variable: Any, index: str) -> None:
        if captured(POSITIVE_NUMBER, index) and whole(index) <= limit:
            name = text(read(variable, "0"), NAME_LIMIT)
            value = any_text(read(variable, "1"), NAME_LIMIT)
            if is_list(variable) and name and value is not None:
                commands.append(["setCustomVariable", index, name, value, "page"])
            elif NOTES:
                leave_out(notes, "custom variable " + index + ": " + SHAPE, variable)
        elif NOTES:
            index_note(index, limit, variable, notes)

    if NOTES:
        variable_notes(OPTIONS, options, notes)
    each(given_variables(options), take)


def given_variables(options: list[Any]) -> Any:
    """Return the first object under one of the two names, in the order of the places."""
    for given in options:
        for name in OPTIONS:
            value = read(given, name)
            if is_dict(value):
                return value
    return None
