# mypy: ignore-errors
# ruff: noqa: the oddities are the point
"""Loops. Each ``case_`` gives the same on CPython and, minified, in JavaScript."""


def case_list():
    """A list is walked in order."""
    out = []
    for x in [3, 1, 2]:
        out.append(x * 2)
    return out


def case_iterated_once():
    """The iterated expression is evaluated once."""
    calls = []

    def items():
        calls.append(1)
        return [1, 2, 3]

    total = 0
    for x in items():
        total += x
    return [total, len(calls)]


def case_growing_list():
    """What is appended while looping is walked too."""
    xs = [1, 2]
    for x in xs:
        if len(xs) < 6:
            xs.append(x * 10)
    return xs


def case_rebound_list():
    """Binding the list's name anew in the body changes nothing about the loop."""
    xs = [1, 2, 3]
    seen = []
    for x in xs:
        xs = [9]
        seen.append(x)
    return [seen, xs]


def case_target_is_the_list():
    """The loop may take the list's own name."""
    xs = [4, 5]
    for xs in xs:
        pass
    return xs


def case_list_changed_by_a_closure():
    """A function that binds the list's name anew does not move the loop."""
    xs = [1, 2, 3]
    seen = []

    def spoil():
        nonlocal xs
        xs = []

    for x in xs:
        spoil()
        seen.append(x)
    return seen


def case_nested_same_name():
    """An inner loop may take the outer loop's name."""
    out = []
    for x in [1, 2]:
        for x in [x * 10, x * 100]:
            out.append(x)
        out.append(x)
    return out


def case_continue_break():
    """continue goes on, break stops the inner loop only."""
    out = []
    for a in [1, 2, 3, 4]:
        if a == 2:
            continue
        for b in [1, 2, 3]:
            if b == 3:
                break
            out.append(a * b)
    return out


def case_name_after_the_loop():
    """The last item stays in the loop's name."""
    for x in [1, 2, 3]:
        pass
    for i in range(4):
        pass
    for j, y in enumerate([7, 8]):
        pass
    return [x, i, j, y]


def case_enumerate():
    """enumerate counts from 0."""
    return_value = []
    for i, x in enumerate(["a", "b"]):
        return_value.append([i, x])
    return return_value


def case_enumerate_changed_index():
    """Changing the index in the body does not move the loop."""
    out = []
    for i, x in enumerate([5, 6, 7]):
        i += 10
        out.append([i, x])
    return out


def case_enumerate_pairs():
    """enumerate goes over pairs, too."""
    out = []
    for i, (a, b) in enumerate([[1, 2], [3, 4]]):
        out.append(i + a * b)
    return out


def case_pairs():
    """A list of lists is taken apart."""
    pairs = [["a", 1], ["b", 2]]
    out = []
    for key, value in pairs:
        out.append(key)
        out.append(value)
    return out


def case_range():
    """range counts from, to and by."""
    out = []
    for i in range(3):
        out.append(i)
    for i in range(2, 5):
        out.append(i)
    for i in range(10, 0, -4):
        out.append(i)
    for i in range(0, 7, 3):
        out.append(i)
    return out


def case_range_end_once():
    """range's end is evaluated once, whatever the body does to it."""
    xs = [1, 2]
    n = 3
    out = []
    for _ in range(len(xs)):
        xs.append(0)
    for i in range(n):
        n = 5
        out.append(i)
    return [xs, out]


def case_range_changed_counter():
    """Changing the counter in the body does not move the loop."""
    out = []
    for i in range(3):
        out.append(i)
        i = 100
    return out


def case_range_order():
    """range's start is evaluated before its end."""
    log = []

    def say(x):
        log.append(x)
        return x

    for i in range(say(1), say(3)):
        log.append(i)
    return log


def case_late_binding():
    """Closures in a loop share its variables, as Python's do."""
    makers = []
    for i in range(3):
        makers.append(lambda: i)
    for i, x in enumerate(["a", "b"]):
        makers.append(lambda: [i, x])
    return [make() for make in makers]


def case_dict_items():
    """items, keys and values walk the entries in order."""
    d = {"x": 1, "y": 2}
    out = []
    for k, v in d.items():
        out.append([k, v])
    for k in d.keys():
        out.append(k)
    for v in d.values():
        out.append(v)
    return out


def case_dict_changed():
    """An entry may be changed while its dict is walked."""
    d = {"x": 1, "y": 2}
    for k, v in d.items():
        d[k] = v + 1
    return d


def case_while():
    """while, with break and continue."""
    out = []
    n = 0
    while True:
        n += 1
        if n == 2:
            continue
        if n > 4:
            break
        out.append(n)
    return out


def case_return_inside():
    """A return leaves every loop."""

    def find(rows, wanted):
        for i, row in enumerate(rows):
            for j, x in enumerate(row):
                if x == wanted:
                    return [i, j]
        return None

    return [find([[1, 2], [3, 4]], 3), find([[1]], 9)]


def case_loop_in_branch():
    """A loop in either branch of an if, and in a try."""
    out = []

    def fill(flag):
        if flag:
            for x in [1, 2]:
                out.append(x)
        elif flag is None:
            for i, x in enumerate([3]):
                out.append(i + x)
        else:
            try:
                for x in [5]:
                    out.append(x)
            except Exception:
                out.append(0)

    fill(True)
    fill(None)
    fill(False)
    return out


def case_counter_shared_by_two_loops():
    """Two loops may use one counter, and code between them may read it."""
    out = []
    for i in range(2):
        out.append(i)
    out.append(i)
    for i in range(3):
        out.append(i)
    return out


def case_late_binding_of_a_counter():
    """A closure sees the counter's last value, not the one that ended the loop."""
    makers = []
    for n in range(3):
        makers.append(lambda: n)
    for m, x in enumerate(["a", "b"]):
        makers.append(lambda: [m, x])
    return [make() for make in makers]


def case_counter_changed_by_a_closure():
    """A function that changes the counter does not move the loop."""

    def walk():
        n = 0
        out = []

        def jump():
            nonlocal n
            n = 100

        for n in range(3):
            out.append(n)
            jump()
        return out

    return walk()


def case_sums():
    """What a loop adds up is the function's, in and behind the loop, with an inner loop or two."""
    total, text, last = 0, "", None
    for x in [1, 2, 3]:
        if x == 2:
            continue
        total += x
        for y in ["a", "b"]:
            if y == "a" and x == 3:
                continue
            text += y
            last = [x, y]
    for x in [10]:
        total += x
    return [total, text, last, x]


def case_same_names():
    """Loops, inner functions and comprehensions may use one name, each for its own."""
    out = []

    def doubled(x):
        return x * 2

    for x in [1, 2]:
        out.append(doubled(x))
    for x in [3]:
        for y in [x]:
            out.append(y)
    squares = [x * x for x in out]
    return [out, squares]


def case_only_in_a_loop():
    """A name that a loop alone binds can be read behind it."""
    for x in [1, 2]:
        found = x
    for x in [3]:
        found += x
    return found


def case_shared_by_a_closure():
    """A loop in a function may change what is another function's."""
    count = 0

    def add(xs):
        nonlocal count
        for x in xs:
            count += x

    add([1, 2])
    add([3])
    return count


def case_dict_sums():
    """Entries, keys and values are added up, in an order of their own, as they are by then."""
    table, text = {"a": 1, "b": 2}, ""
    for key, value in table.items():
        if value == 1:
            table["b"] = 3
        text += key
    total = 0
    for value in table.values():
        total += value
    for key in table.keys():
        text += key
    for place, one in enumerate(["x", "y"]):
        text += one
        total += place
    return [text, total]


def case_kept_between_rounds():
    """What one round binds, a later one finds."""
    seen = []
    for x in [1, 2, 3]:
        if x == 1:
            y = 10
        else:
            y = y + x
        if x > 1:
            seen.append(y)
    return seen


def case_argument_added_up():
    """A loop may add to an argument, in a try and a while too."""

    def added(total, xs):
        for x in xs:
            try:
                if x == 2:
                    continue
                while x > 0:
                    x -= 1
                    if x == 1:
                        continue
                    total += 1
            except Exception:
                total = -1
        return total

    return [added(10, [1, 2, 3]), added(0, [])]


def case_walks_what_another_left():
    """A loop may walk what the name of a loop before it was left with."""
    out = []
    for y in [1, 2]:
        out.append(y)
    for y in [y, y + 1]:
        out.append(y)
    for z in [3]:
        w = [z]
    for z in w:
        w = [z, z]
        out.append(z)
    return [out, w]
