"""Python's values as JavaScript that stands in a script element, and cannot end it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
"""What JSON can say."""

LARGEST = 2**53 - 1
"""JavaScript rounds whole numbers above."""

DEEPEST = 40
"""No setting is as deep; what is may well hold itself."""

ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""``</script>`` and ``<!--`` would end the element or its script; ``&`` is for pages of XML."""

PROTO = re.compile(r'([{,])"__proto__":')
"""A key that would name an object's prototype. No text has this: its quotes have a backslash."""


class NoPlainValue(ValueError):
    """Says where a value is that JSON has no form for, and what it is."""


def literal(value: Plain) -> str:
    """Return a value as JavaScript in ASCII; it means the same wherever a script may stand."""
    text = json.dumps(value, allow_nan=False, separators=(",", ":")).translate(ESCAPES)
    return PROTO.sub(r'\1["__proto__"]:', text)


def plain(value: object, at: str, depth: int = 0) -> Plain:
    """Return a copy of a value with JSON's types alone; ``at`` says where it is, for the error.

    Mappings and sequences of any type are taken, and whole numbers as keys, which become texts.
    Raises ``NoPlainValue`` for NaN and the infinite, for whole numbers that JavaScript would round,
    and for all other types.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, int | float):
        return plain_number(value, at)
    if depth > DEEPEST:
        raise NoPlainValue(f"{at[:60]}...: too deep, or it holds itself")
    if isinstance(value, Mapping):
        named = [(plain_key(key, at), one) for key, one in value.items()]
        return {key: plain(one, f"{at}.{key}", depth + 1) for key, one in named}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [plain(one, f"{at}.{index}", depth + 1) for index, one in enumerate(value)]
    kind = type(value).__name__
    raise NoPlainValue(f"{at}: JSON has no {kind}: take a text, a number, a list or a dict")


def plain_text(text: str) -> str:
    """Return a text as it is, also where its type has another ``str``, as an enum's has."""
    return str.__str__(text)


def plain_number(value: int | float, at: str) -> int | float:
    """Return a number that JavaScript has as well."""
    if isinstance(value, int):
        if abs(value) > LARGEST:
            raise NoPlainValue(f"{at}: JavaScript would round so large a number: write a text")
        return int(value)
    if not math.isfinite(value):
        raise NoPlainValue(f"{at}: JSON has no {value}")
    return float(value)


def plain_key(key: object, at: str) -> str:
    """Return the text that a key is in JavaScript."""
    if isinstance(key, str):
        return plain_text(key)
    if isinstance(key, int) and not isinstance(key, bool):
        return str(int(key))
    raise NoPlainValue(f"{at}: a key is a text, not a {type(key).__name__}")
