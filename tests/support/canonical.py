"""One encoding of values for CPython and the browser, and the special values of vectors.

It tells undefined, null and NaN apart and writes numbers as JavaScript does; ``canonical.js`` is
its other half. CPython's None stands for undefined: null never leaves our code.
"""

from __future__ import annotations

import json
import math
from typing import Any

from paqbridge.native_support import js_number

SPECIAL: dict[str, Any] = {
    "undefined": None,
    "NaN": float("nan"),
    "Infinity": float("inf"),
    "-Infinity": float("-inf"),
    "-0": -0.0,
    "function": lambda: None,
}


def decode(value: Any) -> Any:
    """Replace each ``{"$": name}`` by the special value of that name."""
    if isinstance(value, list):
        return [decode(item) for item in value]
    if isinstance(value, dict):
        if set(value) == {"$"}:
            return SPECIAL[value["$"]]
        return {key: decode(item) for key, item in value.items()}
    return value


def encode(value: Any) -> str:
    """Write a value in the canonical encoding."""
    if isinstance(value, list | tuple):
        return "[" + ",".join(encode(item) for item in value) + "]"
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=True)
    if isinstance(value, int | float):
        return number(value)
    if value is None:
        return special("undefined")
    if isinstance(value, dict):
        return "{" + ",".join(f"{encode(k)}:{encode(value[k])}" for k in sorted(value)) + "}"
    raise TypeError(f"no command holds a {type(value).__name__}")


def number(value: float) -> str:
    """Write a number."""
    if not math.isfinite(value):
        return special(js_number(value))
    is_negative_zero = value == 0 and math.copysign(1, value) < 0
    return special("-0") if is_negative_zero else js_number(value)


def special(name: str) -> str:
    """Write a special value."""
    return json.dumps({"$": name}, separators=(",", ":"))
