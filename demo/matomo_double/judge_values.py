"""How Matomo reads the texts that should be numbers, and what to say of texts that are none."""

from __future__ import annotations

import re

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
DECIMAL_COMMA = re.compile(r"([+-]?\d+),\d+")
# What JavaScript makes of absent values and of objects that are joined to a text.
LITERALS = ("null", "undefined", "NaN", "[object Object]")


def number(text: str | None) -> float:
    """The number that Matomo reads; what is not written as one counts as 0."""
    return float(text) if text and NUMBER.fullmatch(text) else 0


def event_value(text: str | None) -> float | None:
    """The value of an event: none where it is empty, cut at a decimal comma."""
    if not text:
        return None
    comma = DECIMAL_COMMA.fullmatch(text)
    return float(comma[1]) if comma else number(text)


def quoted(text: str) -> str:
    """A text as people quote it, whatever it holds."""
    return f"“{text}”"


def written(value: float) -> str:
    """A number, without a fraction that says nothing."""
    return f"{value:.12g}"


def misread(what: str, text: str | None) -> list[str]:
    """A warning where a text is meant as a number and Matomo reads another one."""
    if not text or NUMBER.fullmatch(text):
        return []
    if what == "value" and DECIMAL_COMMA.fullmatch(text):
        return [f"The {what} {quoted(text)} loses what follows its comma."]
    return [f"The {what} {quoted(text)} is not a number: Matomo counts 0."]


def literal(what: str, text: str | None) -> list[str]:
    """A warning where a text is what JavaScript writes for no text at all."""
    if text not in LITERALS:
        return []
    return [f"The {what} is the text {quoted(text)}: the argument should have been left out."]
