"""Recordings: what a visitor does in a journey, and what must come of it, as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.real.matomo import Matomo

JOURNEYS = Path(__file__).parent / "journeys"
NAMES = sorted(
    path.relative_to(JOURNEYS).with_suffix("").as_posix() for path in JOURNEYS.glob("*/*.json")
)


@dataclass(frozen=True)
class Place:
    """Where a journey is played: the address of its pages, the Matomo, and the run's own id."""

    home: str
    matomo: Matomo
    id: str

    def fill(self, text: str) -> str:
        """Put what only a run knows into a text of a recording."""
        known = {
            "{home}": self.home,
            "{matomo}": self.matomo.url,
            "{site}": self.matomo.site,
            "{id}": self.id,
        }
        for name, value in known.items():
            text = text.replace(name, value)
        return text


def read_recording(name: str, place: Place) -> dict[str, Any]:
    """Read the recording of this name, as it must come out at a place."""
    text = (JOURNEYS / f"{name}.json").read_text("utf-8")
    recording: dict[str, Any] = json.loads(place.fill(text))
    return recording


def users_of(recording: dict[str, Any]) -> list[str]:
    """The users whose visits a journey makes."""
    return sorted({visit["userId"] for visit in recording["visits"]})
