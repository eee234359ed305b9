"""The little event emitter that hosts expect of an integration."""

from __future__ import annotations

from typing import Any


def create_emitter(owner: Any) -> Any:
    """Return ``on``, ``once``, ``off`` and ``emit``; each returns ``owner``."""
    listeners: list[Any] = []

    def on(event: str, listener: Any) -> Any:
        listeners.append([event, listener])
        return owner

    def once(event: str, listener: Any) -> Any:
        def first(argument: Any) -> None:
            off(event, first)
            listener(argument)

        return on(event, first)

    def off(event: str, listener: Any) -> Any:
        nonlocal listeners
        listeners = [one for one in listeners if one[0] != event or one[1] != listener]
        return owner

    def emit(event: str, argument: Any) -> Any:
        for one in listeners:
            if one[0] == event:
                one[1](argument)
        return owner

    return {"on": on, "once": once, "off": off, "emit": emit}
