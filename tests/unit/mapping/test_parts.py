"""What a track call says, before any command is made of it."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.calls.message import event_of
from paqbridge.mapping.parts import action_of, event_command, goal_command, no_action, track_parts
from paqbridge.native import number, text
from paqbridge.read.values import event_text

SETTINGS: Any = {"customVariableLimit": 5, "goals": {"signedup": [1, "7"]}}


def parts(event: Any, properties: Any = None, own: Any = None, written: Any = text) -> Any:
    """Return the parts of a track call."""
    call: Any = event_of("track", {"event": event, "properties": properties})
    call["options"] = [own]
    action = action_of(call, written)
    assert action is not None
    return track_parts(call, action, SETTINGS, written, number)


def test_all_of_them() -> None:
    """Each part once, out of name, properties, options and settings."""
    own = {"customVars": {"1": ["plan", 5], "6": ["beyond", "limit"]}}
    given = {"Category": "c", "label": "l", "value": "3", "revenue": "$5", "other": {}}
    assert parts("Signed Up", given, own) == {
        "action": "Signed Up",
        "key": "signedup",
        "category": "c",
        "label": "l",
        "value": 3,
        "worth": 5,
        "goals": [1, "7"],
        "variables": [("1", "plan", "5")],
        "properties": {"category": "c", "label": "l", "value": "3", "revenue": "$5", "other": {}},
    }


def test_a_name_alone() -> None:
    """What is not said is None, or nothing."""
    found = parts("x")
    nothing = {name: found[name] for name in ("category", "label", "value", "worth")}
    assert nothing == dict.fromkeys(nothing)
    assert (found["goals"], found["variables"], found["properties"]) == ([], [], {})


@pytest.mark.parametrize("name", [None, "", " \t", 5, True, {}, ["a"]])
def test_no_name(name: Any) -> None:
    """A name that is no text, or blank, is no action, and one warning shows it."""
    event: Any = {"event": name}
    assert action_of(event, text) is None
    assert no_action(event) == {"text": "track: expected an event name", "received": name}


def test_an_event_is_worth_its_revenue() -> None:
    """Without a value of its own an event's value is its worth; a value of 0 is one."""
    assert parts("x", {"revenue": 5})["value"] == 5
    assert parts("x", {"revenue": 5, "value": 0})["value"] == 0
    assert parts("Order Completed", {"total": 7})["worth"] == 7


def test_a_name_goes_before_a_label() -> None:
    """Matomo's event has one name."""
    assert parts("x", {"name": "n", "label": "l"})["label"] == "n"
    assert parts("x", {"name": " ", "label": "l"})["label"] == "l"


def test_slots_are_written_by_the_mapping() -> None:
    """The full mapping leaves room for what Matomo escapes; the lean one has no bytes for that."""
    long = "<" * 4096
    assert parts(long, {"label": long})["action"] == long
    cut = parts(long, {"label": long}, written=event_text)
    assert (len(cut["action"]), len(cut["label"])) == (4096 // 6, 4096 // 6)


def test_goals() -> None:
    """Goals are found by the folded name; a revenue of 0 is text, and none at all stays none."""
    assert parts("signed-up")["goals"] == [1, "7"]
    assert goal_command(1, 0) == ["trackGoal", 1, "0"]
    assert goal_command("7", 2.5) == ["trackGoal", "7", 2.5]
    assert goal_command(1, None) == ["trackGoal", 1, None]


def test_the_event() -> None:
    """Segment's arity, and Segment's category where there is none."""
    assert event_command(parts("x")) == ["trackEvent", "All", "x", None, None]
    assert event_command(parts("x", {"category": "c", "name": "n", "value": 0})) == [
        "trackEvent", "c", "x", "n", 0
    ]  # fmt: skip
