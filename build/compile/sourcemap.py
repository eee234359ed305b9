"""Read a source map: which line of which file does each byte of a bundle come from?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@dataclass(frozen=True)
class Segment:
    """From ``column`` of the generated ``line`` on: this line of this source. All from 0."""

    line: int
    column: int
    source: str
    source_line: int


def segments(chart: dict[str, Any]) -> Iterator[Segment]:
    """Yield the segments of a decoded source map (version 3), in order of place."""
    source = source_line = 0
    for line, group in enumerate(chart["mappings"].split(";")):
        column = 0
        for text in filter(None, group.split(",")):
            fields = numbers(text)
            column += fields[0]
            if len(fields) >= 4:
                source, source_line = source + fields[1], source_line + fields[2]
                yield Segment(line, column, chart["sources"][source], source_line)


def numbers(text: str) -> list[int]:
    """Decode base64 variable-length quantities: five bits a digit, the lowest one the sign."""
    found, value, shift = [], 0, 0
    for digit in map(DIGITS.index, text):
        value |= (digit & 31) << shift
        shift += 5
        if not digit & 32:
            found.append(-(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    return found


def bytes_by_source(code: str, chart: dict[str, Any]) -> Counter[str]:
    """Count how many characters of ``code`` come from each source; '' is nobody's."""
    places = list(segments(chart))
    found: Counter[str] = Counter()
    for number, text in enumerate(code.split("\n")):
        own = [one for one in places if one.line == number]
        starts = [one.column for one in own] + [len(text)]
        for one, (start, end) in zip(own, pairwise(starts), strict=True):
            found[one.source] += end - start
        found[""] += starts[0] + 1
    found[""] -= 1
    return found
