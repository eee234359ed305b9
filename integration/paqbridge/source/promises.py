"""What a call answers with: a promise that has the methods of ``analytics`` besides."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.native import chaining, listing
from paqbridge.source.arguments import take_moment

if TYPE_CHECKING:
    from paqbridge.types.page import Action, Guarded, Untrusted
    from paqbridge.types.source import Answered, Keep


@final
class Promises:
    """The promises of one ``analytics``."""

    def __init__(self) -> None:
        self._make: Callable[[Answered, list[Untrusted]], Untrusted] = chaining({})

    def know(self, methods: dict[str, Untrusted]) -> None:
        """Let promises have these methods from now on."""
        self._make = chaining(methods)

    def answering(self, call: Answered) -> Guarded:
        """Return a method that gives ``call`` its arguments, and what keeps its promise."""
        return listing(lambda given: self._make(call, given))

    def answering_at_once(self, call: Callable[[list[Untrusted]], object]) -> Guarded:
        """Return a method whose promise is kept when it has run."""

        def run(given: list[Untrusted], keep: Keep) -> None:
            # A snippet notes the page with whatever it keeps.
            take_moment(given)
            call(given)
            keep(lambda: None)

        return self.answering(run)


def keep_nothing(make: Action) -> None:
    """Keep no promise: nobody has been given one, or it is broken."""
