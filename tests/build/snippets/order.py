# mypy: ignore-errors
# ruff: noqa: the oddities are the point
"""The order in which things are evaluated, and names that inner functions change."""


def case_append_that_appends():
    """An appended call may append to the same list first."""
    out = []

    def walk(n):
        if n > 0:
            out.append(walk(n - 1))
        return n

    walk(3)
    return out


def case_append_deep():
    """The list is found before the item is made."""
    state = {"queue": [1]}

    def replace():
        state["queue"] = [7]
        return 2

    old = state["queue"]
    state["queue"].append(replace())
    return [old, state["queue"]]


def case_append_to_a_call():
    """The list may come from a call, which is made once."""
    lists = [[], []]
    calls = []

    def one():
        calls.append(1)
        return lists[0]

    one().append(5)
    return [lists, len(calls)]


def case_value_before_target():
    """A value is made before its place is looked up."""
    d = {"a": {"x": 0}}
    old = d["a"]

    def renew():
        d["a"] = {"x": 1}
        return 2

    d["a"]["x"] = renew()
    return [old["x"], d["a"]["x"]]


def case_key_changed_by_the_value():
    """A value may change the key that it is stored under."""
    d = {}
    key = "first"

    def second():
        nonlocal key
        key = "second"
        return 1

    d[key] = second()
    return d


def case_arguments():
    """Arguments are evaluated from left to right."""
    log = []

    def say(x):
        log.append(x)
        return x

    def three(a, b, c):
        return [a, b, c]

    result = three(say(1), say(2), say(3))
    table = {"a": say(4), "b": [say(5), say(6)]}
    total = say(7) + say(8) * say(9)
    return [result, table, total, log]


def case_augmented():
    """``+=`` reads before it evaluates the right side."""
    n = 1

    def bump():
        nonlocal n
        n = 10
        return 5

    n += bump()
    d = {"n": 1}
    d["n"] += 2
    xs = [1, 2]
    xs[1] *= 5
    xs[-1] -= 1
    text = "a"
    text += "b"
    return [n, d, xs, text]


def case_swap():
    """Names can be swapped; a pair can be taken apart."""
    a, b = 1, 2
    a, b = b, a
    c, d = [3, 4]

    def pair():
        return "x", "y"

    e, f = pair()
    return [a, b, c, d, e, f]


def case_nonlocal():
    """An inner function changes its outer one's names, and only those it says."""
    count = 0
    other = 0

    def up():
        nonlocal count
        other = 5
        count += 1
        return other

    up()
    up()
    return [count, other]


def case_counters():
    """Each call of the outer function has names of its own."""

    def counter():
        n = 0

        def up():
            nonlocal n
            n += 1
            return n

        return up

    a, b = counter(), counter()
    return [a(), a(), b()]


def case_recursion():
    """Functions call themselves and each other."""

    def even(n):
        return True if n == 0 else odd(n - 1)

    def odd(n):
        return False if n == 0 else even(n - 1)

    return [even(10), odd(7), even(3)]


def case_functions_as_values():
    """Functions are kept in dicts and lists, and passed on."""

    def twice(f, x):
        return f(f(x))

    table = {"add": lambda x: x + 1, "double": lambda x: x * 2}
    names = [name for name in table.keys()]
    return [twice(table["add"], 1), table["double"](5), names]


def case_shadowing():
    """A parameter hides a name outside, and may be bound anew."""
    x = "outside"

    def inner(x, y=None):
        x = x + "!"
        if y is None:
            y = "default"
        return [x, y]

    return [inner("a"), inner("b", "c"), x]


def case_try():
    """Whatever is thrown is caught, and the work done before it stays."""
    out = []

    def broken():
        nothing = None
        return nothing["key"]["deeper"]

    def careful():
        try:
            out.append("before")
            broken()
            out.append("never")
        except Exception:
            out.append("caught")
            return "handled"
        return "not handled"

    return [careful(), out]


def case_try_in_a_loop():
    """continue and break leave a try."""
    out = []
    for x in [1, 2, 3, 4]:
        try:
            if x == 2:
                continue
            if x == 4:
                break
            out.append(x)
        except Exception:
            out.append("never")
    return out


def case_append_onto_a_changed_name():
    """The item goes to the list that the name stood for before the item was made."""
    xs = [1]
    old = xs

    def renew():
        nonlocal xs
        xs = [9]
        return 2

    xs.append(renew())
    return [old, xs]
