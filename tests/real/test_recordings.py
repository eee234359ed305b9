"""That the recordings are there and say what a reader needs."""

from __future__ import annotations

import pytest

from tests.real.matomo import Matomo
from tests.real.recording import NAMES, Place, read_recording, users_of

PLACE = Place("http://site.test", Matomo("https://matomo.test", "7"), "x1")
ACTS = {"open", "click", "follow", "back"}
SEEN = {"rule", "commands", "requests", "stored"}


def test_the_journeys() -> None:
    """The journeys that were promised are played."""
    assert {name.split("/")[0] for name in NAMES} == {
        "core",
        "routes",
        "shop",
        "login",
        "consent",
        "moments",
        "known",
        "money",
    }


@pytest.mark.parametrize("name", NAMES)
def test_each_step_names_its_rule(name: str) -> None:
    """A step is one act, with the rule that what comes of it was derived from."""
    for step in read_recording(name, PLACE)["steps"]:
        assert len(ACTS & set(step)) == 1, step
        assert set(step) - ACTS - {"consent"} == SEEN, step
        assert step["rule"].endswith("."), step


@pytest.mark.parametrize("name", NAMES)
def test_users_are_of_one_run(name: str) -> None:
    """No user is known from an earlier run: Matomo would put both into one visit."""
    users = users_of(read_recording(name, PLACE))
    assert users
    assert all(user.endswith("-x1") for user in users)
