# mypy: ignore-errors
# ruff: noqa: the oddities are the point
"""Final classes: what they keep, what they give, and names that could clash."""

from typing import final


@final
class Counter:
    """Counts in steps."""

    def __init__(self, start, step=None):
        """Begin."""
        self._count = start
        self._step = 1 if step is None else step
        self._seen: list[int] = []

    def advance(self):
        """One step."""
        self._count += self._step
        self._note(self._count)
        return self._count

    def _note(self, count):
        if count not in self._seen:
            self._seen.append(count)

    def seen(self):
        return [*self._seen]

    def forget(self):
        seen = self._seen
        self._seen = []
        return seen


def case_keeps_its_state():
    """Each object has fields of its own; a method calls another."""
    one, two = Counter(0), Counter(10, 5)
    return [one.advance(), one.advance(), two.advance(), one.seen(), two.forget(), two.seen()]


def case_methods_are_values():
    """A method without a call remembers its object."""
    counter = Counter(0)
    advance = counter.advance
    step = [advance, counter.advance]
    advance()
    step[1]()
    return counter.advance()


def case_method_of_what_a_call_gives():
    """What follows a dot needs no name before it."""

    def make():
        return Counter(7)

    table = {"counter": make()}
    return [make().advance(), table["counter"].advance(), table["counter"].advance()]


@final
class Began:
    """Calls its own methods while it is made."""

    def __init__(self, log):
        log.append("first")
        self._log = log
        self._ready = False
        self._add("second")
        self._later = self._add
        log.append("third")
        if len(log) > 2:
            self._ready = True

    def _add(self, what):
        self._log.append(what)
        self._ready = None

    def state(self):
        self._later("fourth")
        ready = self._ready
        return [ready, *self._log]


def case_order_of_the_beginning():
    """The statements of ``__init__`` run in their order."""
    log = []
    began = Began(log)
    return [[*log], began.state()]


def limit(x):
    return ["function", x]


@final
class Shadowed:
    """``limit`` is a parameter in one place, and the module's function in another."""

    def __init__(self, limit, other):
        local = [limit, other]

        def inner(limit):
            return [limit, other]

        self._kept = local
        self._inner = inner
        self._names = [other for other in [1, 2]]

    def both(self):
        other = 3
        local = self._kept
        return [limit(other), local, self._inner(4), self._names]


def case_names_of_the_beginning():
    """What ``__init__`` calls by a name does not hide what a method calls so."""
    return Shadowed(1, 2).both()


@final
class Names:
    """Names that lowering, JavaScript or Transcrypt might use."""

    def __init__(self, first, arguments_, name):
        self._this = first
        self._new = arguments_
        self._name = name
        self._list1 = [1]
        self._delete = 4

    def read(self, keys):
        """The name of a helper."""
        table = {"a": self._this}
        names = [key for key in table.keys()]
        return [table.get("a"), keys, names, {**table, "b": self._delete}]

    def loop(self):
        out = []
        for one in self._list1:
            out.append(one)
        for number, one in enumerate(self._list1):
            out.append(number + one)
        return out

    def self(self, name):
        return [self._name, name, self._new]

    def list1(self):
        return self._list1[-1]


def case_names():
    """Fields and methods clash with no helper, and with no hidden name."""
    names = Names(1, 2, 3)
    return [names.read(5), names.loop(), names.self(6), names.list1()]


@final
class Changing:
    """Fields that change in every way that a field may."""

    def __init__(self):
        self._a, self._b = 1, 2
        self._list = [1, 2, 3]
        self._table = {}
        self._found = False

    def swap(self):
        self._a, self._b = self._b, self._a
        self._a += 10
        self._list[0] = self._a
        self._table["b"] = self._b

    def from_inside(self, values):
        def add(value):
            self._a += value

        def add_all():
            for value in values:
                add(value)
            self._list = [value for value in values if value > self._b]

        run = lambda: self._a + 1
        add_all()
        return run()

    def between(self):
        self._list.append(self._grow())
        return self._a + self._grow() + self._a

    def _grow(self):
        self._a += 1
        self._list = [*self._list, self._a]
        return self._a

    def over(self):
        seen = []
        for one in self._list:
            seen.append(one)
            self._list = []
        return seen

    def has(self, number):
        found = any(one == number for one in self._list)
        self._found = found
        return self._found

    def all(self):
        return [self._a, self._b, self._list, self._table]


def case_changes():
    """A field is what it was last assigned, whoever did it and when."""
    one = Changing()
    out = [one.all()]
    one.swap()
    out.append(one.all())
    out.append(one.from_inside([1, 2, 3]))
    out.append(one.between())
    out.append(one.all())
    out.append(one.over())
    out.append([one.has(5), one.has(1)])
    return [*out, one.all()]


@final
class Taken:
    """Parameters that become fields, and what is not the same thing afterwards."""

    def __init__(self, plain, changed, twice, later, shadowed, rebound, first):
        self._plain = plain
        self._changed = changed
        self._twice = twice
        self._copy = twice
        self._later = later
        self._shadowed = shadowed
        rebound += 1
        self._rebound = rebound
        self._first = first
        self._first_again = first

        def inner(shadowed):
            return [shadowed, self._shadowed, later]

        self._inner = inner

    def change(self):
        self._changed += 1
        self._later += 1
        self._first += 1

    def all(self, plain):
        return [
            plain,
            self._plain,
            self._changed,
            self._twice,
            self._copy,
            self._later,
            self._inner(9),
            self._rebound,
            self._first,
            self._first_again,
        ]


def case_parameters_that_become_fields():
    """A field that is changed leaves the parameter as it was, wherever that is seen."""
    one = Taken(1, 2, 3, 4, 5, 6, 7)
    before = one.all(0)
    one.change()
    return [before, one.all(0)]


@final
class Stateless:
    """Has methods, and nothing to keep."""

    def double(self, x):
        return self._twice(x)

    def _twice(self, x):
        return x + x


def case_stateless():
    """A class without ``__init__`` has its methods all the same."""
    return [Stateless().double(4), Stateless().double("a")]


@final
class Wrapped:
    """Holds an object of another class."""

    def __init__(self, counter):
        self._counter = counter

    def advance(self):
        """A method of the same name as the other's."""
        return [self._counter.advance(), self._counter.advance]

    def none(self):
        return None


def case_wrapped():
    """Objects call each other's methods."""
    advanced = Wrapped(Counter(1)).advance()
    return [advanced[0], advanced[1](), Wrapped(None).none()]
