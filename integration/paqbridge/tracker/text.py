"""How requests write what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from paqbridge.native import floored, is_dict, url_encoded, written

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

    T = TypeVar("T")


def pair(name: str, value: Untrusted) -> str:
    """Return a parameter, with the ampersand ahead of it; any value becomes text."""
    return f"&{name}={url_encoded(written(value))}"


def is_filled(value: Untrusted) -> bool:
    """Tell a number, or a text that is not empty; blanks count."""
    if isinstance(value, bool):
        return False
    return isinstance(value, (int, float)) or (isinstance(value, str) and value != "")


def listed(value: Untrusted) -> list[str]:
    """Return the texts of a list, or of one text."""
    found: list[str] = []
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        for one in value:
            found.append(written(one))
    return found


def text_of_title(value: Untrusted) -> str | None:
    """Return a title that is a text, or the text of a title's element; else None."""
    inner = value.get("text") if is_dict(value) else None
    if isinstance(inner, str):
        return inner
    return value if isinstance(value, str) else None


def drawn(state: State, alphabet: str, count: int) -> str:
    """Return so many characters of an alphabet, by the step's source of randomness."""
    text = ""
    while len(text) < count:
        place = floored(state["facts"]["random"]() * len(alphabet))
        text += alphabet[place]
    return text


def emit(state: State, what: str, subject: Untrusted) -> None:
    """Have something done after the step: see ``types.tracker.Effect``."""
    state["effects"].append((what, subject))


def refuse(state: State) -> None:
    """Have the page's developers told, once, that a command cannot be followed."""
    name = state["name"]
    if not state["refused"].get(name):
        state["refused"] = changed(state["refused"], name, True)
        emit(state, "refuse", None)


def changed(table: dict[str, T], key: str, value: T) -> dict[str, T]:
    """Return a copy of a table with an entry set."""
    copy = {**table}
    copy[key] = value
    return copy
