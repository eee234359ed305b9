"""That a run against a real Matomo would notice what goes wrong, and tells nobody the token."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest
from playwright.sync_api import Page

from demo.matomo_double import STAND_IN
from tests.real.matomo import Matomo, from_environment
from tests.real.player import play
from tests.real.recording import Place, read_recording, users_of
from tests.real.stand_in import stand_in

SECRET = uuid4().hex  # drawn, because a failure also shows the lines of the test


@pytest.fixture
def server() -> Iterator[Matomo]:
    """A stand-in of the test's own, whose tracker sends each hit by itself.

    Of several in one body the answer is 200, whatever becomes of each.
    """
    with stand_in(STAND_IN) as server:
        yield server


def without_goals(server: Matomo) -> None:
    """Take the stand-in's site all its goals."""
    told = json.dumps({"site": server.site, "goals": []}).encode()
    kind = {"Content-Type": "application/json"}
    with urlopen(Request(f"{server.url}/api/goals", told, kind, method="PUT"), timeout=10):
        pass


def everything_about(caught: pytest.ExceptionInfo[AssertionError]) -> str:
    """All that pytest could ever print of a failure."""
    return str(caught.getrepr(funcargs=True, showlocals=True))


def test_a_refusal_is_seen(server: Matomo, home: str, page: Page) -> None:
    """A conversion of a goal that the server lacks is answered with 400, and not recorded."""
    page.expected.append("400")  # type: ignore[attr-defined]
    without_goals(server)
    place = Place(home, server, "refused")
    played = play(page, place, read_recording("core/calls", place))
    (refused,) = played.refused
    assert "idgoal=1&" in refused
    (visit,) = server.visits_of(users_of(played.recording))
    assert "goal" not in {action["type"] for action in visit["actionDetails"]}


def test_a_complaint_is_told_without_the_token(server: Matomo) -> None:
    """A wrong token fails with what the server says, and is in no message."""
    stranger = Matomo(server.url, server.site, SECRET)
    with pytest.raises(AssertionError, match=r"The token is wrong\.") as caught:
        stranger.visits_of(["anybody"])
    assert SECRET not in everything_about(caught)


def test_an_address_without_reports_is_told(server: Matomo) -> None:
    """Where the address leads to something else the failure says what came from there."""
    elsewhere = Matomo(f"{server.url}/elsewhere", server.site, SECRET)
    with pytest.raises(AssertionError, match="gave no report: HTTP Error 404"):
        elsewhere.visits_of(["anybody"])


def test_a_server_that_is_away_is_told_without_the_token() -> None:
    """The reason is told, but not how the connection failed: that would show what was sent."""
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))  # and does not listen
        away = Matomo(f"http://127.0.0.1:{deaf.getsockname()[1]}", "1", SECRET)
        with pytest.raises(AssertionError, match="gave no report") as caught:
            away.visits_of(["anybody"])
    assert SECRET not in everything_about(caught)


def test_the_environment_names_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slash at the end does no harm; site and token may be left out."""
    for name in ("MATOMO_SITE", "MATOMO_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MATOMO_URL", "https://matomo.example/stats/")
    assert from_environment() == Matomo("https://matomo.example/stats", "1", None)
    monkeypatch.setenv("MATOMO_SITE", "7")
    monkeypatch.setenv("MATOMO_TOKEN", "secret")
    assert from_environment() == Matomo("https://matomo.example/stats", "7", "secret")


def test_without_an_address_there_is_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sent anywhere unless somebody names a server."""
    monkeypatch.delenv("MATOMO_URL", raising=False)
    assert from_environment() is None
