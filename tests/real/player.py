"""Plays a journey in a real browser, step by step, as its recording says."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLate

from tests.real.recording import Place
from tests.real.seen import PATIENCE, Seen, look
from tests.real.traffic import Traffic
from tests.support.instruments import PACE, instruments


@dataclass
class Played:
    """A journey that was played: its recording, filled in, and what was seen."""

    recording: dict[str, Any]
    steps: list[Seen] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def play(page: Page, place: Place, recording: dict[str, Any]) -> Played:
    """Do every step; each ends once the requests that the recording has for it are answered."""
    prepare(page, place, recording)
    traffic = Traffic(page, place.matomo.url)
    played = Played(recording)
    for step in recording["steps"]:
        start = len(traffic.requests)
        do(page, place, traffic, step)
        played.steps.append(look(page, place.home, traffic, start))
    played.refused = traffic.refused()
    return played


def prepare(page: Page, place: Place, recording: dict[str, Any]) -> None:
    """Give every page of the journey the instruments, and the settings to load with."""
    where = {"siteId": place.matomo.site, "serverUrl": place.matomo.url}
    journey = {"id": place.id, "settings": {**where, **recording["settings"]}}
    page.add_init_script(instruments("canonical.js", "pushes.js"))
    # Steps are compared by what leaves: it need not be gathered, nor wait for what arrives.
    page.add_init_script(f"{PACE} standInTracker.batch = 0; window.journey = {json.dumps(journey)}")


def do(page: Page, place: Place, traffic: Traffic, step: dict[str, Any]) -> None:
    """Do one step; where answers are missing, what came is compared all the same."""
    wanted = len(traffic.requests) + len(step["requests"])
    if not step["requests"]:
        act(page, place, step)
        return
    try:
        with page.expect_event("response", lambda _: traffic.answers >= wanted, timeout=PATIENCE):
            act(page, place, step)
    except TooLate:
        pass


def act(page: Page, place: Place, step: dict[str, Any]) -> None:
    """Do what the visitor does: open a page, click, follow a link to another page, go back."""
    if "open" in step:
        page.goto(f"{place.home}/{step['open']}")
    elif "click" in step:
        page.get_by_text(step["click"], exact=True).click()
    elif "follow" in step:
        with page.expect_navigation():
            page.get_by_text(step["follow"], exact=True).click()
    else:
        assert step["back"] is True
        page.go_back()
