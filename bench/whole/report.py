"""Tables of whole pages."""

from __future__ import annotations

from typing import Any

from bench.summary import figure, number
from bench.whole.departures import EVENTS, MOMENTS, Departure

START = (
    "requests | bytes | first hit ms | scripts ms | phone: first hit ms | phone: longest task ms "
    "| phone: long tasks"
)
Pages = dict[str, Any]


def origin(pages: Pages) -> str:
    """Return where, when and with what whole pages were measured."""
    plan, file = pages["plan"], pages["matomo_js"]
    versions = ", ".join(f"{name} {version}" for name, version in pages["versions"].items())
    return (
        f"Measured on {pages['date']}: {pages['machine']}; {plan['rounds']} rounds. "
        f"Versions: {versions};\n"
        f"the `matomo.js` of {file['gzip']:,} bytes (gzip -9) whose sha256 begins "
        f"`{file['sha256'][:12]}`."
    )


def starts(pages: Pages) -> str:
    """Return what each page costs until its first hit."""
    lines = [f"| | {START} |", "|---|" + "--:|" * len(START.split(" | "))]
    for row in pages["rows"].values():
        tasks = row["phone_long_tasks"]
        cells = [str(row["requests"]), f"{row['bytes']:,}"]
        cells += [figure(row, name) for name in ("first_hit_ms", "script_ms")]
        cells += [figure(row, name) for name in ("phone_first_hit_ms", "phone_longest_ms")]
        cells.append(f"{tasks['found']} in {tasks['loads']} loads")
        lines.append(f"| {row['title']} | {' | '.join(cells)} |")
    return "\n".join(lines)


def departures(pages: Pages) -> str:
    """Return what arrives of each page that is left, and how long that holds it up."""
    lines = [f"| | events | {' | '.join(moment(*one) for one in MOMENTS)} |"]
    lines.append("|---|--:|" + "--:|" * len(MOMENTS))
    for row in pages["rows"].values():
        for events in EVENTS:
            found = [row["leaving"][Departure(events, *one).name] for one in MOMENTS]
            cells = " | ".join(departure(one) for one in found)
            lines.append(f"| {row['title']} | {events} | {cells} |")
    return "\n".join(lines)


def moment(after: float, answer: float) -> str:
    """Return the head of a column."""
    return f"after {after} s" + (f", next page takes {answer} s" if answer else "")


def departure(found: Any) -> str:
    """Return one cell."""
    mixed = found["visits"] - found["in_order"]
    order = f", {mixed} of {found['visits']} out of order" if mixed else ""
    blocked = number(found["blocked_ms"]["median"])
    return f"{blocked} ms; {found['arrived']} of {found['sent']}{order}"


def sections(pages: Pages) -> dict[str, str]:
    """Return what stands between the marks, by the name of the mark."""
    return {
        "pages origin": origin(pages),
        "pages start": starts(pages),
        "pages leaving": departures(pages),
    }
