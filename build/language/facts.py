"""The facts of the source language that lint, lowering and bundling share. Tables, mostly."""

from __future__ import annotations

PACKAGE = "paqbridge"
NATIVE = f"{PACKAGE}.native"
HOST = f"{PACKAGE}.host"
FLAGS = f"{PACKAGE}.flags"
TYPES = f"{PACKAGE}.types"
WEB = f"{PACKAGE}.web"

FRONT = frozenset({PACKAGE, f"{PACKAGE}.__main__", f"{PACKAGE}.apps"})
"""What Python sites import or run, and Django looks for: CPython's own, a way into ``web``."""

JS_MODULES = frozenset({NATIVE, HOST})
"""Modules that may give a function a JavaScript body, and that speak of a page's own objects."""

PAGE_OBJECTS = JS_MODULES | {
    f"{PACKAGE}.transports.paq",
    f"{PACKAGE}.elements",
    f"{PACKAGE}.tracker.shell.blocks",
    f"{PACKAGE}.tracker.shell.clicks",
    f"{PACKAGE}.tracker.shell.facts",
    f"{PACKAGE}.tracker.shell.sending",
    f"{PACKAGE}.tracker.shell.tracker",
}
"""Modules that may call what follows a dot, and read it, whatever object of the page it is."""

CPYTHON_ONLY = frozenset({TYPES, WEB, f"{PACKAGE}.native_support"})
"""What never reaches a page, with all below it: types, what ``native`` needs on CPython, and what
runs on servers and command lines, which nothing else may import."""

DOCUMENTATION = frozenset({"about", "alias", "group", "build", "typescript"})
"""Entries that are for readers, in a dict that has an entry ``about``: the row of a table."""

TYPING_MODULES = frozenset({"__future__", "typing", "collections.abc"})

JS_MARKERS = frozenset({"js", "js_value"})

BUILTIN_CALLS = frozenset({"len", "isinstance", "callable"})
"""Built-in functions that may be called anywhere in an expression."""

LOOP_BUILTINS = frozenset({"range", "enumerate"})
QUANTIFIERS = frozenset({"any", "all"})
TYPE_NAMES = frozenset({"str", "bool", "list", "dict", "int", "float"})
BUILTINS = BUILTIN_CALLS | LOOP_BUILTINS | QUANTIFIERS | TYPE_NAMES | {"Exception"}

RENAMED_METHODS = {
    "lower": ("toLowerCase", 0),
    "upper": ("toUpperCase", 0),
    "strip": ("trim", 0),
    "startswith": ("startsWith", 1),
    "endswith": ("endsWith", 1),
    "find": ("indexOf", 1),
    "rfind": ("lastIndexOf", 1),
    "split": ("split", 1),
}
"""Python method -> its JavaScript name and number of arguments."""

LOOPED_METHODS = ("items", "keys", "values")
LOWERED_METHODS = frozenset({"get", "join", "append", *LOOPED_METHODS})

REFUSED_METHODS = {
    "replace": "JavaScript's replaces only the first match; write a helper in native.py",
    "format": "it needs Transcrypt's runtime; write an f-string",
    "pop": "JavaScript's takes no index or default; keep an index, or write a helper in native.py",
    "sort": "JavaScript sorts by text; write a helper in native.py",
    "reverse": "pages replace it; loop with range(len(xs) - 1, -1, -1)",
    "insert": "JavaScript has no such method; write [x, *xs]",
    "extend": "JavaScript has no such method; write xs = [*xs, *ys]",
    "remove": "JavaScript has no such method; build a new list",
    "index": "it throws where JavaScript answers -1; write .find on text, a loop on a list",
    "count": "JavaScript has no such method; write a loop",
    "update": "JavaScript has no such method; write {**a, **b}",
    "setdefault": "JavaScript has no such method; test `d.get(k) is None`, then assign",
    "copy": "JavaScript has no such method; write [*xs] or {**d}",
    "clear": "JavaScript has no such method; assign a new list or dict",
    "title": "JavaScript has no such method",
    "isdigit": "JavaScript has no such method; write a pattern in native.py",
    "lstrip": "JavaScript has no such method; write a helper in native.py",
    "rstrip": "JavaScript has no such method; write a helper in native.py",
}

JS_WORDS = frozenset(
    """
    arguments await break case catch class const continue debugger default delete do else enum
    eval export extends false finally for function if implements import in instanceof interface
    let new null package private protected public return static super switch this throw true try
    typeof undefined var void while with yield NaN Infinity
    """.split()
)
"""Words that strict JavaScript refuses, or that mean something, as names."""

JS_GLOBALS = frozenset(
    """
    Array Boolean Date Error JSON Math Number Object Promise Reflect RegExp String Symbol TypeError
    URL URLSearchParams Uint8Array decodeURI decodeURIComponent encodeURIComponent isFinite isNaN
    parseFloat parseInt unescape Infinity NaN undefined Proxy WeakMap
    """.split()
)

PAGE_GLOBALS = frozenset(
    """
    window self document navigator console location history screen localStorage sessionStorage
    setTimeout clearTimeout setInterval clearInterval addEventListener removeEventListener
    globalThis MutationObserver XMLHttpRequest fetch performance crypto _paq
    """.split()
)
"""Names that only host.py may say."""

HOST_GLOBALS = JS_GLOBALS | PAGE_GLOBALS
"""What a finished bundle may leave undefined."""


def is_within(module: str | None, *packages: str) -> bool:
    """Tell whether a module is one of ``packages``, or lies below one."""
    return any(f"{module}.".startswith(f"{one}.") for one in packages)
