"""A short journey in a real browser: calls of the built bundle, and what Matomo answered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import Page, Response

from demo.wire import parameters_of
from tests.real.matomo import Matomo

CALLS = (Path(__file__).parent / "journey.js").read_text("utf-8")
GOAL = 1
REQUESTS = 6  # a page view, four events and a conversion


@dataclass(frozen=True)
class Answered:
    """One tracking request and the status of the answer to it."""

    parameters: dict[str, str]
    status: int


@dataclass(frozen=True)
class Journey:
    """Whose journey it was, and its requests in the order of their answers."""

    user: str
    requests: list[Answered]

    def event(self, action: str) -> dict[str, str]:
        """The parameters of the one event with this action."""
        (found,) = [one for one in self.requests if one.parameters.get("e_a") == action]
        return found.parameters


def play(page: Page, address: str, matomo: Matomo, tracker_file: str) -> Journey:
    """Make the calls in the page at `address`; returns once every request is answered.

    The user is a new one each time: Matomo puts a known one's journeys into one visit.
    """
    journey = Journey(f"journey-{uuid4().hex}", [])
    endpoint = f"{matomo.url}/{tracker_file}.php"

    def is_last(response: Response) -> bool:
        if response.url.startswith(endpoint):
            sent = parameters_of(urlsplit(response.url).query)
            journey.requests.append(Answered(sent, response.status))
        return len(journey.requests) == REQUESTS

    page.goto(address)
    with page.expect_event("response", is_last):
        page.evaluate(CALLS, {"settings": settings(matomo, tracker_file), "user": journey.user})
    return journey


def settings(matomo: Matomo, tracker_file: str) -> dict[str, object]:
    """What the bundle is loaded with."""
    return {
        "siteId": matomo.site,
        "serverUrl": matomo.url,
        "trackerFile": tracker_file,
        "goals": {"Subscribed": GOAL},
    }
