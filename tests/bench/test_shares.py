"""Whose are the bytes and the time of a call?"""

from __future__ import annotations

from collections import Counter

from bench.shares import URL, layer, parts, ticks

CHART = {
    "sources": ["integration/paqbridge/read/a.py", "integration/paqbridge/native.py"],
    "mappings": "AAAA,ICAA",
}
"""Four characters of the first source, then the second."""


def node(number: int, column: int, hits: int, children: list[int], url: str = URL) -> dict:
    """Return a node of a profile."""
    frame = {"url": url, "lineNumber": 0, "columnNumber": column}
    return {"id": number, "callFrame": frame, "hitCount": hits, "children": children}


def test_layer() -> None:
    """A source belongs to its folder or is a module of its own; the rest wraps them."""
    assert layer("integration/paqbridge/read/event.py") == "read"
    assert layer("integration/paqbridge/native.py") == "native"
    assert layer("") == "wrapper"


def test_built_ins_count_for_their_callers() -> None:
    """A function has the time of the built-ins that it called; the page's own is nobody's."""
    nodes = [
        node(1, 0, 100, [2], url=""),
        node(2, 0, 3, [3, 4]),
        node(3, 0, 2, [], url=""),
        node(4, 6, 5, []),
    ]
    assert ticks(nodes, CHART) == {"read": 5, "native": 5}


def test_parts() -> None:
    """Percent of all, the largest first."""
    assert list(parts(Counter(a=1, b=3)).items()) == [("b", 75.0), ("a", 25.0)]
