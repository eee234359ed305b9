"""Two plots of the results, as SVG whose bytes follow from the results alone."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.results import Results
from bench.summary import number

DOCS = Path(__file__).resolve().parents[1] / "docs"
OURS, THEIRS, LIGHT = "#0b6e4f", "#8a8f98", 0.45
BAR = 0.38
Row = dict[str, Any]


def plots(results: Results) -> dict[str, bytes]:
    """Return each plot by the name of its file."""
    rows = list(results["lanes"].values())
    style = mpl.rc_context(
        {
            "svg.hashsalt": "paqbridge",
            "svg.fonttype": "none",
            "font.size": 9.0,
            "axes.spines.top": False,
            "axes.spines.right": False,
        }
    )
    with style:
        return {
            "bench-bytes.svg": drawn(bytes_plot([row for row in rows if row["bytes"]["raw"]])),
            "bench-calls.svg": drawn(calls_plot(rows)),
        }


def drawn(data: tuple[Figure, str]) -> bytes:
    """Return the SVG: without a date, and with the digest of what it shows."""
    figure, digest = data
    file = io.BytesIO()
    about = {"Date": None, "Creator": None, "Description": digest}
    figure.savefig(file, format="svg", metadata=about)
    return file.getvalue()


def bytes_plot(rows: list[Row]) -> tuple[Figure, str]:
    """Draw what a page loads before Matomo's own tracker."""
    figure, axes = canvas(rows)
    sizes = [row["bytes"]["gzip"] / 1000 for row in rows]
    bars = axes.barh(range(len(rows)), sizes, color=colours(rows))
    axes.bar_label(bars, fmt="%.1f", padding=3)
    axes.set_xlabel("kB that a page loads before Matomo's own tracker (gzip -9)")
    return figure, digest([[row["title"], row["bytes"]["gzip"]] for row in rows])


def calls_plot(rows: list[Row]) -> tuple[Figure, str]:
    """Draw what a call costs, on a logarithmic scale, with quartiles."""
    figure, axes = canvas(rows)
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


def canvas(rows: list[Row]) -> tuple[Figure, Axes]:
    """Return an empty plot with a line for each lane, the first on top."""
    figure = Figure(figsize=(8, 0.6 + 0.42 * len(rows)), layout="constrained")
    axes = figure.add_subplot()
    axes.set_yticks(range(len(rows)), [row["title"] for row in rows])
    axes.invert_yaxis()
    axes.margins(x=0.1)
    return figure, axes


def colours(rows: list[Row]) -> list[str]:
    """Let ours stand out."""
    return [OURS if row["title"].startswith("paqbridge") else THEIRS for row in rows]


def digest(shown: list[Any]) -> str:
    """Return a text that changes with what a plot shows."""
    return "sha256 of the data: " + hashlib.sha256(json.dumps(shown).encode()).hexdigest()


def draw(results: Results, folder: Path = DOCS) -> None:
    """Write the plots."""
    for name, data in plots(results).items():
        (folder / name).write_bytes(data)
