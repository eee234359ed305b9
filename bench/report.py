"""Tables of the results in docs/performance.md and README.md, between marks that name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bench.measure import GOALS
from bench.results import Results
from bench.summary import figure, number
from bench.whole import report as whole

TOP = Path(__file__).resolve().parents[1]
REPORT = TOP / "docs/performance.md"
README = TOP / "README.md"


def table(results: Results, head: str, cells: Callable[[Any], Iterable[str]]) -> str:
    """Return a table with one row a lane; lanes without any figure in it are left out."""
    names = head.split(" | ")
    lines = [f"| | {head} |", "|---|" + "--:|" * len(names)]
    for row in results["lanes"].values():
        found = list(cells(row))
        if any(found):
            lines.append(f"| {row['title']} | {' | '.join(found)} |")
    return "\n".join(lines)


def weight(row: Any) -> list[str]:
    """Return the bytes; a lane without a library has none."""
    return [f"{row['bytes'][kind]:,}" for kind in ("raw", "gzip", "brotli") if row["bytes"]["raw"]]


def times(row: Any) -> list[str]:
    """Return what a page waits for at its start."""
    return [figure(row, name) for name in ("evaluate_ms", "command_ms", "event_ms")]


def calls(row: Any) -> list[str]:
    """Return what a call costs: its time, and the memory that a plain one takes."""
    return [figure(row, name) for name in ("plain_us", "full_us", "bytes_a_call")]


def bursts(row: Any) -> list[str]:
    """Return how long the burst took, or how far it came in the time that it had."""
    if "burst_arrived" in row:
        return [f"unfinished: {number(row['burst_arrived']['median'])} arrived", ""]
    taken = row.get("burst_ms")
    return [figure(row, "burst_ms"), number(taken["samples"])] if taken else [""]


def growth(row: Any) -> list[str]:
    """Return what a full call costs with more and more goals."""
    return [figure(row, f"goals_{count}_us") for count in GOALS]


def ratios(results: Results) -> str:
    """Return our two scripts beside the reference."""
    rows = results["lanes"]
    base = rows["reference"]
    lines = ["| times the reference | gzip | plain | full |", "|---|--:|--:|--:|"]
    for name in ("standalone", "classic_direct"):
        row = rows[name]
        found = [row["bytes"]["gzip"] / base["bytes"]["gzip"]]
        found += [row[kind]["median"] / base[kind]["median"] for kind in ("plain_us", "full_us")]
        lines.append(f"| {row['title']} | {' | '.join(f'{one:.2f}' for one in found)} |")
    return "\n".join(lines)


def layers(results: Results) -> str:
    """Return how our bytes and our time divide between the folders of the source."""
    columns = [results["shares"][kind] for kind in ("bytes", "plain", "full")]
    lines = ["| folder or module | % of bytes | % of a plain call | % of a full call |"]
    lines.append("|---|--:|--:|--:|")
    for name in columns[0]:
        lines.append(f"| `{name}` | {' | '.join(str(one.get(name, 0)) for one in columns)} |")
    return "\n".join(lines)


def origin(results: Results) -> str:
    """Return where, when and with what everything was measured."""
    versions = ", ".join(f"{name} {version}" for name, version in results["versions"].items())
    plan = results["plan"]
    return (
        f"Measured on {results['date']}: {results['machine']}; {plan['rounds']} rounds.\n"
        f"Versions: {versions}."
    )


def sections(results: Results) -> dict[str, str]:
    """Return what stands between the marks, by the name of the mark."""
    goals = " | ".join(f"{count:,} goal{'s' * (count > 1)}" for count in GOALS)
    burst = f"{results['plan']['burst']:,} calls, ms | samples"
    return {
        "origin": origin(results),
        "bytes": table(results, "raw | gzip -9 | brotli", weight),
        "ratios": ratios(results),
        "start": table(results, "evaluate ms | first command ms | first trackEvent ms", times),
        "calls": table(
            results, "µs per plain call | µs per full call | bytes allocated per plain call", calls
        ),
        "burst": table(results, burst, bursts),
        "goals": table(results, goals, growth),
        "layers": layers(results),
        **whole.sections(results["pages"]),
    }


def with_sections(text: str, results: Results) -> str:
    """Return a document's text with everything between its marks made anew."""
    for name, body in sections(results).items():
        before, mark, rest = text.partition(f"<!-- bench: {name} -->\n")
        if mark:
            end = "<!-- /bench -->"
            text = f"{before}{mark}\n{body}\n\n{end}{rest.partition(end)[2]}"
    return text


def renew(results: Results) -> None:
    """Write the tables of both documents."""
    for path in (REPORT, README):
        path.write_text(with_sections(path.read_text("utf-8"), results), "utf-8")
