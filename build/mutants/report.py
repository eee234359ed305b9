"""What a run of mutants says: a table by module, and whether each survivor has its reason."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

BAR = 90
"""The least percentage of mutants that tests must notice."""

CAST = re.compile(r'\bcast\((?:"[^"]*"|None), ')
FLAG = re.compile(r'\b_?is_\w+(?:"\])? = (?:False|None)$')

ROW = "{:<34}{:>9}{:>9}{:>10}{:>9}"


class Mutant(NamedTuple):
    """One change: in which file and function, the lines before and after, whether it survived."""

    file: str
    function: str
    was: str
    now: str
    is_alive: bool


class Reason(NamedTuple):
    """Why a change may survive."""

    file: str
    function: str
    was: str
    now: str
    why: str


def is_of_types(mutant: Mutant) -> bool:
    """Tell whether only the type checker sees a change: of a ``cast``, or of a flag to None."""
    return mutant.is_alive and untyped(mutant.was) == untyped(mutant.now)


def untyped(lines: str) -> str:
    """Return code without its casts, and without a flag's no, which the type checker guards."""
    return FLAG.sub("", CAST.sub("", lines).rstrip(")"))


def read_reasons(path: Path) -> list[Reason]:
    """Read the list of explained survivors; an entry may have several lines after ``now``."""
    entries: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get("survivor", [])
    return [
        Reason(one["file"], one["function"], one["was"], now, one["why"])
        for one in entries
        for now in one["now"]
    ]


def without_reason(mutants: Sequence[Mutant], reasons: Sequence[Reason]) -> list[Mutant]:
    """Return the survivors that no entry explains."""
    known = {reason[:4] for reason in reasons}
    return [mutant for mutant in mutants if mutant.is_alive and mutant[:4] not in known]


def without_survivor(mutants: Sequence[Mutant], reasons: Sequence[Reason]) -> list[Reason]:
    """Return the entries whose change is noticed by now, or gone."""
    alive = {mutant[:4] for mutant in mutants if mutant.is_alive}
    return [reason for reason in reasons if reason[:4] not in alive]


def share(mutants: Sequence[Mutant]) -> float:
    """Return the percentage that was killed; 0 where there was nothing to kill."""
    killed = sum(not mutant.is_alive for mutant in mutants)
    return 100 * killed / len(mutants) if mutants else 0


def explained(mutants: Sequence[Mutant], reasons: Sequence[Reason]) -> bool:
    """Tell whether enough were killed, and the list names exactly those that were not."""
    is_exact = without_reason(mutants, reasons) == [] and without_survivor(mutants, reasons) == []
    return share(mutants) >= BAR and is_exact


def table(mutants: Sequence[Mutant]) -> list[str]:
    """Return one line a module and one for all: mutants, killed, survived, percentage killed."""
    count = Counter(mutant.file for mutant in mutants)
    alive = Counter(mutant.file for mutant in mutants if mutant.is_alive)
    rows = [(file, count[file], alive[file]) for file in sorted(count)]
    rows.append(("all", len(mutants), alive.total()))
    lines = [ROW.format("module", "mutants", "killed", "survived", "killed")]
    for name, total, left in rows:
        percent = f"{100 * (total - left) / max(total, 1):.1f} %"
        lines.append(ROW.format(name, total, total - left, left, percent))
    return lines


def report(mutants: Sequence[Mutant], reasons: Sequence[Reason]) -> list[str]:
    """Return the table, then what is wrong with the survivors or with the list of them."""
    lines = table(mutants)
    for one in without_reason(mutants, reasons):
        lines += ["", f"not noticed: {one.file}, {one.function}"]
        lines += [f"  - {one.was}", f"  + {one.now}"]
    for gone in without_survivor(mutants, reasons):
        lines += ["", f"no survivor any more: {gone.file}, {gone.function}", f"  + {gone.now}"]
    if share(mutants) < BAR:
        lines += ["", f"only {share(mutants):.1f} % were noticed, {BAR} % must be"]
    return lines
