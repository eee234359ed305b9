"""What the lint says: what is wrong, why, and what to write instead. A table; no logic."""

from __future__ import annotations

import ast

RUNTIME = "Transcrypt compiles it into its runtime, which never ships"

REFUSED_NODES: dict[type[ast.AST], str] = {
    ast.With: f"with: {RUNTIME}; call the two functions yourself",
    ast.Raise: "raise: nothing of ours may throw into a page; return None or a note",
    ast.Assert: "assert: it vanishes in the browser; test it in tests/",
    ast.Global: "global: module names are shared by every instance; keep the value in a dict",
    ast.Delete: "del: JavaScript deletes no variables; build a new dict or set the entry to None",
    ast.Match: "match: Transcrypt compiles it wrongly, without a word; write if and elif",
    ast.NamedExpr: "a walrus: Transcrypt compiles it wrongly; assign on a line of its own",
    ast.Yield: f"yield: {RUNTIME}; return a list",
    ast.YieldFrom: f"yield from: {RUNTIME}; return a list",
    ast.Await: "await: nothing here waits; pass a callback",
    ast.AsyncFunctionDef: "async def: nothing here waits; pass a callback",
    ast.AsyncFor: "async for: nothing here waits; pass a callback",
    ast.AsyncWith: "async with: nothing here waits; pass a callback",
    ast.Set: f"a set: {RUNTIME}; write a list, or a dict of True",
    ast.SetComp: f"a set: {RUNTIME}; write a list, or a dict of True",
    ast.TryStar: "except*: JavaScript has no groups of errors; write `except Exception:`",
    ast.Starred: "a star here: Transcrypt compiles it wrongly; only [*a, b] is lowered",
    ast.Slice: "a slice here: only x[a:b] on its own is lowered",
    ast.Import: "import x: its names would need the runtime; write `from paqbridge.x import name`",
    ast.GeneratorExp: (
        "a generator: it needs the runtime; in a function it may stand in any(... for ...) and "
        "all(... for ...); write a list, or a loop"
    ),
    ast.ListComp: (
        "this list inside an expression: it is lowered to a loop, which needs a statement of its "
        "own; assign it to a name, or return it; [f(x) for x in xs] and [x for x in xs if test] "
        "may stand anywhere in a function"
    ),
    ast.DictComp: (
        "a dict comprehension inside an expression: it is lowered to a loop, which needs a "
        "statement of its own; assign it to a name, or return it"
    ),
}

OPERATORS: dict[type[ast.operator] | type[ast.unaryop], str] = {
    ast.Mod: "%: JavaScript's differs for negative numbers; write an f-string for text, a helper "
    "in native.py for numbers",
    ast.FloorDiv: "//: JavaScript has no such operator; write a helper in native.py",
    ast.Pow: "**: Transcrypt writes Math.pow, which pages replace; multiply",
    ast.MatMult: "@: JavaScript has no such operator",
    ast.BitAnd: "&: JavaScript cuts numbers to 32 bits; write arithmetic or `and`",
    ast.BitOr: "|: JavaScript cuts numbers to 32 bits; write arithmetic or `or`",
    ast.BitXor: "^: JavaScript cuts numbers to 32 bits; write arithmetic",
    ast.LShift: "<<: JavaScript cuts numbers to 32 bits; multiply",
    ast.RShift: ">>: JavaScript cuts numbers to 32 bits; divide in native.py",
    ast.Invert: "~: JavaScript cuts numbers to 32 bits; write arithmetic",
    ast.UAdd: "unary +: JavaScript's turns text into numbers; leave it out",
}

BUILTIN_CALLS = {
    "str": "str(): Python and JavaScript write values differently; use a helper of native.py",
    "int": "int(): JavaScript reads numbers differently; use a helper of native.py",
    "float": "float(): JavaScript reads numbers differently; use a helper of native.py",
    "bool": "bool(): [] and {} are true in JavaScript; write the comparison you mean",
    "list": "list(): write [*xs]",
    "dict": "dict(): write {**d}",
    "sorted": "sorted(): JavaScript sorts by text; write a helper in native.py",
    "min": "min(): needs the runtime; write `a if a < b else b`",
    "max": "max(): needs the runtime; write `a if a > b else b`",
    "abs": "abs(): needs the runtime; write `-x if x < 0 else x`",
    "sum": "sum(): needs the runtime; write a loop",
    "round": "round(): the two languages round halves differently; write a helper in native.py",
    "zip": "zip(): needs the runtime; loop with range(len(xs))",
    "map": "map(): needs the runtime; write a comprehension",
    "filter": "filter(): needs the runtime; write a comprehension",
    "print": "print(): needs the runtime; host.py speaks to the console",
    "type": "type(): needs the runtime; write isinstance",
    "getattr": "getattr(): needs the runtime; read page data through native.py",
    "setattr": "setattr(): needs the runtime; write d['key'] = value",
    "hasattr": "hasattr(): needs the runtime; read page data through native.py",
    "property": "property(): Transcrypt gives the name a meaning of its own; rename the function",
    "globals": "globals(): Transcrypt gives the name a meaning of its own; rename the function",
    "super": "super(): Transcrypt gives the name a meaning of its own; rename the function",
    "range": "range() outside `for i in range(...)`: it needs the runtime; write the loop",
    "enumerate": "enumerate() outside `for i, x in enumerate(xs)`: it needs the runtime",
    "any": "any() here: in a function write any(test for x in xs)",
    "all": "all() here: in a function write all(test for x in xs)",
}

DEFAULT = (
    "a default other than None: Transcrypt tests for it in every call; "
    "write `=None`, then `if x is None` in the body"
)
KEYWORD = "a keyword argument: without its runtime Transcrypt drops the name; pass it by position"
ARGUMENTS = "*, /, *args or **kwargs: JavaScript calls by position; name each parameter"
DECORATOR = "a decorator: it would run in every page; call the function where you need it"
JS_ELSEWHERE = "js or js_value: only native.py and host.py may hold JavaScript; write Python here"
PATTERN = (
    "pattern() here: it becomes a literal of the script; write `NAME = pattern('...')`, or an "
    "entry of a table, with one plain text, at the top level"
)
JS_TEXT = "js and js_value take their JavaScript as one plain text"
BACKREFERENCE = (
    "a group that a pattern with the flag u refers back to: in a text with signs beyond Latin 1 "
    "WebKit's exec finds nothing behind it; leave out u, or the group"
)
LOOP_ELSE = "else after a loop: Transcrypt needs a flag for it; return, or keep the flag yourself"
TOP_LEVEL = "a statement that runs when the script loads: every page pays for it; write a function"
TARGETS = "several targets: Transcrypt goes through a temporary; write one assignment a line"
TARGET = "this target: only a name, d['key'], or (in a function) a tuple of names is lowered"
HANDLER = (
    "this try: only `try: ... except Exception:` is lowered, without a name, else or finally, "
    "since a page may throw what is no error"
)
NO_EFFECT = "an expression that does nothing: JavaScript would drop it; delete it or use its value"
FOR_TARGET = "this loop target: use a name, or a tuple of names for a list of lists"
FOR_RANGE = "this range: one to three arguments, the step a whole number written out"
FOR_ENUMERATE = "this enumerate: write `for i, x in enumerate(xs)`, without a start"
FOR_ITEMS = "this loop over a dict: write `for k, v in d.items()`, `for k in d.keys()`"
CHAIN = "a chain whose middle is no name or constant: it would be evaluated twice; give it a name"
IDENTITY = "is: JavaScript has no identity of values; only None, True, False go with it; write =="
EQUALS_NONE = "== None: null and undefined are two things in JavaScript; write `is None`"
IN_ORDER = "in, with calls on both sides: the order of evaluation would turn round; name one first"
METHOD = (
    "this method: JavaScript's may differ or be missing, and a page may have replaced it; "
    "write d['name'](...) for a function in a dict, or a helper in native.py"
)
ATTRIBUTE = (
    "an attribute: only methods of the package's classes follow a dot, and records are dicts; "
    "write d['name']"
)
FIELD = "a field of another object: the browser has them as variables; give its class a method"
CLASS_INSIDE = "a class inside something: each call would make it anew; move it to the top level"
CLASS_FINAL = (
    f"a class that is not plainly final: {RUNTIME}; write `@final` above it and nothing in "
    "parentheses, or, for a record, a TypedDict in types"
)
CLASS_BODY = (
    "this in a class: it is lowered to a function, where only methods have a meaning; assign "
    "fields in __init__, and constants at the top level of the module"
)
CLASS_DECORATOR = (
    "a decorator on a method: methods become plain functions; write a method that is called, or a "
    "function of the module"
)
CLASS_DUNDER = "is called by no browser: name the method, and call it"
CLASS_METHOD_NAME = "means something else after a dot in one of the languages: rename the method"
CLASS_SELF_FIRST = "a method whose first parameter is not self: its calls leave that one out"
CLASS_SELF = (
    "self as a value: in the browser there is no such thing; it may only stand before a dot, so "
    "pass a method or a field"
)
CLASS_LOOP = "a field as a loop's target: give the item a name, and assign that"
CLASS_RETURN = "a return in __init__: the function that it becomes gives the methods; write if"
CLASS_UNKNOWN = "is neither a method nor a field that __init__ assigns: assign it there"
CLASS_METHOD_SET = "is a method: it is never assigned; keep a function in a field"
CLASS_FIELD_NAME = (
    "is no name for a field: only methods are seen from outside; begin it with one underscore"
)
JOIN = "join on what is no text constant: write ', '.join(xs)"
APPEND = "append inside an expression: it gives nothing; write it on a line of its own"
ITEMS = "items() or values() outside a loop: JavaScript has no such method; loop over it"
GET = "get with a default: the default would be evaluated always; test `is None` afterwards"
INSTANCE = "this isinstance: only str, bool, list, dict and (int, float) have a counterpart"
INSTANCE_NUMBER = "int or float alone: JavaScript has one kind of number; write (int, float)"
INSTANCE_BOOL = (
    "a number test without a bool test: True is an int in Python, no number in JavaScript; "
    "test isinstance(x, bool) first, in the same function"
)
INSTANCE_NAME = "several types of what is no name: it would be evaluated twice; give it a name"
STEP = "a slice with a step: JavaScript has none; write a loop"
LAST = "a negative index of what is no name: it would be evaluated twice; give it a name"
NEGATIVE = "a negative index that is not written out: JavaScript would look for a key; use len"
INDEX = "this index: JavaScript keys are text or whole numbers"
SLICE_TARGET = "a slice as a target: JavaScript has none; build a new list"
DICT_KEY = (
    "a dict key that is no text constant: Transcrypt needs its runtime for it; write d[key] = value"
)
DICT_PROTO = "the key __proto__: JavaScript takes it for the prototype; rename it"
FORMAT = "a format in an f-string: it needs the runtime; write the plain value"
LIST_PLUS = "+ on a list: JavaScript would make text of it; write [*a, *b]"
TEXT_TIMES = "* on text: JavaScript would make a number of it; write it out"
CONSTANT = "this constant: only text, numbers, True, False and None exist in both languages"
BIG_NUMBER = "this number: JavaScript is exact only up to 2**53"
LAMBDA_INSIDE = "a lambda in a comprehension: all of them would share one variable; write a loop"
QUANTIFIED = (
    "any() or all() over range, enumerate or the entries of a dict: a function is called with the "
    "items of a list; take d.keys() first, or write a loop"
)
TRUTH = "the truth of a list or dict: [] and {} are true in JavaScript; write len(x) > 0"
SAME = "== on a list or dict: JavaScript compares identity; compare what is inside"
IN_TEXT = "in, on text: it is for lists; write text.find(part) >= 0"
IN_DICT = "in, on a dict: `contains` looks into lists; write d.get(key) is not None"
DICT_LENGTH = "len of a dict: JavaScript's have none; write len(d.keys())"
FORMATTED = "a list or dict in an f-string: the two languages write them differently"
OVER_DICT = "a loop over a dict: JavaScript has none; write `for k in d.keys()`"
OVER_TEXT = "a loop over text: JavaScript counts in halves of characters; write it in native.py"
PAGE_NAME = "a name of the page: only host.py may say it; add a function there"
UNKNOWN_NAME = "an unknown name: in a browser it would be a global; define or import it"
JS_WORD = "a name that JavaScript keeps for itself: choose another"
DUNDER = "a name with double underscores: Transcrypt gives some a meaning of its own; rename it"
ASCII_NAME = "a name outside ASCII: write it in plain letters"
IMPORT_STAR = "import *: nobody can see what it brings; name what you need"
IMPORT_MODULE = "an import from outside the package: nothing of it is in the bundle; use native.py"
IMPORT_INSIDE = "an import inside a function: JavaScript imports at the top only; move it there"
IMPORT_MISSING = "there is no such module or name: check the spelling"
IMPORT_WEB = (
    "an import of what runs on servers only: nothing of web/ may reach a page, and nothing else "
    "of the package may need it; turn the dependency round"
)
IMPORT_CYCLE = "modules that import each other: the browser runs one before the other is ready"
