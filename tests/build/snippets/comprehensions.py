# mypy: ignore-errors
# ruff: noqa: the oddities are the point
"""Comprehensions, any and all."""


def case_list():
    """A list comprehension, with a condition."""
    xs = [1, 2, 3, 4]
    ys = [x * x for x in xs if x != 2]
    return ys


def case_returned():
    """A comprehension may be returned."""

    def doubled(xs):
        return [x + x for x in xs]

    return doubled(["a", "b"])


def case_onto_itself():
    """The name that is assigned may be the one that is walked."""
    xs = [1, 2, 3]
    xs = [x + 1 for x in xs]
    return xs


def case_own_names():
    """A comprehension's names do not touch those outside."""
    x = "outside"
    i = 7
    ys = [x for x in [1, 2]]
    zs = [i for i, y in enumerate(["a", "b", "c"])]
    return [x, i, ys, zs]


def case_first_list_is_outside():
    """The first list is looked up outside, even under the same name."""
    x = [1, 2]
    ys = [x * 2 for x in x]
    return [x, ys]


def case_nested():
    """Two loops, the second over what the first found."""
    rows = [[1, 2], [3]]
    flat = [x for row in rows if len(row) > 0 for x in row if x != 2]
    return flat


def case_dict():
    """A dict comprehension, of pairs and of items."""
    a = {key: value for key, value in [["x", 1], ["y", 2]]}
    b = {key + "!": value * 2 for key, value in a.items()}
    return [a, b]


def case_seen_by_a_closure():
    """Until it is whole, the old value is what others see."""
    xs = [1, 2]

    def seen():
        return len(xs)

    xs = [seen() for y in [1, 2, 3]]
    return xs


def case_into_a_subscript():
    """A comprehension may be stored in a dict."""
    d = {}
    d["k"] = [x for x in [1, 2]]
    return d


def case_in_a_loop():
    """A comprehension starts afresh each time round."""
    out = []
    for n in [1, 2]:
        part = [n * x for x in [1, 2]]
        out.append(part)
    return out


def case_any_all():
    """any and all stop early and give booleans."""
    calls = []

    def test(x):
        calls.append(x)
        return x > 1

    def some(xs):
        return any(test(x) for x in xs)

    def every(xs):
        return all(test(x) for x in xs)

    return [some([1, 2, 3]), every([2, 1, 5]), some([]), every([]), calls]


def case_any_assigned():
    """any and all may be assigned, even onto the name that they read."""
    xs = [1, 2, 3]
    big = any(x > 2 for x in xs)
    small = all(x < 3 for x in xs)
    flag = True
    flag = all(flag and x > 0 for x in xs)
    return [big, small, flag]


def case_any_filtered():
    """any with a condition, any over two loops."""

    def first(xs):
        return any(x for x in xs if x != 1)

    def second(rows):
        return any(x == 3 for row in rows for x in row)

    return [first([1, 1]), first([1, 2]), second([[1], [3]]), second([])]


def case_guarded():
    """``test and all(...)`` gives a boolean and stops at the test."""

    def same(a, b):
        return len(a) == len(b) and all(x in b for x in a)

    def texts(a):
        return isinstance(a, list) and not len(a) == 0 and any(isinstance(x, str) for x in a)

    return [same([1, 2], [1, 2]), same([1], [1, 2]), same([1, 2], [1, 3]), texts([1, "a"]), texts(5)]


def case_anywhere():
    """A list over one list, any and all are expressions like others."""
    xs = [3, 1, 2]
    rows = [["a", 1], ["b", 2]]
    table = {"big": any(x > 2 for x in xs), "more": [x for x in xs if x > 1 and x < 9]}
    few = len([x for x in xs if x > 1])
    names = [[name, count] for name, count in rows] if len(xs) == 0 else [n for n, _ in rows]
    said = "yes" if not all(x > 1 for x in xs) else "no"
    return [table, few, names, said, [y for y in [x + 1 for x in xs] if y != 3]]


def case_items_that_come():
    """What is appended meanwhile is walked, too."""
    xs = [1, 2]

    def grown(x):
        if len(xs) < 5:
            xs.append(x + 10)
        return x

    first = [grown(x) for x in xs]
    return [first, [x for x in xs if grown(x) > 2], any(grown(x) > 90 for x in xs)]
