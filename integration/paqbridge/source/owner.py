"""The object that a page knows as ``analytics``: ours, or the stub that has taken our methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.host import run_as
from paqbridge.native import read_member

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


@final
class Owner:
    """Who answers where a method returns ``analytics``, and is ``this`` in listeners."""

    def __init__(self, first: Untrusted) -> None:
        self._current = first

    def current(self) -> Untrusted:
        """Return the object."""
        return self._current

    def call(self, name: str, given: list[Untrusted]) -> Untrusted:
        """Call a method as the page has it by now: it may have put a function around ours."""
        method = read_member(self._current, name)
        return run_as(method, self._current, given) if callable(method) else None

    def become(self, published: Untrusted) -> None:
        """Be another from now on."""
        self._current = published
