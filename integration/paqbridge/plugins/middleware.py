"""Destination middleware: functions of the page that see, change or drop a call first."""

from __future__ import annotations

from typing import Any

from paqbridge.native import after, json_text, parsed, read


def create_middleware(name: str) -> Any:
    """Return ``add``, ``is_empty`` and ``run`` for the destination called ``name``.

    ``run(message)`` returns a promise of the message as the functions leave it: None where one
    drops it. Where one throws the promise is broken, so that nothing passes a consent wrapper that
    failed.
    """
    functions: list[Any] = []

    def add(first: Any, second: Any, third: Any, fourth: Any, fifth: Any) -> None:
        for one in [first, second, third, fourth, fifth]:
            if callable(one):
                functions.append(one)

    def pass_on(index: int, message: Any) -> Any:
        if message is None or index == len(functions):
            return message
        return after(applied(functions[index], message), lambda rest: pass_on(index + 1, rest))

    def applied(one: Any, message: Any) -> Any:
        passed: Any = None

        def go_on(payload: Any) -> None:
            nonlocal passed
            passed = read(payload, "obj")

        # What it changes is for this destination alone.
        payload = {"obj": parsed(json_text(message))}
        result = one({"payload": payload, "integration": name, "next": go_on})
        return after(result, lambda _: passed)

    return {
        "add": add,
        "is_empty": lambda: len(functions) == 0,
        "run": lambda message: after(message, lambda first: pass_on(0, first)),
    }
