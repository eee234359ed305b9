"""One step: a state, a command and the facts of the moment -> the next state, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.native import called_with, merged, read, written
from paqbridge.tracker.text import refuse

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Effect, Facts, State


def step(state: State, command: list[Untrusted], facts: Facts) -> tuple[State, list[Effect]]:
    """Return the state after a command of the state's language, and its effects.

    The given state stays as it is, so that a command that throws has changed nothing.
    """
    name = written(command[0])
    own: dict[str, Untrusted] = {
        "name": name,
        "facts": facts,
        "effects": [],
        "written": {},
        "answer": None,
    }
    draft: State = merged(state, own)
    language = state["language"]
    method = language["first"].get(name) or language["later"].get(name)
    fields = cast("dict[str, Untrusted]", draft)
    if callable(method):
        draft["answer"] = called_with(method, draft, command[1:])
    elif isinstance(method, str):
        given = read(command, "1")
        written(given)  # what can be no text throws here, and not at each later request
        fields[method] = given
    elif method is not None:
        fields[method[0]] = method[1]
    else:
        refuse(draft)
    return draft, draft["effects"]


def in_order(queue: list[Untrusted], names: list[str]) -> list[Untrusted]:
    """Return the commands of a queue in the order in which they run: some names come first."""
    ordered: list[Untrusted] = []
    for name in [*names, None]:
        for command in queue:
            own = read(command, "0")
            if (own if own in names else None) == name:
                ordered.append(command)
    return ordered
