"""Middleware of the page's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from paqbridge.source.chain import OWN, Chain, destination_name
from tests.support.fake_page import FakePage

MESSAGE: dict[str, Any] = {"type": "track", "event": "E", "integrations": {}, "a": {"b": 1}}


def passed(chain: Chain, name: str = "") -> Any:
    """Return what comes through, or "never"."""
    came: list[Any] = []
    chain.run(name, dict(MESSAGE), came.append)
    return came[0] if came else "never"


def renaming(name: str) -> Callable[[Any], None]:
    """Return a function that adds to an event's name."""

    def rename(given: Any) -> None:
        given["payload"]["obj"]["event"] += name
        given["next"](given["payload"])

    return rename


def test_in_their_order() -> None:
    """Each changes what the next one gets; lists of functions count as their functions."""
    chain = Chain()
    assert chain.is_empty()
    chain.add("", [renaming("1"), [renaming("2"), None]], False)
    assert not chain.is_empty()
    assert passed(chain)["event"] == "E12"


def test_for_one_destination() -> None:
    """A name is a destination's, or all of them; the source is none."""
    chain = Chain()
    chain.add("piwik", [renaming("1")], False)
    chain.add("*", [renaming("2")], False)
    assert passed(chain)["event"] == "E"
    assert passed(chain, OWN)["event"] == "E12"
    assert passed(chain, "other")["event"] == "E2"


@pytest.mark.parametrize(
    ("middle", "warnings"),
    [
        (lambda given: given["next"](None), 1),
        (lambda given: given["next"]("text"), 1),
        (lambda given: given["next"]({"obj": "text"}), 1),
        (lambda given: None, 0),
        (lambda given: 1 / 0, 1),
    ],
)
def test_dropped(fake: FakePage, middle: Any, warnings: int) -> None:
    """Nothing passes one that says no, says nothing, or throws."""
    chain = Chain()
    chain.add("", [middle, renaming("never")], False)
    assert passed(chain) is None
    assert len(fake.warnings) == warnings


def test_one_that_throws(fake: FakePage) -> None:
    """Its error is shown."""
    warned: list[Any] = []
    fake.console.warn = lambda text, given: warned.append((text, type(given)))
    chain = Chain()
    chain.add("", [lambda given: 1 / 0], False)
    passed(chain)
    text = "paqbridge: middleware threw: the call is dropped, received"
    assert warned == [(text, ZeroDivisionError)]


def test_what_one_gets() -> None:
    """The call, where it goes under the name that pages know, and what it says to whom."""
    seen: list[Any] = []

    def seeing(given: Any) -> None:
        seen.append(given)
        given["next"](given["payload"])

    chain = Chain()
    chain.add("*", [seeing], False)
    chain.add("mydesk", [seen.append], False)
    for name in (OWN, "My Desk"):
        passed(chain, name)
    given = [(one["integration"], one["integrations"]) for one in seen]
    assert given == [("Piwik", {}), ("My Desk", {}), ("My Desk", {})]


def test_lists_of_older_ones() -> None:
    """They have the older form, too."""
    names: list[str] = []

    def middle(payload: Any, name: str, go_on: Any) -> None:
        names.append(name)
        go_on(payload)

    chain = Chain()
    chain.add("piwik", [[middle]], True)
    assert (passed(chain, OWN), names) == (MESSAGE, ["Piwik"])


def test_older_form() -> None:
    """The older library's takes payload, name and next one by one, and reads by methods."""
    said: list[Any] = []

    def middle(payload: Any, name: str, go_on: Any) -> None:
        said.extend([name, payload["event"](), payload["action"](), payload["proxy"]("a.b")])
        said.extend([payload["field"]("event"), payload["json"]()["event"], payload["proxy"](1)])
        go_on(payload)

    chain = Chain()
    chain.add("piwik", [middle], True)
    assert passed(chain, OWN) == MESSAGE
    assert said == ["Piwik", "E", "track", 1, "E", "E", MESSAGE]


def test_no_function(fake: FakePage) -> None:
    """What is no function is warned of, once."""
    warned: list[Any] = []
    fake.console.warn = lambda text, given: warned.append((text, given))
    chain = Chain()
    chain.add("", ["text", 5, None], False)
    assert chain.is_empty()
    assert warned == [("paqbridge: middleware is a function, received", "text")]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Piwik", "piwik"),
        ("matomo", "piwik"),
        ("Some.Thing", "some.thing"),
        ("*", "*"),
        (None, "*"),
    ],
)
def test_names(given: Any, name: str) -> None:
    """Ours has two names; what is none means all."""
    assert destination_name(given) == name
