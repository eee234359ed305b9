"""The mutation check: what it makes of mutants, and the list of those that may survive."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mutants.report import (
    Mutant,
    Reason,
    explained,
    is_of_types,
    read_reasons,
    report,
    share,
)
from mutants.run import ROOMS, function_of, only_mutate, prepare

TOP = Path(__file__).parents[3]
REASONS = read_reasons(TOP / "tests" / "mutants" / "survivors.toml")
KILLED = Mutant("a.py", "f", "", "", False)
ALIVE = Mutant("b.py", "g", "x = 1", "x = 2", True)
REASON = Reason(*ALIVE[:4], "only its truth counts")


def test_table() -> None:
    """Each module has its line, and all of them one."""
    lines = [line.split() for line in report([KILLED, ALIVE, KILLED], [REASON])]
    assert lines == [
        ["module", "mutants", "killed", "survived", "killed"],
        ["a.py", "2", "2", "0", "100.0", "%"],
        ["b.py", "1", "0", "1", "0.0", "%"],
        ["all", "3", "2", "1", "66.7", "%"],
        [],
        ["only", "66.7", "%", "were", "noticed,", "90", "%", "must", "be"],
    ]


def test_every_survivor_needs_its_reason() -> None:
    """A survivor without one, and a reason without one, each fail the check and are shown."""
    most = [KILLED] * 9
    assert explained([*most, ALIVE], [REASON])
    assert not explained([*most, ALIVE], [])
    assert not explained(most, [REASON])
    assert report([*most, ALIVE], [])[-3:] == ["not noticed: b.py, g", "  - x = 1", "  + x = 2"]
    assert report(most, [REASON])[-2:] == ["no survivor any more: b.py, g", "  + x = 2"]


def test_rooms(tmp_path: Path) -> None:
    """Every room of the list is changed, but one that is not there yet; nothing else is."""
    for name in ("read", "destination", "explain"):
        (tmp_path / "paqbridge" / name).mkdir(parents=True)
    (tmp_path / "paqbridge" / "hosts").write_text("no folder")
    changed = tomllib.loads(only_mutate(tmp_path, ROOMS))["only_mutate"]
    assert changed == ["src/paqbridge/read/*", "src/paqbridge/destination/*"]
    assert {"read", "mapping", "commands", "settings", "source", "tracker"} <= set(ROOMS)


def test_single_modules(tmp_path: Path) -> None:
    """A module may be named alone; one that is not there is passed over."""
    (tmp_path / "paqbridge" / "tracker").mkdir(parents=True)
    (tmp_path / "paqbridge" / "tracker" / "pace.py").write_text("")
    wanted = ["tracker/pace.py", "tracker/none.py", "tracker/pace"]
    changed = tomllib.loads(only_mutate(tmp_path, wanted))["only_mutate"]
    assert changed == ["src/paqbridge/tracker/pace.py"]


def test_settings_of_mutmut(tmp_path: Path) -> None:
    """The copy has the code, its tests, and settings that name the rooms."""
    prepare(tmp_path / "work", ROOMS)
    settings = tomllib.loads((tmp_path / "work" / "pyproject.toml").read_text("utf-8"))
    assert "src/paqbridge/mapping/*" in settings["tool"]["mutmut"]["only_mutate"]
    assert (tmp_path / "work" / "src" / "paqbridge" / "native.py").is_file()
    assert (tmp_path / "work" / "tests" / "unit").is_dir()


def test_functions_and_methods() -> None:
    """A mutant of a function and one of a method are told by the name behind `def`."""
    assert function_of("paqbridge.a.x_send__mutmut_2") == "send"
    assert function_of("paqbridge.a.x__send_all__mutmut_2") == "_send_all"
    assert function_of("paqbridge.a.xǁOutboxǁ_send__mutmut_12") == "_send"


def test_types() -> None:
    """What a value is cast to is no change that a test can notice; the value is."""
    was = 'x = cast("dict[str, str]", f(a, b))'
    for now, is_one in (
        ("x = cast(None, f(a, b))", True),
        ('x = cast("XXdict[str, str]XX", f(a, b))', True),
        ('x = cast("dict[str, str]", f(a, None))', False),
        ("x = None", False),
    ):
        assert is_of_types(Mutant("a.py", "f", was, now, True)) is is_one
    assert is_of_types(Mutant("a.py", "f", 'self._x = cast("A", None)', "self._x = None", True))
    assert not is_of_types(KILLED)


@pytest.mark.parametrize("place", ["self._is_over", "is_over", 'state["is_over"]'])
def test_flags(place: str) -> None:
    """The type checker lets none be None; another value is for the tests to notice."""
    was = f"{place} = False"
    for now, is_one in ((f"{place} = None", True), (f"{place} = True", False)):
        assert is_of_types(Mutant("a.py", "f", was, now, True)) is is_one
    assert not is_of_types(Mutant("a.py", "f", "count = False", "count = None", True))


def test_too_many() -> None:
    """Below nine of ten no reasons help, and no mutants at all are no success."""
    assert not explained([KILLED] * 8 + [ALIVE], [REASON])
    assert (share([]), explained([], [])) == (0, False)


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: f"{reason.function}: {reason.now}")
def test_a_reason_is_about_code_that_is_there(reason: Reason) -> None:
    """The line that an entry speaks of is still in its file, and the reason says something."""
    source = (TOP / "integration" / "paqbridge" / reason.file).read_text("utf-8")
    assert f"def {reason.function}(" in source
    assert " ".join(reason.was.split()) in " ".join(source.split())
    assert reason.now != reason.was
    assert len(reason.why.split()) > 3
