"""Custom variables, from a call's own options for this destination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import any_text, captured, each, is_dict, is_list, read, text, whole
from paqbridge.read.values import NAME_LIMIT
from paqbridge.settings.patterns import POSITIVE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Variable

OPTIONS = ("customVars", "cvar")


def custom_variables(options: list[Untrusted], limit: int) -> list[Variable]:
    """Return the variables from index 1 to ``limit``, in this order.

    The page writes ``integrations.Piwik.customVars`` (or ``cvar``) as
    ``{1: [name, value], ...}``; other shapes are left out.
    """
    found: list[Variable] = []

    def take(given: Untrusted, index: str) -> None:
        if captured(POSITIVE_NUMBER, index) and whole(index) <= limit:
            name = text(read(given, "0"), NAME_LIMIT)
            value = any_text(read(given, "1"), NAME_LIMIT)
            if is_list(given) and name and value is not None:
                found.append((index, name, value))

    each(given_variables(options), take)
    return found


def given_variables(options: list[Untrusted]) -> Untrusted:
    """Return the first object under one of the two names, in the order of the places."""
    for given in options:
        for name in OPTIONS:
            value = read(given, name)
            if is_dict(value):
                return value
    return None


def variable_command(variable: Variable, scope: str) -> Command:
    """Return the command of a variable for the ``page`` or the ``visit``."""
    return ["setCustomVariable", *variable, scope]
