"""Functions in the options that decide whether anything starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from paqbridge.source.deciding import decide
from tests.support.fake_page import FakePage

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example"}


def without_own(document: Any) -> Any:
    """Take this destination out, as Segment's consent tools do it."""
    kept = {n: one for n, one in document["integrations"].items() if n != "Piwik"}
    return {**document, "integrations": kept}


def refuse(document: Any) -> Any:
    """Throw."""
    raise ValueError


@pytest.mark.parametrize(
    ("options", "starts"),
    [
        ({"disable": lambda document: True}, False),
        ({"disable": lambda document: "yes"}, False),
        ({"disable": refuse}, False),
        ({"disable": lambda document: False}, True),
        ({"disable": lambda document: None}, True),
        ({"disable": lambda document: document["integrations"]["Piwik"] != SETTINGS}, True),
        ({"updateCDNSettings": without_own}, False),
        ({"updateCDNSettings": lambda document: {"integrations": {"Piwik": False}}}, False),
        ({"updateCDNSettings": refuse}, False),
        ({"updateCDNSettings": lambda document: document}, True),
        ({"updateCDNSettings": lambda document: document, "disable": True}, False),
    ],
)
def test_who_decides(
    fake: FakePage, analytics: dict[str, Any], options: dict[str, Callable[..., Any]], starts: bool
) -> None:
    """Nothing is sent or stored where a function says no, or throws; who waits is told."""
    told: list[str] = []
    analytics["ready"](lambda: told.append("ready"))
    analytics["load"](SETTINGS, options)
    analytics["identify"]("u")
    analytics["track"]("E")
    fake.run_timers(0)
    names = [command[0] for command in fake.commands]
    assert ("trackEvent" in names, "ajs_user_id" in fake.localStorage.items) == (starts, starts)
    assert (told, analytics["user"]()["id"]()) == ([] if starts else ["ready"], "u")


def test_what_is_said_of_one_that_throws(fake: FakePage, analytics: dict[str, Any]) -> None:
    """Its error is shown."""
    warned: list[Any] = []
    fake.console.warn = lambda text, given: warned.append((text, type(given)))
    analytics["load"](SETTINGS, {"disable": refuse})
    text = "paqbridge: a function in the options threw: nothing starts, received"
    assert warned == [(text, ValueError)]


OTHER = {"siteId": 2}
FROM_CDN = {"integrations": {"Other": {"k": 1}}, "plan": {}}
SEEN: list[tuple[Any, Any, Any]] = [
    (SETTINGS, None, {"integrations": {"Piwik": SETTINGS, "Matomo": SETTINGS}}),
    ("text", None, {"integrations": {"Piwik": {}, "Matomo": {}}}),
    (
        SETTINGS,
        FROM_CDN,
        {"integrations": {"Piwik": SETTINGS, "Matomo": SETTINGS, "Other": {"k": 1}}, "plan": {}},
    ),
    (
        SETTINGS,
        {"integrations": {"Piwik": OTHER}},
        {"integrations": {"Piwik": OTHER, "Matomo": SETTINGS}},
    ),
]
"""The page's own settings, a document, and what a function is shown of them."""


@pytest.mark.parametrize(("own", "document", "shown"), SEEN)
def test_what_they_see(own: Any, document: Any, shown: Any) -> None:
    """The document, in which the page's own settings stand under both names unless it has some."""
    seen: list[Any] = []
    told: list[Any] = []
    decide(
        {"disable": seen.append}, own, document, lambda known, is_off: told.append((known, is_off))
    )
    assert seen == [shown]
    assert told == [(shown if document else None, False)]


@pytest.mark.parametrize("name", ["Piwik", "Matomo"])
@pytest.mark.parametrize("said", [False, None])
def test_either_name_says_no(name: str, said: Any) -> None:
    """A destination that is off, or taken out, under one of its names does not start."""

    def update(document: Any) -> Any:
        return {"integrations": {**document["integrations"], name: said}}

    told: list[Any] = []
    decide({"updateCDNSettings": update}, SETTINGS, None, lambda known, off: told.append(off))
    assert told == [True]


def test_a_function_that_throws_is_told(fake: FakePage) -> None:
    """Nothing starts, no document counts, and the console has the error."""
    told: list[Any] = []
    decide({"disable": refuse}, SETTINGS, FROM_CDN, lambda *given: told.append(given))
    assert told == [(None, True)]
    assert fake.warnings == ["paqbridge: a function in the options threw: nothing starts, received"]


@pytest.mark.parametrize("given", [None, "text", []])
def test_a_function_that_returns_no_document(given: Any, fake: FakePage) -> None:
    """Nothing starts, as in Segment's library, and that is said."""
    answers: list[Any] = []
    options = {"updateCDNSettings": lambda document: given}
    decide(options, SETTINGS, None, lambda document, is_off: answers.append(is_off))
    fake.run_timers(0)
    assert answers == [True]
    [warning] = fake.warnings
    assert "updateCDNSettings returns no document: nothing starts" in warning
