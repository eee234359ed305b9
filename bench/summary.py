"""Samples in, one row of the results out; and how a figure is written."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median, quantiles
from typing import Any, TypedDict


class Summary(TypedDict):
    """The median and the quartiles around it, of so many samples."""

    median: float
    quartiles: list[float]
    samples: int


def summary(samples: Iterable[float]) -> Summary:
    """Return the middle of the samples and how far they spread."""
    found = list(samples)
    low, _, high = quantiles(found, n=4, method="inclusive") if len(found) > 1 else found * 3
    return {
        "median": short(median(found)),
        "quartiles": [short(low), short(high)],
        "samples": len(found),
    }


def short(value: float) -> float:
    """Round to four digits: more would only be noise in the history of the file."""
    return float(f"{value:.4g}")


def number(value: float) -> str:
    """Write a number with three digits that count, or as a whole one."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value else "0"


def figure(row: Any, name: str) -> str:
    """Return a median and its quartiles, or nothing where it was not measured."""
    if name not in row:
        return ""
    low, high = (number(value) for value in row[name]["quartiles"])
    return f"{number(row[name]['median'])} <sub>{low}..{high}</sub>"
