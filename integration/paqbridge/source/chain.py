"""Middleware of the page's: functions that see, change or drop a message before it goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.calls.payload import payload_of
from paqbridge.host import warn
from paqbridge.native import guarded, is_dict, is_list, is_null, property_name, read, settled
from paqbridge.read.options import NAMES
from paqbridge.source.once import once

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.source import Message

OWN = "Piwik"
"""The destination's own name, as Segment knows it."""


@final
class Chain:
    """The functions of a page, in the order in which they came, each for one destination or for
    the source, whose name is empty."""

    def __init__(self) -> None:
        self._links: list[tuple[str, Guarded, bool]] = []
        self._complain = once(lambda given: warn("middleware is a function", given))

    def add(self, name: str, functions: list[Untrusted], is_old: bool) -> None:
        """Add functions, or lists of them; what is none is warned of, once.

        ``is_old`` functions take payload, name and ``next`` one by one.
        """
        for one in functions:
            if callable(one):
                self._links.append((name, one, is_old))
            elif is_list(one):
                self.add(name, one, is_old)
            elif one is not None:
                self._complain(one)

    def is_empty(self) -> bool:
        """Tell whether there is none."""
        return len(self._links) == 0

    def run(self, name: str, message: Message, go_on: Callable[[Message | None], object]) -> None:
        """Lead a message through the functions for ``name``, which is the destination's as it is
        called, or empty; None where one drops it.

        One drops it that calls ``next`` with nothing, or has not called it by its end (of its
        promise, if it returns one), or throws: nothing passes a consent hook that has failed.
        """
        folded = destination_name(name)
        links = [one for one in self._links if one[0] == folded or (name != "" and one[0] == "*")]

        def step(index: int, passed: Message | None) -> None:
            if passed is None or index == len(links):
                go_on(passed)
            else:
                link = links[index]
                through(link[1], link[2], name, passed, lambda rest: step(index + 1, rest))

        step(0, message)


def through(
    middle: Guarded,
    is_old: bool,
    name: str,
    message: Message,
    go_on: Callable[[Message | None], object],
) -> None:
    """Lead a message through one function."""
    passed: Message | None = None
    payload = payload_of(message)

    def pass_on(given: Untrusted) -> None:
        nonlocal passed
        rest = read(given, "obj")
        passed = rest if is_dict(rest) else None
        if passed is None and not is_null(given):
            warn("middleware: next wants its payload", given)

    def call() -> Untrusted:
        following = guarded(pass_on)
        if is_old:
            return middle(payload, name, following)
        return middle(
            {
                "payload": payload,
                "integration": name,
                "integrations": message["integrations"],
                "next": following,
            }
        )

    def fail(error: Untrusted) -> None:
        warn("middleware threw: the call is dropped", error)
        go_on(None)

    settled(call, lambda _: go_on(passed), fail)


def destination_name(name: Untrusted) -> str:
    """Return the folded name of a destination, this one's where it is one of ours, or ``*``."""
    folded = property_name(name) if isinstance(name, str) and name != "*" else "*"
    return NAMES[0] if folded in NAMES else folded
