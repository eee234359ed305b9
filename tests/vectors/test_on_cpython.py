"""Every vector on the Python source, once as the lean build and once as the one that explains."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.vectors import (
    BEYOND_LEAN,
    by_file,
    complaints,
    held_by,
    load_vectors,
    run_on_cpython,
)

FILES = by_file()


@pytest.mark.parametrize("build", ["lean", "explain"])
@pytest.mark.parametrize("name", FILES)
def test_commands(name: str, build: str) -> None:
    """Each call leads to the commands and warnings that the rule asks for."""
    vectors = held_by(build, FILES[name])
    found = [text for one in vectors for text in complaints(one, run_on_cpython(one, build))]
    assert "\n".join(found) == ""


@pytest.mark.parametrize("name", BEYOND_LEAN)
def test_what_the_full_mapping_goes_beyond(name: str) -> None:
    """Each exception is one: the vector holds for the lean build only."""
    (vector,) = [one for one in load_vectors() if one["name"] == name]
    found = [complaints(vector, run_on_cpython(vector, build)) for build in ("lean", "explain")]
    assert [len(texts) > 0 for texts in found] == [False, True]


def test_a_wrong_vector_is_noticed() -> None:
    """The comparison fails where a command or a warning is not as written."""
    vector = {"name": "n", "rule": "r", "calls": [["page"]], "commands": [["trackPageView", 1]]}
    outcome = run_on_cpython(vector)
    assert len(complaints(vector, outcome)) == 1
    assert len(complaints({**vector, "warnings": ["no"]}, outcome)) == 2


def test_an_exception_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Code that throws where it should refuse a call fails: no guard makes up for it."""

    def refuse(*given: Any) -> bool:
        raise ArithmeticError

    monkeypatch.setattr("paqbridge.calls.plan.is_meant", refuse)
    off: list[Any] = ["track", "x", {}, {"integrations": {"Piwik": False}}]
    with pytest.raises(ArithmeticError):
        run_on_cpython({"name": "n", "calls": [off]})
