"""The setting ``tracker``: ours where somebody has brought it, else Matomo's script."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from paqbridge.destination.chosen_tracker import MISSING, chosen_tracker
from paqbridge.host import OWN_TRACKER
from tests.support.fake_page import FakePage
from tests.unit.destination.test_script import SETTINGS, Stage

FULL: Any = {**SETTINGS, "scriptUrl": "https://m.example/x.js", "offlineQueue": 0}


class Choice(Stage):
    """A stage on which the settings choose."""

    def __init__(self, tracker: str, **more: Any) -> None:
        super().__init__()
        queue: Any = self
        say: Callable[[str, Any], None] = lambda text, received: self.seen.append(text)  # noqa: E731
        settings: Any = {**FULL, "tracker": tracker, **more}
        chosen: Any = chosen_tracker(settings, queue, self, self, say)
        self.script = chosen

    def send(self, commands: list[Any]) -> bool:
        """Take commands."""
        self.seen += commands
        return True


def test_matomos_script(fake: FakePage) -> None:
    """Where nobody asks for ours, the script is fetched, whatever is on the page."""
    setattr(fake, OWN_TRACKER, lambda then: then())
    assert Choice("matomo").load().src == FULL["scriptUrl"]


def test_ours(fake: FakePage) -> None:
    """Ours is started and nothing fetched; what is held leaves before anybody is told."""
    stage = Choice("own")

    def start(then: Callable[[], None]) -> None:
        stage.live = True
        then()

    setattr(fake, OWN_TRACKER, start)
    assert stage.load() is None
    assert (stage.seen, fake.document.scripts) == (["release", "told"], [])
    assert fake.timers == {}


@pytest.mark.parametrize("tracker", ["own", "matomo"])
def test_what_only_ours_is_told(tracker: str, fake: FakePage) -> None:
    """Before it starts, ours is told what it has to keep; Matomo's would stop at such a command."""
    stage = Choice(tracker, offlineQueue=5)

    def start(then: Callable[[], None]) -> None:
        stage.seen.append("starts")

    setattr(fake, OWN_TRACKER, start)
    stage.load()
    assert stage.seen == ([["setOfflineQueue", 5], "starts"] if tracker == "own" else [])


def test_ours_that_starts_later(fake: FakePage) -> None:
    """A page that is not shown yet has no tracker yet: nobody calls that blocked."""
    stage = Choice("own")
    waiting: list[Callable[[], None]] = []
    setattr(fake, OWN_TRACKER, waiting.append)
    stage.load()
    fake.run_timers(9000)
    assert stage.seen == []
    stage.live = True
    waiting[0]()
    assert stage.seen == ["release", "told"]


@pytest.mark.parametrize("given", [None, 0])
def test_ours_that_nobody_has_brought(fake: FakePage, given: Any) -> None:
    """It is said, and Matomo's script does the work."""
    setattr(fake, OWN_TRACKER, given)
    stage = Choice("own")
    assert stage.load().src == FULL["scriptUrl"]
    assert stage.seen == [MISSING]
