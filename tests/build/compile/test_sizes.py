"""The size report: which source do a bundle's bytes come from?"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from compile.pipeline import Size
from compile.sizes import module_table, over_ceiling, size_table
from compile.sourcemap import Segment, bytes_by_source, numbers, segments

CHART = {
    "version": 3,
    "sources": ["integration/paqbridge/a.py", "integration/paqbridge/read/b.py"],
    "mappings": "AAAA,ICEA;IDFA",
}


def test_numbers() -> None:
    """Digits of base 64 carry five bits each, a sign, and a sign of going on."""
    assert numbers("AACA") == [0, 0, 1, 0]
    assert numbers("D2HwBAM") == [-1, 123, 24, 0, 6]


def test_segments() -> None:
    """Columns start again on each line; everything else goes on from the one before."""
    assert list(segments(CHART)) == [
        Segment(0, 0, "integration/paqbridge/a.py", 0),
        Segment(0, 4, "integration/paqbridge/read/b.py", 2),
        Segment(1, 4, "integration/paqbridge/a.py", 0),
    ]


def test_every_byte_is_somebodys() -> None:
    """A byte belongs to the segment before it; what comes before all, and line ends, to nobody."""
    found = bytes_by_source("aaaabbb\n....cc", CHART)
    assert found == {
        "integration/paqbridge/a.py": 6,
        "integration/paqbridge/read/b.py": 3,
        "": 5,
    }


def test_tables(tmp_path: Path) -> None:
    """The report shows what is left under each ceiling, and the bytes of each module by bundle."""
    (tmp_path / "x.js").write_text("aaaabbb\n....cc")
    (tmp_path / "x.js.map").write_text(json.dumps(CHART))
    size = Size("x.js", raw=14, gzip=34, brotli=18, budget=30, ceiling=36)
    assert size_table([size])[1].split() == ["x.js", "14", "34", "18", "30", "36", "2"]
    assert size_table([replace(size, budget=None)])[1].split()[4:] == ["36", "2"]
    rows = [line.split() for line in module_table(tmp_path, [size])[1:]]
    assert rows == [["a", "6"], ["(wrapper,", "map", "address)", "5"], ["read/b", "3"]]


def test_only_a_ceiling_fails() -> None:
    """A bundle over its budget is a wish that is left; only one over its ceiling is named."""
    wish = Size("a.js", raw=9, gzip=34, brotli=8, budget=30, ceiling=34)
    heavy = Size("b.js", raw=9, gzip=35, brotli=8, budget=None, ceiling=34)
    assert over_ceiling([wish, heavy]) == ["b.js"]
