"""How requests write what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from paqbridge.native import (
    changed,
    drop,
    floored,
    is_list,
    is_true,
    read_member,
    url_encoded,
    written,
)

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

    T = TypeVar("T")

HEX = "0123456789abcdef"

NO_HINTS = "%7B%7D"
"""What a browser says that says nothing of itself."""


def pair(name: str, value: Untrusted) -> str:
    """Return a parameter, with the ampersand ahead of it; any value becomes text."""
    return f"&{name}={url_encoded(written(value))}"


def said(name: str, value: Untrusted) -> str:
    """Return a parameter, if its value is one that JavaScript takes for true."""
    return pair(name, value) if is_true(value) else ""


def listed(value: Untrusted) -> list[str]:
    """Return the texts of a list, or of one text."""
    texts: list[Untrusted] = value if is_list(value) else [value] if isinstance(value, str) else []
    return [written(one) for one in texts]


def title_of(state: State, value: Untrusted) -> str:
    """Return a title that is a text, or the text of a title's element; else the page's."""
    inner = read_member(value, "text") or value
    return inner if isinstance(inner, str) else state["page"]["title"]


def cut(text: str, mark: str) -> list[str]:
    """Return what stands before a mark, and the rest with the mark; empty where there is none."""
    at = text.find(mark)
    return [text, ""] if at < 0 else [text[:at], text[at:]]


def drawn(state: State, count: int) -> str:
    """Return so many digits to the base 16, by the step's source of randomness.

    Of a page view, which has six, the server asks within one visit alone.
    """
    text = ""
    while len(text) < count:
        place = floored(state["facts"]["random"]() * 16)
        text += HEX[place]
    return text


def emit(state: State, what: str, subject: Untrusted = None) -> None:
    """Have something done after the step: see ``types.tracker.Effect``."""
    state["effects"].append((what, subject))


def refuse(state: State) -> None:
    """Have the page's developers told, once, that a command cannot be followed."""
    name = state["name"]
    if not state["refused"].get(name):
        state["refused"] = changed(state["refused"], name, True)
        emit(state, "refuse")


def without(table: dict[str, T], key: str) -> dict[str, T]:
    """Return a copy of a table that lacks an entry."""
    copy = {**table}
    drop(copy, key)
    return copy
