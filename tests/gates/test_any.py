"""``Any`` switches the type checker off, so each has its reason, and there are few."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "integration" / "paqbridge"

PARAMETERS = {
    "host.listen event": "the browser's own event",
    "host.user_of analytics": "a host's object, which is asked under a guard",
    "host.item_of storage": "a storage of the page, which is asked under a guard",
    "native.call_member method": "a method of a page's object, which is called as it is",
    "native.matches pattern": "what may be a pattern of the page's",
    "native_support.__init__ record": "a dict of ours, whatever it holds",
    "native_support.get default": "as dict.get has it",
    "native.adopt stub": "a snippet's array on the page, another object on CPython",
    "native.drop data": "a dict of ours, whatever it holds",
    "native.has_kinds command": "what the arguments of a command are is what is asked",
    "native.merged first": "the lowering of {**a, **b}, whatever they are",
    "native.merged second": "the lowering of {**a, **b}, whatever they are",
    "native_support.arity function": "any function",
    "native_support.js_value value": "any constant",
    "settings.kinds.like form": "a compiled pattern, of either language",
}
RETURNS = {
    "host.global_value": "what the page has under a name",
    "host.methods_of": "the browser's own methods",
    "host.own_script": "the page's own element, which is asked under a guard",
    "host.parts_of_url": "the browser's own URL",
    "native_support.__missing__": "a value of a dict of ours, whatever it is",
    "native_support.get": "as dict.get has it",
    "host.the_tracker": "Matomo's tracker, which is asked under a guard",
    "host.trusted": "a text, or what Trusted Types make of it",
    "native.merged": "the lowering of {**a, **b}, whatever they are",
    "native_support.js_value": "any constant",
    "transports.paq.queue": "the page's array or the tracker's object, which both have push",
}


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield every function of the package with its dotted name."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{module}.{node.name}", node


def is_any(annotation: ast.expr | None) -> bool:
    """Tell whether an annotation has ``Any`` in it."""
    names = (
        [one.id for one in ast.walk(annotation) if isinstance(one, ast.Name)] if annotation else []
    )
    return "Any" in names


def test_parameters() -> None:
    """No parameter is Any but those with a reason."""
    found = [
        f"{name} {one.arg}"
        for name, node in functions()
        for one in [*node.args.args, *node.args.kwonlyargs]
        if is_any(one.annotation)
    ]
    assert sorted(found) == sorted(PARAMETERS)


def test_returns() -> None:
    """No function returns Any but those with a reason."""
    found = [name for name, node in functions() if is_any(node.returns)]
    assert sorted(found) == sorted(RETURNS)
