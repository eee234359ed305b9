"""``python build compile.sizes``: bytes of every bundle beside its budget, and what they buy.

Exits with 1 where a bundle is over its ceiling.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from compile.pipeline import TOP, BuildFailed, Size, build
from compile.sourcemap import bytes_by_source
from language.facts import PACKAGE

ROW = "{:<34}{:>8}{:>8}{:>8}{:>8}{:>8}{:>7}"


def size_table(sizes: list[Size]) -> list[str]:
    """Return one line a bundle: minified, gzip -9, brotli, budget, ceiling, what is left of it."""
    lines = [ROW.format("bundle (bytes)", "raw", "gzip", "brotli", "budget", "ceiling", "left")]
    for one in sizes:
        left = one.ceiling - one.gzip
        bounds = (one.budget or "", one.ceiling, left)
        lines.append(ROW.format(one.file, one.raw, one.gzip, one.brotli, *bounds))
    return lines


def over_ceiling(sizes: list[Size]) -> list[str]:
    """Return the bundles that weigh more than they may."""
    return [one.file for one in sizes if one.gzip > one.ceiling]


def module_table(dist: Path, sizes: list[Size]) -> list[str]:
    """Return one line a module: how many minified bytes it has in each bundle."""
    columns = [_modules(dist, one.file) for one in sizes]
    whole: Counter[str] = sum(columns, Counter())
    widths = [max(len(one.file), 8) + 2 for one in sizes]
    lines = [_line("what they buy (bytes before gzip)", [one.file for one in sizes], widths)]
    for name, _ in whole.most_common():
        lines.append(_line(name, [column[name] or "" for column in columns], widths))
    return lines


def _line(name: str, cells: list[object], widths: list[int]) -> str:
    return f"{name:<34}" + "".join(
        f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)
    )


def _modules(dist: Path, file: str) -> Counter[str]:
    chart = json.loads((dist / f"{file}.map").read_text(encoding="utf-8"))
    found = bytes_by_source((dist / file).read_text(encoding="utf-8"), chart)
    return Counter({_short(source): count for source, count in found.items()})


def _short(source: str) -> str:
    """``integration/paqbridge/read/event.py`` -> ``read/event``."""
    return source.partition(f"{PACKAGE}/")[2].removesuffix(".py") or "(wrapper, map address)"


def main() -> int:
    try:
        sizes = build(TOP / "integration", TOP / "dist")
    except BuildFailed as error:
        print(error, file=sys.stderr)
        return 1
    print(*size_table(sizes), "", *module_table(TOP / "dist", sizes), sep="\n")
    over = over_ceiling(sizes)
    if over:
        print(f"\nover the ceiling: {', '.join(over)}", file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
