# mypy: ignore-errors
# ruff: noqa: the oddities are the point
"""Texts: every character must survive Transcrypt, esbuild and terser."""

ESCAPES = "tab\t newline\n return\r backslash\\ quote' double\" nul\0 bell\a \x7f"
BRACES = "{} {0} {name} {{ }} %s ${x} `tick`"
WIDE = "é ü ß € 中 \u2028 \u2029 \ufeff \u200d 😀 \U000e0001 \U0010ffff"
LONE = "\ud83d and \udc00"
PATTERN = r"[\\x00-\\x1f/?#@\\\\]+\d*$"
TAG = "</script><!-- <script>"
MIXED = "both ' and \" quotes"


def case_escapes():
    """Control characters, quotes, backslashes."""
    return [ESCAPES, MIXED, PATTERN, TAG]


def case_braces():
    """Braces and percent signs, which Transcrypt formats elsewhere."""
    return [BRACES, {"{k}": "{v}"}]


def case_wide():
    """Letters outside ASCII, separators, and what lies beyond the basic plane."""
    return [WIDE, {"schlüssel": "wert"}]


def case_lone():
    """Halves of characters."""
    return LONE


def case_formatted():
    """f-strings, also with quotes and braces in them."""
    name, n, d = "x", 5, {"k": "v"}
    return [f"{name}", f"a{name}b{n}c", f"{name}{n}", f"{{{name}}}", f"{d['k']}'s \"{n + 1}\"", f"plain", f""]


def case_formatted_number_first():
    """Two numbers side by side are text, not a sum."""
    a, b = 1, 2
    return f"{a}{b}" + f"{a + b}"


def case_concatenated():
    """Texts written side by side or joined by plus."""
    return "a" "b" + "c" + ("d" "e")
