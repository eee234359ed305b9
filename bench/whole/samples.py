"""What was seen of a whole page, and the row of the results that is made of it."""

from __future__ import annotations

from collections import defaultdict
from statistics import mode
from typing import Any

from bench.summary import summary
from bench.whole.departures import DEPARTURES, Departure

FIGURES = ("first_hit_ms", "script_ms", "phone_first_hit_ms", "phone_longest_ms")


class Samples:
    """Figures by name, one for each look."""

    def __init__(self) -> None:
        self.found: dict[str, list[float]] = defaultdict(list)

    def add(self, name: str, value: float) -> None:
        """Put one look to the others."""
        self.found[name].append(value)

    def row(self, title: str) -> dict[str, Any]:
        """Return what is known of a page; bytes and requests are the same at each look but for
        a hit that is quicker than a request made beside it."""
        tasks = self.found["phone_long_tasks"]
        return {
            "title": title,
            "requests": int(mode(self.found["requests"])),
            "bytes": int(mode(self.found["bytes"])),
            **{name: summary(self.found[name]) for name in FIGURES},
            "phone_long_tasks": {"found": int(sum(tasks)), "loads": len(tasks)},
            "leaving": {one.name: self.departure(one) for one in DEPARTURES},
        }

    def departure(self, departure: Departure) -> dict[str, Any]:
        """Return how a page was left: hits that arrived in all visits, and what held it up."""
        arrived = self.found[f"{departure.name}_arrived"]
        return {
            "visits": len(arrived),
            "sent": len(arrived) * (departure.events + 1),
            "arrived": int(sum(arrived)),
            "in_order": int(sum(self.found[f"{departure.name}_in_order"])),
            "blocked_ms": summary(self.found[f"{departure.name}_blocked_ms"]),
        }
