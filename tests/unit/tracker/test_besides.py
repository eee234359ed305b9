"""What requests say besides: custom data and dimensions, of a call or of all; plugins' texts."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.tracker.lean import LEAN
from tests.unit.tracker.speaking import Speaker, only

EVENT = ["trackEvent", "C", "A", None, None]


def besides(*commands: list[Any], data: Any = None) -> dict[str, str]:
    """Return dimensions and data in the request of an event with custom data."""
    found = only(*commands, [*EVENT, data])
    return {name: value for name, value in found.items() if name == "data" or name[:3] == "dim"}


STICKY: list[list[Any]] = [["setCustomDimension", 1, "one"], ["setCustomDimension", 2, "two"]]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (None, {}),
        ({}, {}),
        ({"a": 1, "b": ["x"]}, {"data": '{"a":1,"b":["x"]}'}),
        ({"dimension1": "ä &", "dimension12": 2}, {"dimension1": "ä &", "dimension12": "2"}),
        ({"dimension1": "x", "a": 1}, {"dimension1": "x", "data": '{"a":1}'}),
        ({"dimension": 1}, {"data": '{"dimension":1}'}),
        ({"xdimension1": 1}, {"data": '{"xdimension1":1}'}),
        ({"dimension1x": 1}, {"data": '{"dimension1x":1}'}),
        ("text", {"data": '"text"'}),
        ("", {}),
        (0, {}),
        (5, {}),
        (True, {}),
        ([], {}),
        ([1], {"data": "[1]"}),
    ],
)
def test_data_of_a_call(data: Any, expected: dict[str, str]) -> None:
    """An object's dimensions are parameters of their own, the rest is JSON."""
    assert besides(data=data) == expected


def test_dimensions_of_all_calls() -> None:
    """They are said in each request; the call's own comes in the place of one."""
    assert besides(*STICKY) == {"dimension1": "one", "dimension2": "two"}
    assert besides(*STICKY, data={"dimension2": "x"}) == {"dimension2": "x", "dimension1": "one"}


@pytest.mark.parametrize(
    ("commands", "data", "expected"),
    [
        ([["setCustomData", {"k": 1}]], None, '{"k":1}'),
        ([["setCustomData", {"k": 1}]], {}, '{"k":1}'),
        ([["setCustomData", {"k": 1}]], {"dimension1": 2}, '{"k":1}'),
        ([["setCustomData", {"k": 1}]], {"a": 1}, '{"a":1}'),
        ([["setCustomData", "k", 1]], None, '{"k":1}'),
        ([["setCustomData", "k", 1], ["setCustomData", "l", 2]], None, '{"k":1,"l":2}'),
        ([["setCustomData", {"k": 1}], ["setCustomData", "l", 2]], None, '{"k":1,"l":2}'),
        ([["setCustomData", "text"], ["setCustomData", [1]]], None, "[1]"),
        ([["setCustomData", [1]], ["setCustomData", "k", 1]], None, '{"k":1}'),
        ([["setCustomData", {"k": 1}], ["setCustomData"]], None, '{"k":1}'),
    ],
)
def test_data_of_all_calls(commands: list[list[Any]], data: Any, expected: str) -> None:
    """It is said where a call has none of its own: an object, or one entry after another."""
    assert besides(*commands, data=data)["data"] == expected
    assert Speaker(*commands).say("getCustomData") is not None


def test_plugins() -> None:
    """A plugin's method for a kind of request adds its text, its class's too; what is none adds
    nothing."""
    asked: list[Any] = []

    def tell(given: Any) -> str:
        asked.append(given)
        return "&p=1"

    class Own:
        def event(self, given: Any) -> str:
            return "&own=1"

    speaker = Speaker(
        ["addPlugin", "P", {"event": tell, "ping": "none", "goal": lambda given: None}],
        ["addPlugin", "R", Own()],
        ["addPlugin", "N"],
        ["addPlugin", "Q", {"event": lambda given: "&q=1"}],
    )
    for command in (EVENT, ["ping"], ["trackGoal", 1], ["trackPageView"]):
        speaker.say(*command)
    event, *rest = speaker.requests()
    assert (event["p"], event["q"], event["own"]) == ("1", "1", "1")
    assert ["p" in one or "q" in one for one in rest] == [False] * 3
    assert asked == [{}]
    assert [one["_refts"] for one in (event, *rest)] == ["0"] * 4


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (["trackPageView"], "log"),
        (["trackEvent", "C", "A"], "event"),
        (["trackGoal", 1], "goal"),
        (["trackSiteSearch", "k"], "sitesearch"),
        (["trackLink", "http://a.test/", "link"], "link"),
        (["$clicked", "http://a.test/", "", False, None], "link"),
        (["trackEcommerceOrder", "o", 1], "ecommerce"),
        (["trackEcommerceCartUpdate", 1], "ecommerce"),
        (["ping"], "ping"),
        (["trackRequest", "a=1", None, None, "own"], "own"),
        (["queueRequest", "a=1"], ""),
        (["trackContentImpression", "n"], ""),
        (["trackContentInteraction", "i", "n"], ""),
        (["$shown", [["n", "p", "t"]]], ""),
    ],
)
def test_kinds(command: list[Any], kind: str) -> None:
    """By these words plugins know what a request is about."""

    class Plugin(dict[str, Any]):
        def get(self, asked: str, default: Any = None) -> Any:
            return lambda given: f"&kind=<{asked}>"

    assert only(["addPlugin", "P", Plugin()], command)["kind"] == f"<{kind}>"
    assert "kind=<>" in Speaker(["addPlugin", "P", Plugin()]).say("getRequest", "a=1")


def test_the_lean_tracker_has_none() -> None:
    """Custom data is refused there, once; the event leaves without."""
    speaker = Speaker([*EVENT, {"a": 1}], [*EVENT, "b"], EVENT, language=LEAN)
    assert speaker.told("refuse") == [None]
    assert ["data" in one for one in speaker.requests()] == [False] * 3


def test_data_that_can_be_no_json() -> None:
    """The command throws, and no later request is lost."""
    speaker = Speaker()
    with pytest.raises(TypeError, match="not JSON"):
        speaker.say("setCustomData", {"a": {1}})
    speaker.say(*EVENT)
    assert len(speaker.requests()) == 1
