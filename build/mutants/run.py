"""Small changes of the code, and how many of them the tests notice.

mutmut makes the changes, one at a time, and runs the tests that pass there on CPython. It knows
sources by the name ``src`` only and leaves much behind, so it works on copies in ``.mutants/``.
Exits with 1 where too many survive, or one that ``tests/mutants/survivors.toml`` does not explain.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import chdir
from pathlib import Path

from language.facts import PACKAGE
from mutants.report import Mutant, explained, is_of_types, read_reasons, report

TOP = Path(__file__).resolve().parents[2]
HERE = TOP / "tests" / "mutants"
WORK = TOP / ".mutants"
TESTS = ("unit", "support", "vectors", "tracker/own", "tracker/stage", "tracker/playing.py")
"""What the copy needs of ``tests/``; the rest is for browsers."""

DOCS = "docs"
"""Its tables are beside what some of the tests know."""

ROOMS = (
    "read",
    "calls",
    "source",
    "hosts",
    "mapping",
    "commands",
    "settings",
    "destination",
    "transports",
    "tracker",
)
"""The folders of the package whose code is changed; one that is not there is passed over."""

UNNOTICED = ("survived", "no tests")
UNKNOWN = ("not checked", "check was interrupted by user", "suspicious")


class Unfinished(Exception):
    """Says why there is no result."""


def prepare(work: Path, wanted: Sequence[str]) -> None:
    """Make the folder anew, since results of an earlier run know nothing of changed tests."""
    shutil.rmtree(work, ignore_errors=True)
    copy(TOP / "integration", work / "src")
    for name in (*(f"tests/{name}" for name in TESTS), DOCS):
        copy(TOP / name, work / name)
    settings = (HERE / "mutmut.toml").read_text("utf-8")
    (work / "pyproject.toml").write_text(settings + only_mutate(work / "src", wanted), "utf-8")


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def only_mutate(source: Path, wanted: Sequence[str]) -> str:
    """Return the last setting of mutmut's, what to change: rooms, and single modules."""
    package = source / PACKAGE
    rooms = [f"{one}/*" for one in wanted if (package / one).is_dir()]
    modules = [one for one in wanted if one.endswith(".py") and (package / one).is_file()]
    return f"only_mutate = {json.dumps([f'src/{PACKAGE}/{one}' for one in rooms + modules])}\n"


def run(work: Path) -> None:
    """Let mutmut work; its progress is for terminals only."""
    command = [str(Path(sys.executable).with_name("mutmut")), "run"]
    is_watched = sys.stdout.isatty()
    log = work / "log.txt"
    with log.open("w") as file:
        done = subprocess.run(command, cwd=work, stdout=None if is_watched else file, stderr=None)
    if done.returncode != 0:
        raise Unfinished(log.read_text("utf-8")[-4000:] + "\nmutmut could not finish")


def results(work: Path) -> Iterator[Mutant]:
    """Read what mutmut has found: one record a mutant, but for those that are of types alone."""
    from mutmut.stats import status_by_exit_code

    for path in sorted(work.glob(f"mutants/src/{PACKAGE}/**/*.py.meta")):
        source = path.relative_to(work / "mutants").as_posix().removesuffix(".meta")
        for name, code in json.loads(path.read_text("utf-8"))["exit_code_by_key"].items():
            status = status_by_exit_code[code]
            if status in UNKNOWN:
                raise Unfinished(f"{name}: {status}")
            found = mutant(work, source, name, status in UNNOTICED)
            if not is_of_types(found):
                yield found


def mutant(work: Path, source: str, name: str, is_alive: bool) -> Mutant:
    """Return the record of one mutant; how it differs is only asked of those that are alive."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    file = source.removeprefix(f"src/{PACKAGE}/")
    function = function_of(name)
    if not is_alive:
        return Mutant(file, function, "", "", False)
    with chdir(work):
        lines = get_diff_for_mutant(name, path=source).splitlines()[2:]
    was, now = (" ".join(x[1:].strip() for x in lines if x.startswith(s)) for s in "-+")
    return Mutant(file, function, was, now, True)


def function_of(name: str) -> str:
    """``paqbridge.a.x_f__mutmut_1`` and ``paqbridge.a.xǁClassǁf__mutmut_1`` -> ``f``."""
    mangled = name.rpartition(".")[2].partition("__mutmut_")[0]
    return mangled.rpartition("ǁ")[2] if "ǁ" in mangled else mangled.removeprefix("x_")


def main(wanted: Sequence[str]) -> int:
    """Run the check, in the named rooms and modules or in all rooms, and print its report."""
    rooms = wanted or ROOMS
    prepare(WORK, rooms)
    try:
        run(WORK)
        mutants = list(results(WORK))
    except Unfinished as trouble:
        print(trouble, file=sys.stderr)
        return 1
    known = read_reasons(HERE / "survivors.toml")
    reasons = [one for one in known if {one.file, one.file.partition("/")[0]} & {*rooms}]
    print(*report(mutants, reasons), sep="\n")
    return 0 if explained(mutants, reasons) else 1
