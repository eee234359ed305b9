"""``python -m bench``: measure all lanes, then renew results, tables and plots.

``--draw`` only makes tables and plots anew from ``bench/results.json``.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

# The finder of the browser lives in build/bootstrap/.
sys.path.append(str(Path(__file__).resolve().parents[1] / "build"))

from bench.lanes import LANES
from bench.measure import Plan
from bench.plots import draw
from bench.report import ratios, renew
from bench.results import collect, load, save


def main() -> None:
    """Measure, unless only drawing is asked for, and write everything that shows it."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--draw", action="store_true", help="measure nothing, renew what shows it")
    parser.add_argument("--rounds", type=int, default=Plan.rounds, help="rounds that take turns")
    given = parser.parse_args()
    if not given.draw:
        save(collect(LANES, replace(Plan(), rounds=given.rounds)))
    results = load()
    renew(results)
    draw(results)
    print(ratios(results))


if __name__ == "__main__":
    main()
