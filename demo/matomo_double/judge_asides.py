"""Warnings about what accompanies a request: user id, dimensions, custom variables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from demo.matomo_double.judge_values import literal, number
from demo.matomo_double.judgement import Parameters, Server

LONGEST_USER_ID = 200
LONGEST_DIMENSION = 250
DIMENSION = re.compile(r"dimension\d+")


def asides(parameters: Parameters, server: Server) -> Iterator[str]:
    """Warnings that do not depend on what is recorded."""
    yield from about_user(parameters.get("uid"))
    for name, value in parameters.items():
        if DIMENSION.fullmatch(name):
            yield from about_dimension(name, value)
    for name in ("cvar", "_cvar"):
        for index, variable in variables(parameters.get(name)).items():
            yield from about_variable(index, variable, server.custom_variable_limit)
    if variables(parameters.get("e_cvar")):
        yield "Custom variables of the scope event: Matomo ignores them."


def about_user(user: str | None) -> Iterator[str]:
    """Warnings about a user id."""
    yield from literal("user id", user)
    if user and len(user) > LONGEST_USER_ID:
        yield "The user id is over 200 characters: Matomo cuts it."


def about_dimension(name: str, value: str) -> Iterator[str]:
    """Warnings about a custom dimension."""
    yield from literal(f"value of {name}", value)
    if len(value) > LONGEST_DIMENSION:
        yield f"The value of {name} is over 250 characters: Matomo cuts it."


def about_variable(index: str, variable: Any, limit: int) -> Iterator[str]:
    """Warnings about one custom variable, a pair of name and value."""
    slot = number(index)
    if slot > limit:
        yield f"Custom variable {index} is above the limit of {limit}: Matomo drops it."
    elif slot != int(slot):
        yield f"Custom variable {index} overwrites variable {int(slot)}."
    for what, text in zip(("name", "value"), variable, strict=False):
        yield from literal(f"{what} of custom variable {index}", text)


def variables(text: str | None) -> dict[str, Any]:
    """The custom variables of a parameter; none where it is no JSON object of lists."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {index: variable for index, variable in pairs if isinstance(variable, list)}
