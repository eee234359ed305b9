"""From the shipped files in real pages through Matomo's tracker into what its reports say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.real.compared import rows_told, visits_told
from tests.real.matomo import Matomo
from tests.real.player import Played
from tests.real.recording import users_of


def recorded(played: Played, what: str) -> list[Any]:
    """What the recording has of each step."""
    return [step[what] for step in played.recording["steps"]]


def in_one_order(requests: list[dict[str, str]]) -> list[dict[str, str]]:
    """Requests of one step, such that two lists of the same are equal."""
    return sorted(requests, key=lambda one: json.dumps(one, sort_keys=True))


@pytest.fixture
def reporting(matomo: Matomo) -> Matomo:
    """The Matomo, if it can be asked."""
    if matomo.token is None:
        pytest.skip("MATOMO_TOKEN does not give a token for the Reporting API")
    return matomo


def test_commands(played: Played) -> None:
    """Each step pushes the recording's commands, in their order."""
    assert [seen.commands for seen in played.steps] == recorded(played, "commands")


def test_requests(played: Played) -> None:
    """Each step makes the recording's requests of Matomo, and no other; those that leave at a time,
    whose commands another test has in their order, may be seen in any."""
    made = [in_one_order(seen.requests) for seen in played.steps]
    assert made == [in_one_order(told) for told in recorded(played, "requests")]


def test_every_request_is_accepted(played: Played) -> None:
    """Matomo answers each request as one that it records."""
    assert played.refused == []


def test_what_is_stored(played: Played) -> None:
    """After each step the browser keeps what the recording says, and nothing else."""
    assert [seen.stored for seen in played.steps] == recorded(played, "stored")


def test_consent(played: Played) -> None:
    """The page can ask after each step what the visitor has allowed."""
    expected = [step.get("consent", "none") for step in played.recording["steps"]]
    assert [seen.consent for seen in played.steps] == expected


def test_visits(played: Played, reporting: Matomo) -> None:
    """Matomo's reports have each user's visit, with everything that was done in it."""
    has_variables = reporting.has_plugin("CustomVariables")
    visits = reporting.visits_of(users_of(played.recording))
    expected = visits_told(played.recording["visits"], has_variables)
    assert visits_told(visits, has_variables) == expected


def test_reports(played: Played, reporting: Matomo) -> None:
    """Pages, events, goals, orders and products are counted as the recording says."""
    users = users_of(played.recording)
    for report in played.recording["reports"]:
        found = reporting.report(report["ask"], users, **report.get("with", {}))
        columns = list(report["rows"][0])
        assert rows_told(found, columns) == rows_told(report["rows"], columns), report["ask"]
