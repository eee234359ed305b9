"""What lowering must know of a function before it changes it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

NESTED = (ast.FunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.DictComp, ast.GeneratorExp)
LOOPS = (ast.For, ast.While)


class Facts:
    """Names that others can see or change, and loops whose counter may be the loop's own name."""

    def __init__(self, function: ast.FunctionDef, rebound: frozenset[str]) -> None:
        self.function = function
        self.rebound = rebound
        self.captured = frozenset(_captured(function))
        self.loops = [one for one in ast.walk(function) if isinstance(one, ast.For)]
        self.nonlocals = frozenset(
            name
            for one in _without_functions(function.body)
            if isinstance(one, ast.Nonlocal)
            for name in one.names
        )
        self.plain_counters = frozenset(
            id(loop) for loop in self.loops if self._is_plain(function, loop)
        )
        self._shared = {id(loop): self._find_shared(loop) for loop in self.loops}

    def is_stable(self, value: ast.expr) -> bool:
        """Tell whether ``value`` gives the same however often, and whenever, it is evaluated."""
        if isinstance(value, ast.Name):
            return value.id not in self.rebound
        return isinstance(value, ast.Constant)

    def shared(self, loop: ast.For) -> list[str] | None:
        """Return the names that the body must share with its function, if it can be one itself.

        It can where nothing jumps out of the loop, nobody else sees the loop's own names, and what
        it assigns for others is a variable of the function's.
        """
        if id(loop) in self._shared:
            return self._shared[id(loop)]
        return self._find_shared(loop)

    def _find_shared(self, loop: ast.For) -> list[str] | None:
        own, given = _names(loop.target), _bound(loop.body)
        # A function in the loop sees the names' last values; those of a body's own it would keep.
        if _leaves(loop.body) or own & self.rebound or (own | given) & _captured(loop):
            return None
        shared = [
            name
            for name in sorted(given - own)
            if self._is_seen(name, loop) or not _is_renewed(name, loop.body)
        ]
        is_clear = all(self._is_own(name, loop) for name in own)
        return shared if is_clear and all(self._is_declared(one, loop) for one in shared) else None

    def _is_own(self, name: str, loop: ast.For) -> bool:
        """Tell whether each use of a loop's name is its own, or of a loop beside it."""
        beside = [one for one in self._beside(loop) if name in _names(one.target)]
        known = {id(use) for one in [loop, *beside] for use in _inside(one, name)}
        around = [one for one in self.loops if one is not loop and loop in ast.walk(one)]
        hidden = any(name in _names(one.target) for one in around)
        return not hidden and all(id(use) in known for use in _uses(self.function, name))

    def _is_seen(self, name: str, loop: ast.For) -> bool:
        inside = {id(use) for use in _inside(loop, name)}
        outside = any(id(use) not in inside for use in _uses(self.function, name))
        return outside or name in self.nonlocals

    def _is_declared(self, name: str, loop: ast.For) -> bool:
        """Tell whether the function, or a loop around this one, has the variable."""
        others = [loop, *self._beside(loop)]
        hidden = {id(use) for one in others for use in _uses(one, name)}
        stores = [use for use in _uses(self.function, name) if not _is_read(use)]
        return name in self.nonlocals or any(id(use) not in hidden for use in stores)

    def _beside(self, loop: ast.For) -> list[ast.For]:
        """Return the loops that are neither this one nor around it nor in it."""
        inside = set(ast.walk(loop))
        return [one for one in self.loops if one not in inside and loop not in ast.walk(one)]

    def _is_plain(self, function: ast.FunctionDef, loop: ast.For) -> bool:
        """A counter that outlives its loop, or is changed or seen elsewhere, must stay hidden."""
        name = _counter(loop)
        if name is None or name in self.captured or name in self.rebound:
            return False
        if name in assigned(loop.body):
            return False
        inside = {id(node) for node in _uses(loop, name)}
        return all(id(node) in inside for node in _uses(function, name))


def rebound_names(module: ast.Module) -> frozenset[str]:
    """Return the names that inner functions change by ``nonlocal``."""
    nonlocals = [node.names for node in ast.walk(module) if isinstance(node, ast.Nonlocal)]
    return frozenset(name for names in nonlocals for name in names)


def assigned(body: list[ast.stmt]) -> set[str]:
    """Return the names that these statements bind."""
    return {
        node.id
        for statement in body
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    } | {n.name for s in body for n in ast.walk(s) if isinstance(n, ast.FunctionDef)}


def _without_functions(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Yield the nodes of a block, but for those of functions and comprehensions in it."""
    return _outside(body, NESTED + COMPREHENSIONS)


def _outside(nodes: list[ast.AST], kinds: tuple[type[ast.AST], ...]) -> Iterator[ast.AST]:
    for node in nodes:
        yield node
        if not isinstance(node, kinds):
            yield from _outside(list(ast.iter_child_nodes(node)), kinds)


def _leaves(body: list[ast.stmt]) -> bool:
    """Tell whether something in a loop's body ends more than one of its rounds."""
    returns = any(isinstance(node, ast.Return) for node in _outside(body, NESTED))
    return returns or any(isinstance(node, ast.Break) for node in _outside(body, NESTED + LOOPS))


def _is_renewed(name: str, body: list[ast.stmt]) -> bool:
    """Tell whether each round of a loop binds a name before it looks at it."""
    using = [one for one in body if _uses(one, name) or getattr(one, "name", "") == name]
    first = using[0] if using else None
    if isinstance(first, ast.Assign | ast.AnnAssign):
        return not any(_is_read(use) for use in _uses(first, name))
    if isinstance(first, ast.For) and name in _names(first.target):
        return not _uses(first.iter, name)
    if isinstance(first, ast.If | ast.For | ast.While) and len(using) == 1:
        asked = first.iter if isinstance(first, ast.For) else first.test
        blocks = (first.body, first.orelse)
        return not _uses(asked, name) and all(_is_renewed(name, block) for block in blocks)
    return first is None or isinstance(first, ast.FunctionDef)


def _names(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def _bound(body: list[ast.stmt]) -> set[str]:
    """Return the names that a block binds in its own function."""
    nodes = list(_without_functions(body))
    names = {node.id for node in nodes if isinstance(node, ast.Name) and not _is_read(node)}
    return names | {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


def _is_read(use: ast.AST) -> bool:
    return isinstance(use, ast.Name) and isinstance(use.ctx, ast.Load)


def mentions(node: ast.AST, name: str) -> bool:
    return any(True for _ in _uses(node, name))


def _uses(node: ast.AST, name: str) -> list[ast.AST]:
    """Return where a function's name stands; what has a name of its own like it is left out."""
    here = getattr(node, "id", getattr(node, "arg", "")) == name
    inner = [one for one in ast.iter_child_nodes(node) if not _has_own(one, name)]
    return [node] * here + [use for one in inner for use in _uses(one, name)]


def _inside(loop: ast.For, name: str) -> list[ast.AST]:
    """Return where a name stands in a loop; what is walked is looked up before it begins."""
    return [use for part in [loop.target, *loop.body] for use in _uses(part, name)]


def _has_own(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.FunctionDef):
        kept = [one for one in ast.walk(node) if isinstance(one, ast.Nonlocal)]
        if any(name in one.names for one in kept):
            return False
        return name in _arguments(node) or name in _bound(node.body)
    return isinstance(node, ast.Lambda) and name in _arguments(node)


def _arguments(function: ast.FunctionDef | ast.Lambda) -> set[str]:
    return {one.arg for one in function.args.args}


def _captured(whole: ast.FunctionDef | ast.For) -> set[str]:
    inner = [node for node in ast.walk(whole) if isinstance(node, NESTED)]
    return {
        node.id
        for nested in inner
        if nested is not whole
        for node in ast.walk(nested)
        if isinstance(node, ast.Name)
    }


def _counter(loop: ast.For) -> str | None:
    """Return the name that counts in ``for i in range(..)`` and ``for i, x in enumerate(..)``."""
    if not isinstance(loop.iter, ast.Call) or not isinstance(loop.iter.func, ast.Name):
        return None
    target: ast.expr = loop.target
    if loop.iter.func.id == "enumerate" and isinstance(target, ast.Tuple):
        target = target.elts[0]
    elif loop.iter.func.id != "range":
        return None
    return target.id if isinstance(target, ast.Name) else None
