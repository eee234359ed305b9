"""Two plots of whole pages: what they cost at the start, and what becomes of them when left."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.drawing import Row, canvas, colours, digest
from bench.summary import number
from bench.whole.departures import HARDEST

ROOM = 1.18
"""The longest bar ends before its panel does: its figure stands behind it."""


def start_plot(pages: list[Row]) -> tuple[Figure, str]:
    """Draw what a page loads until its first hit, and how long a phone takes for that."""
    figure, (left, right) = canvas(pages, panels=2)
    kilobytes = [page["bytes"] / 1000 for page in pages]
    waits = [page["phone_first_hit_ms"]["median"] for page in pages]
    bars(left, pages, kilobytes, [f"{size:.1f}" for size in kilobytes])
    left.set_xlabel("kB until the first hit (gzip -9)")
    bars(right, pages, waits, [number(wait) for wait in waits])
    right.set_xlabel("ms until the first hit, on a phone")
    return figure, digest([[page["title"], page["bytes"]] for page in pages] + waits)


def leaving_plot(pages: list[Row]) -> tuple[Figure, str]:
    """Draw how long a page is held up when it is left, and how many of its hits arrive."""
    figure, (left, right) = canvas(pages, panels=2)
    found = [page["leaving"][HARDEST.name] for page in pages]
    blocked = [one["blocked_ms"]["median"] for one in found]
    bars(left, pages, blocked, [number(one) for one in blocked])
    left.set_xlabel("ms that the main thread is blocked")
    shares = [one["arrived"] / one["visits"] for one in found]
    bars(right, pages, shares, [f"{share:.3g}" for share in shares])
    right.set_xlabel(f"hits that arrive, of {HARDEST.events + 1}")
    return figure, digest([[page["title"], one] for page, one in zip(pages, found, strict=True)])


def bars(panel: Axes, pages: list[Row], values: list[float], labels: list[str]) -> None:
    """Draw a panel's bars, each with its figure behind it."""
    shown = panel.barh(range(len(pages)), values, color=colours(pages))
    panel.bar_label(shown, labels, padding=3)
    panel.set_xlim(0, ROOM * max(values))
