"""The plots of the results: two of whole pages, two of what comes before Matomo's tracker."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

from bench.drawing import LIGHT, Row, canvas, colours, digest, drawn, style
from bench.results import Results
from bench.summary import number
from bench.whole.plots import leaving_plot, start_plot

DOCS = Path(__file__).resolve().parents[1] / "docs"
BAR = 0.38


def plots(results: Results) -> dict[str, bytes]:
    """Return each plot by the name of its file."""
    rows = list(results["lanes"].values())
    pages = list(results["pages"]["rows"].values())
    with style():
        return {
            "bench-start.svg": drawn(start_plot(pages)),
            "bench-leaving.svg": drawn(leaving_plot(pages)),
            "bench-bytes.svg": drawn(bytes_plot([row for row in rows if row["bytes"]["raw"]])),
            "bench-calls.svg": drawn(calls_plot(rows)),
        }


def bytes_plot(rows: list[Row]) -> tuple[Figure, str]:
    """Draw what a page loads before Matomo's own tracker."""
    figure, (axes,) = canvas(rows)
    sizes = [row["bytes"]["gzip"] / 1000 for row in rows]
    bars = axes.barh(range(len(rows)), sizes, color=colours(rows))
    axes.bar_label(bars, fmt="%.1f", padding=3)
    axes.set_xlabel("kB that a page loads before Matomo's own tracker (gzip -9)")
    return figure, digest([[row["title"], row["bytes"]["gzip"]] for row in rows])


def calls_plot(rows: list[Row]) -> tuple[Figure, str]:
    """Draw what a call costs, on a logarithmic scale, with quartiles."""
    figure, (axes,) = canvas(rows)
    axes.set_xscale("log")
    for offset, kind, alpha in ((-BAR / 2, "plain_us", 1.0), (BAR / 2, "full_us", LIGHT)):
        places = [index + offset for index in range(len(rows))]
        medians = [row[kind]["median"] for row in rows]
        axes.barh(places, medians, BAR, color=colours(rows), alpha=alpha)
        for place, row in zip(places, rows, strict=True):
            axes.plot(row[kind]["quartiles"], [place, place], color="black", linewidth=0.8)
            right = max(row[kind]["median"], row[kind]["quartiles"][1])
            axes.text(right * 1.15, place, number(row[kind]["median"]), va="center", fontsize=7)
    axes.set_xlabel("µs per track(): plain (dark), with 2 custom variables and a goal (light)")
    return figure, digest([[row["title"], row["plain_us"], row["full_us"]] for row in rows])


def draw(results: Results, folder: Path = DOCS) -> None:
    """Write the plots."""
    for name, data in plots(results).items():
        (folder / name).write_bytes(data)
