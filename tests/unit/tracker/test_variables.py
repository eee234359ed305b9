"""Custom variables and dimensions: which are taken, what is said of them, and for how long."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.tracker.speaking import Speaker, only

PLACES = {"page": "cvar", 3: "cvar", "event": "e_cvar", "visit": "_cvar", 2: "_cvar", None: "_cvar"}


def variables(*commands: list[Any]) -> dict[str, Any]:
    """Return the variables in a request, by scope."""
    found = only(*commands, ["ping"])
    return {name: json.loads(value) for name, value in found.items() if name.endswith("cvar")}


@pytest.mark.parametrize(("scope", "place"), PLACES.items())
def test_scopes(scope: Any, place: str) -> None:
    """A scope has a parameter of its own, by its name or by its old number; visit is the usual."""
    assert variables(["setCustomVariable", 1, "n", "v", scope]) == {place: {"1": ["n", "v"]}}
    speaker = Speaker(["setCustomVariable", 1, "n", "v", scope])
    assert speaker.say("getCustomVariable", 1, scope) == ["n", "v"]
    assert speaker.say("getCustomVariable", 2, scope) is False
    others = {other for other, there in PLACES.items() if there != place}
    assert [speaker.say("getCustomVariable", 1, other) for other in others] == [False] * len(others)


@pytest.mark.parametrize("scope", ["x", 1, "3", True, "", "Page"])
def test_a_scope_that_is_none(scope: Any) -> None:
    """Nothing is set, said, or deleted."""
    assert variables(["setCustomVariable", 1, "n", "v", scope]) == {}
    speaker = Speaker(["setCustomVariable", 1, "n", "v"])
    assert speaker.say("getCustomVariable", 1, scope) is False
    speaker.say("deleteCustomVariable", 1, scope)
    speaker.say("deleteCustomVariables", scope)
    assert speaker.say("getCustomVariable", 1) == ["n", "v"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([1, "n", 5], {"1": ["n", "5"]}),
        (["2", 7, None], {"2": ["7", ""]}),
        ([1, "n" * 201, "v" * 201], {"1": ["n" * 200, "v" * 200]}),
        ([1, "n" * 200, "v" * 200], {"1": ["n" * 200, "v" * 200]}),
        ([0.5, "n", "v"], {"0.5": ["n", "v"]}),
        ([0, "n", "v"], None),
        ([-1, "n", "v"], None),
        (["x", "n", "v"], None),
        ([1, None, "v"], None),
        ([], None),
    ],
)
def test_what_is_taken(arguments: list[Any], expected: Any) -> None:
    """An index above 0 and a name; name and value are cut at 200 characters."""
    command = ["setCustomVariable", *arguments, *[None] * (3 - len(arguments)), "page"]
    assert variables(command) == ({"cvar": expected} if expected else {})


def test_the_order() -> None:
    """Indexes come as numbers, and one that is set again stays one."""
    commands = [["setCustomVariable", index, "n", str(index), "page"] for index in (10, 9, 1, 9)]
    assert [*variables(*commands)["cvar"]] == ["1", "9", "10"]


def test_deleting_one() -> None:
    """The server is told by two blanks: for a visit once, for a page each time."""
    for scope, place, times in [("visit", "_cvar", 1), ("page", "cvar", 2)]:
        speaker = Speaker(["setCustomVariable", 1, "n", "v", scope], ["ping"])
        speaker.say("deleteCustomVariable", 1, scope)
        speaker.say("deleteCustomVariable", 2, scope)
        assert speaker.say("getCustomVariable", 1, scope) is False
        speaker.say("ping")
        speaker.say("ping")
        told = [one.get(place) for one in speaker.requests()]
        assert told == ['{"1":["n","v"]}', '{"1":["",""]}', '{"1":["",""]}' if times > 1 else None]


@pytest.mark.parametrize(("name", "value"), [("n", ""), ("", "v")])
def test_half_of_a_variable(name: str, value: str) -> None:
    """Of a visit it is said once."""
    speaker = Speaker(["setCustomVariable", 1, name, value], ["ping"], ["ping"])
    assert ["_cvar" in one for one in speaker.requests()] == [True, False]


def test_a_value_that_is_empty_is_one() -> None:
    """It can be asked for; one without a name cannot."""
    speaker = Speaker(["setCustomVariable", 1, "n", ""], ["setCustomVariable", 2, "", "v"])
    assert speaker.say("getCustomVariable", 1) == ["n", ""]
    assert speaker.say("getCustomVariable", 2) is False


def test_deleting_a_scope() -> None:
    """All of it is said no more; the scope must be named."""
    set_up = [["setCustomVariable", 1, "n", "v", scope] for scope in ("page", "visit")]
    assert {*variables(*set_up, ["deleteCustomVariables", "page"])} == {"_cvar"}
    assert {*variables(*set_up, ["deleteCustomVariables"])} == {"cvar", "_cvar"}


def dimensions(*commands: list[Any]) -> dict[str, str]:
    """Return the dimensions in a request."""
    return {
        name[9:]: value for name, value in only(*commands, ["ping"]).items() if name[:3] == "dim"
    }


@pytest.mark.parametrize(
    ("index", "value", "expected"),
    [
        (1, "v", {"1": "v"}),
        ("2", 5, {"2": "5"}),
        ("3x", "v", {"3": "v"}),
        (1.9, "v", {"1": "v"}),
        (4, None, {"4": ""}),
        (0, "v", {}),
        (-1, "v", {}),
        ("x", "v", {}),
        (None, "v", {}),
    ],
)
def test_dimensions(index: Any, value: Any, expected: dict[str, str]) -> None:
    """An index above 0, as a number is read; each can be asked for, and deleted."""
    speaker = Speaker(["setCustomDimension", index, value])
    assert dimensions(["setCustomDimension", index, value]) == expected
    assert speaker.say("getCustomDimension", index) == next(iter(expected.values()), None)
    assert dimensions(["setCustomDimension", index, value], ["deleteCustomDimension", index]) == {}
    assert dimensions(["setCustomDimension", 9, "w"], ["deleteCustomDimension", index]) == {
        "9": "w"
    }
