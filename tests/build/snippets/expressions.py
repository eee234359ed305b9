# mypy: ignore-errors
# ruff: noqa: the oddities are the point
"""Operators, calls, comparisons, and the parentheses that Transcrypt drops."""


def case_parentheses():
    """What an operator gives can be indexed, called and asked."""
    a = None
    b = {"k": [1, 2], "f": lambda x: x + 1}
    xs, ys = "ab", "cd"
    return [(a or b)["k"], (xs + ys)[2], (a or b)["f"](1), (xs + ys).upper(), (a or b)["k"][-1]]


def case_called_operator():
    """A function chosen by ``or`` or by a condition can be called."""
    f = None

    def g(x):
        return x * 2

    return [(f or g)(2), (g if f is None else f)(3), (lambda x: x - 1)(1)]


def case_precedence():
    """Operators bind as in Python."""
    a, b, c = 2, 3, 4
    return [
        a - (b - c),
        a - b - c,
        a * (b + c),
        -(a + b),
        -(-a),
        a - -b,
        (a + b) * -c,
        a / (b * c) * 12,
        not (a == b),
        (not a) == (b == c),
        not a or b,
        (a or b) and c,
        a or b and c,
        (a < b) == (b < c),
        (a if a > b else b) + c,
        a if a > b else b if b > c else c,
    ]


def case_chain():
    """A chained comparison."""
    x = 5
    return [0 < x < 10, 0 < x <= 5 == x, 0 < x < 3, 5 == x != 6]


def case_equality():
    """Equality is strict: no type is converted."""
    zero, empty, yes = 0, "", True
    return [zero == empty, zero != empty, "1" == 1, yes == 1 and isinstance(yes, str), None is None]


def case_none():
    """None is what is absent; a function that returns nothing gives it."""

    def nothing(x=None):
        if x is not None:
            return x

    return [nothing() is None, nothing(0) is None, nothing(0), nothing(False) is False]


def case_is_true():
    """``is True`` means True itself."""
    return [x is True for x in [True, 1, "a", None]]


def case_in_constants():
    """in, with a few constants, and the same negated."""
    out = []
    for x in ["a", "b", None, 1]:
        out.append([x in ("a", "b"), x not in ("a", None), x in ["a"], x not in (1, 2)])
    return out


def case_in_values():
    """in a list; the left side may be any expression."""
    xs = [1, 2]
    d = {"k": None}
    return [2 in xs, 3 in xs, 3 not in xs, d.get("x") in (1, None)]


def case_len_and_ends():
    """len, the last items, slices."""
    xs = [1, 2, 3, 4]
    s = "hello"
    return [len(xs), len(s), xs[-1], xs[-2], s[-1], xs[1:], xs[:2], xs[1:3], xs[:-1], xs[-2:], s[1:3], xs[:]]


def case_slice_is_a_copy():
    """A slice is a new list."""
    xs = [1, 2]
    ys = xs[:]
    ys.append(3)
    return [xs, ys]


def case_dicts():
    """get, entries, merging; later entries win."""
    a = {"x": 1, "y": 2}
    b = {**a, "y": 3, "about": "documentation"}
    c = {"y": 0, **a, **b, "z": 4}
    d = {**a}
    d["x"] = 9
    return [a, b["y"], c["y"], c["z"], d["x"], a["x"], a.get("x"), a.get("q"), a.get("toString")]


def case_documentation_is_dropped():
    """The entry 'about' is for readers of the source."""
    row = {"name": "n", "about": "what it is"}
    return row.get("name")


def case_stars():
    """Lists are joined by stars, and copied."""
    a, b = [1], [2, 3]
    c = [*a]
    c.append(9)
    return [[*a, *b], [0, *b, 4], [*a, 5, *b], c, a, [*a, [1, 2]]]


def case_methods():
    """Methods of text."""
    s = "  Hello World "
    return [
        s.lower(),
        s.upper(),
        s.strip(),
        s.strip().startswith("He"),
        s.strip().endswith("x"),
        s.find("World"),
        s.rfind("o"),
        s.find("?"),
        "a,b,,c".split(","),
        "-".join(["x", "y"]),
        "".join([]),
    ]


def case_isinstance():
    """Types: text, booleans, numbers, lists, dicts; several at once."""

    def kind(x):
        if isinstance(x, bool):
            return "bool"
        if isinstance(x, (int, float)):
            return "number"
        if isinstance(x, str):
            return "text"
        if isinstance(x, (list, dict)):
            return "list" if isinstance(x, list) else "dict"
        return "function" if callable(x) else "none"

    return [kind(x) for x in [True, 0, 1.5, "", [], {}, None, kind]]


def case_ternaries():
    """Conditions inside conditions."""
    out = []
    for n in [-1, 0, 1]:
        out.append("neg" if n < 0 else "zero" if n == 0 else "pos")
    return out


def case_short_circuit():
    """and and or give a value, and stop as soon as it is known."""
    log = []

    def say(x):
        log.append(x)
        return x

    a = say(0) or say("b") or say("c")
    b = say("d") and say(None) and say("e")
    return [a, b, log]


def case_numbers():
    """Numbers in every form."""
    return [1, -1, 0.5, 1e21, 1e-7, 5e3, 1_000]
