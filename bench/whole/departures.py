"""How a page is left: with so many events, so long after its page view, for such a next page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Departure:
    """``events`` are made ``after`` so many seconds, and the page is left at once.

    The next page takes ``answer`` seconds to come. 0 is one that is there, as from a cache;
    otherwise the page that is left lives on meanwhile, and what waits may still leave.
    """

    events: int
    after: float
    answer: float = 0.0

    @property
    def name(self) -> str:
        """What the results call it."""
        return f"{self.events}_{self.after}_{self.answer}"


EVENTS = (1, 5, 20)
MOMENTS = ((0.1, 0.0), (0.3, 0.0), (1.0, 0.0), (0.1, 0.2))
"""When a page is left, and how long the next one takes."""

DEPARTURES = tuple(Departure(events, *moment) for events, moment in product(EVENTS, MOMENTS))
HARDEST = Departure(20, 0.1)
