"""From the built bundle through the tracker's file into what Matomo's reports say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.real.journey import GOAL, Journey
from tests.real.matomo import Matomo


@pytest.fixture
def actions(matomo: Matomo, journey: Journey) -> list[dict[str, Any]]:
    """Everything that Matomo recorded of the journey, which is one visit of its user."""
    if matomo.token is None:
        pytest.skip("MATOMO_TOKEN does not give a token for the Reporting API")
    (visit,) = matomo.visits_of(journey.user)
    assert visit["userId"] == journey.user
    details: list[dict[str, Any]] = visit["actionDetails"]
    return details


def of_type(actions: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """The actions of one type; reports do not keep the order of those in the same second."""
    return [action for action in actions if action["type"] == name]


def number(value: Any) -> float | None:
    """A number of a report, which may be written as a text, or be empty."""
    return None if value in (None, "") else float(value)


def test_every_request_is_accepted(journey: Journey) -> None:
    """Matomo answers each request as one that it records."""
    refused = [one for one in journey.requests if one.status not in (200, 204)]
    assert refused == []


def test_the_user_is_forgotten_at_the_logout(journey: Journey) -> None:
    """Requests carry the user id until the logout, and none after it."""
    assert journey.event("Created Account")["uid"] == journey.user
    assert journey.event("Subscribed")["uid"] == journey.user
    assert "uid" not in journey.event("Said Goodbye")


def test_the_page_view_is_recorded(actions: list[dict[str, Any]]) -> None:
    """One page view, under the page's title."""
    assert [action["pageTitle"] for action in of_type(actions, "action")] == ["A short journey"]


def test_the_events_are_recorded(actions: list[dict[str, Any]]) -> None:
    """Category, name and value arrive as given, and what is not given as nothing."""
    events = {
        event["eventAction"]: (
            event["eventCategory"],
            event.get("eventName") or None,
            number(event.get("eventValue")),
        )
        for event in of_type(actions, "event")
    }
    assert events == {
        "Created Account": ("Account", "Premium", 30),
        "Upgraded": ("All", None, None),
        "Subscribed": ("All", None, 49.9),
        "Said Goodbye": ("All", None, None),
    }


def test_the_conversion_is_recorded(actions: list[dict[str, Any]]) -> None:
    """The goal is converted once, with the revenue of the call."""
    goals = [(int(goal["goalId"]), number(goal["revenue"])) for goal in of_type(actions, "goal")]
    assert goals == [(GOAL, 49.9)]


def test_the_custom_variable_is_recorded(matomo: Matomo, actions: list[dict[str, Any]]) -> None:
    """The variable goes with its event, on a Matomo that knows custom variables."""
    if not matomo.has_plugin("CustomVariables"):
        pytest.skip("this Matomo lacks the CustomVariables plugin")
    events = {event["eventAction"]: event for event in of_type(actions, "event")}
    variable = {"customVariablePageName1": "Plan", "customVariablePageValue1": "Pro"}
    assert "customVariables" not in events["Created Account"]
    assert events["Upgraded"]["customVariables"] == {"1": variable}
