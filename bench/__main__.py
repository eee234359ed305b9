"""``python -m bench``: measure lanes and whole pages, then renew results, tables and plots.

Whole pages need Matomo's own tracker, which ``MATOMO_JS`` names. Without it their last results
stay, all of them: what stands side by side was measured in one run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

# The finder of the browser lives in build/bootstrap/, our version in integration/paqbridge/.
sys.path += [str(Path(__file__).resolve().parents[1] / name) for name in ("build", "integration")]

from bench.lanes import LANES
from bench.measure import Plan
from bench.plots import draw
from bench.report import ratios, renew
from bench.results import collect, collect_pages, load, save
from bench.whole.files import real_tracker
from bench.whole.measure import Plan as WholePlan

WITHOUT = "Whole pages stay as they were: MATOMO_JS does not name a matomo.js."


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, unless only drawing is asked for, and write everything that shows it."""
    given = parse(arguments)
    if given.only != "pages" and not given.draw:
        save({**load(), **collect(LANES, replace(Plan(), rounds=given.rounds or Plan.rounds))})
    if given.only != "lanes" and not given.draw:
        renew_pages(given.rounds)
    results = load()
    renew(results)
    draw(results)
    print(ratios(results))


def renew_pages(rounds: int | None) -> None:
    """Measure whole pages, where there is a tracker to compare with."""
    real = real_tracker()
    if real is None:
        print(WITHOUT, file=sys.stderr)
        return
    plan = replace(WholePlan(), rounds=rounds or WholePlan.rounds)
    save({**load(), **collect_pages(real, plan)})


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--draw", action="store_true", help="measure nothing, renew what shows it")
    parser.add_argument("--only", choices=("lanes", "pages"), help="the other's results stay")
    parser.add_argument(
        "--rounds",
        type=int,
        help=f"rounds that take turns ({Plan.rounds}; {WholePlan.rounds} of whole pages)",
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
