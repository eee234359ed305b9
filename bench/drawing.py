"""What all plots have in common: a bar for each row, as SVG whose bytes follow from the results."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

OURS, THEIRS, LIGHT = "#0b6e4f", "#8a8f98", 0.45
Row = dict[str, Any]


def style() -> AbstractContextManager[None]:
    """Draw text as text, and the same bytes each time."""
    return mpl.rc_context(
        {
            "svg.hashsalt": "paqbridge",
            "svg.fonttype": "none",
            "font.size": 9.0,
            "axes.spines.top": False,
            "axes.spines.right": False,
        }
    )


def drawn(data: tuple[Figure, str]) -> bytes:
    """Return the SVG: without a date, and with the digest of what it shows."""
    figure, digest = data
    file = io.BytesIO()
    about = {"Date": None, "Creator": None, "Description": digest}
    figure.savefig(file, format="svg", metadata=about)
    return file.getvalue()


def canvas(rows: Sequence[Row], panels: int = 1) -> tuple[Figure, list[Axes]]:
    """Return panels side by side, each with a line for each row, the first on top."""
    figure = Figure(figsize=(8, 0.6 + 0.42 * len(rows)), layout="constrained")
    axes = [figure.add_subplot(1, panels, index + 1) for index in range(panels)]
    for index, panel in enumerate(axes):
        titles = [row["title"] for row in rows] if index == 0 else [""] * len(rows)
        panel.set_yticks(range(len(rows)), titles)
        panel.set_ylim(len(rows) - 0.5, -0.5)
    return figure, axes


def colours(rows: Sequence[Row]) -> list[str]:
    """Let ours stand out."""
    return [OURS if "paqbridge" in row["title"] else THEIRS for row in rows]


def digest(shown: list[Any]) -> str:
    """Return a text that changes with what a plot shows."""
    return "sha256 of the data: " + hashlib.sha256(json.dumps(shown).encode()).hexdigest()
