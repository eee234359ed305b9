"""What has arrived at a site's Matomo, in the order in which the page sent it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from demo.matomo_double.hits import Hit, HitStore
from tests.support.tracker_file import PATIENCE

MARK = "end of what the test looks at"
PUSH_MARK = f"() => {{ _paq.push(['trackEvent', 'test', '{MARK}']) }}"
SENT_ALWAYS = (
    "rec r h m s url _id _idn send_image _refts pv_id uadata pdf qt realp wma fla java ag cookie "
    "res beacon urlref ca pf_net pf_srv pf_tfr pf_dm1 pf_dm2 pf_onl"
).split()
"""Parameters that say nothing of the call that a request is about."""


class Arrivals:
    """Looks at the hits of one page after another; beacons overtake one another on their way."""

    def __init__(self, store: HitStore) -> None:
        self.store = store
        self.pages = 0
        self.seen = 0
        self.sent = 0

    def begin(self) -> int:
        """Leave the hits so far to the page before this one; return which page it is."""
        self.seen, self.sent = self.store.last(), 0
        self.pages += 1
        return self.pages

    def until_mark(self, run: Callable[[str], Any]) -> list[dict[str, str]]:
        """Let the page send a mark; return what it has sent before that since the last look."""
        run(PUSH_MARK)
        rows = self.store.wait(self.seen, PATIENCE, self.has_all)
        assert self.has_all(rows), [told(row.parameters) for row in rows]
        *rows, mark = sorted(rows, key=beacon_of)
        assert is_mark(mark)
        self.seen = self.store.last()
        self.sent = beacon_of(mark)
        return [row.parameters for row in rows]

    def has_all(self, rows: list[Hit]) -> bool:
        """Tell whether the mark has arrived, and every beacon that was sent before it."""
        marks = [beacon_of(row) for row in rows if is_mark(row)]
        expected = set(range(self.sent + 1, max(marks, default=0) + 1))
        return len(marks) > 0 and expected <= {beacon_of(row) for row in rows}

    def first(self, count: int) -> list[dict[str, str]]:
        """Wait until so many have arrived of this page's."""
        rows = self.store.wait(self.seen, PATIENCE, lambda rows: len(rows) >= count)
        assert len(rows) == count, [told(row.parameters) for row in rows]
        return [row.parameters for row in sorted(rows, key=beacon_of)]


def is_mark(hit: Hit) -> bool:
    """Tell whether this is the event that ends a look at the hits."""
    return hit.parameters.get("e_a") == MARK


def beacon_of(hit: Hit) -> int:
    """The number that the page gave the beacon of this hit."""
    return int(hit.parameters["beacon"])


def told(parameters: dict[str, str]) -> dict[str, str]:
    """Keep the parameters that say what the call was."""
    return {name: value for name, value in parameters.items() if name not in SENT_ALWAYS}
