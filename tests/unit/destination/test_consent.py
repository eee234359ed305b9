"""What a visitor allows, told to Matomo, and what may be stored meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.consent import Consent, suits_full
from paqbridge.destination.memory import KEY
from paqbridge.destination.storage import STORE, saves
from tests.support.fake_page import FakePage


class Stage:
    """A consent, with what it says and what it stores in the order of their coming."""

    def __init__(self, fake: FakePage, setting: str, remembered: str = "") -> None:
        if remembered:
            fake.document.cookie = f"{remembered}=1700000000000"
        self.seen: list[Any] = []
        given: Any = {"consent": setting}
        self.consent = Consent(given, self.seen.append, lambda: self.seen.append("go"))
        saves(lambda is_allowed: self.seen.append("save" if is_allowed else "forget"))

    def start(self) -> tuple[bool, str, bool]:
        """Start; tell whether it may begin, how things stand, and whether storage is shut."""
        may_begin = self.consent.start()
        return may_begin, self.consent.state(), STORE["is_shut"]

    def said(self) -> list[Any]:
        """Return what has been seen since the last look."""
        seen, self.seen[:] = [*self.seen], []
        return seen


@pytest.mark.parametrize(
    ("setting", "remembered", "expected"),
    [("none", "", (True, "none", False)),
     ("cookies", "", (True, "pending", True)),
     ("tracking", "", (True, "pending", True)),
     ("load", "", (False, "pending", True)),
     ("cookies", "mtm_cookie_consent", (True, "given", False)),
     ("cookies", "mtm_consent", (True, "pending", True)),
     ("tracking", "mtm_consent", (True, "given", False)),
     ("load", "mtm_consent", (True, "given", False)),
     ("load", "mtm_cookie_consent", (False, "pending", True))],
)  # fmt: skip
def test_the_start(fake: FakePage, setting: str, remembered: str, expected: Any) -> None:
    """Each setting has its cookie; without it only ``load`` does not begin, and none stores."""
    stage = Stage(fake, setting, remembered)
    assert stage.consent.state() == "unknown"
    assert stage.start() == expected
    assert stage.said() == ([] if expected[2] else ["save"])


@pytest.mark.parametrize(
    ("setting", "options", "command", "is_shut"),
    [("cookies", None, ["setCookieConsentGiven"], False),
     ("tracking", None, ["setConsentGiven"], False),
     ("tracking", {"cookies": True}, ["setConsentGiven"], False),
     ("tracking", {"cookies": False}, ["setConsentGiven", False], True),
     ("cookies", {"cookies": False}, ["setCookieConsentGiven"], True)],
)  # fmt: skip
def test_give(
    fake: FakePage, setting: str, options: Any, command: list[Any], is_shut: bool
) -> None:
    """Consent for this page; without cookies nothing of ours is stored either."""
    stage = Stage(fake, setting)
    stage.start()
    stage.consent.give(options)
    assert (stage.consent.state(), STORE["is_shut"]) == ("given", is_shut)
    assert stage.said() == ([command] if is_shut else ["save", command])


@pytest.mark.parametrize(
    ("setting", "hours", "command"),
    [("cookies", 5, ["rememberCookieConsentGiven", 5]),
     ("tracking", "12", ["rememberConsentGiven", 12]),
     ("tracking", None, ["rememberConsentGiven"]),
     ("tracking", "long", ["rememberConsentGiven"])],
)  # fmt: skip
def test_remember(fake: FakePage, setting: str, hours: Any, command: list[Any]) -> None:
    """Consent that Matomo keeps, for so many hours if that is a number."""
    stage = Stage(fake, setting)
    stage.start()
    stage.consent.remember(hours)
    assert (stage.consent.state(), stage.said()) == ("given", ["save", command])


@pytest.mark.parametrize(
    ("setting", "command"),
    [("cookies", "forgetCookieConsentGiven"), ("tracking", "forgetConsentGiven")],
)
def test_withdraw(fake: FakePage, setting: str, command: str) -> None:
    """Who holds something forgets it while cookies can be tried out still; then all is shut."""
    stage = Stage(fake, setting)
    stage.start()
    stage.consent.give(None)
    fake.localStorage.items[KEY] = "[[],true]"
    shut_at: list[bool] = []
    saves(lambda is_allowed: shut_at.append(STORE["is_shut"]))
    stage.said()
    stage.consent.withdraw()
    assert stage.said() == ["forget", [command]]
    assert (stage.consent.state(), STORE["is_shut"], shut_at) == ("withdrawn", True, [False])
    assert fake.localStorage.items == {}
    stage.consent.give(None)
    assert stage.consent.state() == "given"


def test_load_begins_with_consent(fake: FakePage) -> None:
    """The first consent lets it begin, and is said only where Matomo is to remember it."""
    stage = Stage(fake, "load")
    stage.start()
    stage.consent.withdraw()
    assert stage.said() == ["forget"]
    stage.consent.give(None)
    assert stage.said() == ["save", "go"]
    stage.consent.give(None)
    assert stage.said() == ["save", ["setConsentGiven"]]
    other = Stage(fake, "load")
    other.start()
    other.consent.remember(3)
    assert other.said() == ["save", "go", ["rememberConsentGiven", 3]]


def test_what_is_said_before_the_start(fake: FakePage) -> None:
    """It counts from there on, in its order."""
    stage = Stage(fake, "tracking")
    stage.consent.give(None)
    stage.consent.withdraw()
    stage.consent.remember(1)
    assert stage.consent.state() == "unknown"
    assert stage.said() == ["forget"]
    stage.start()
    stage.consent.say_early()
    assert stage.consent.state() == "given"
    assert [one for one in stage.said() if isinstance(one, list)] == [
        ["setConsentGiven"], ["forgetConsentGiven"], ["rememberConsentGiven", 1]
    ]  # fmt: skip
    stage.consent.say_early()
    assert stage.said() == []


def test_where_nobody_asks(fake: FakePage) -> None:
    """With consent none there is nothing to give or to take back."""
    stage = Stage(fake, "none")
    stage.start()
    stage.consent.say_early()
    stage.consent.give(None)
    stage.consent.remember(None)
    assert (stage.consent.state(), stage.said()) == ("none", ["save"])


@pytest.mark.parametrize(
    ("setting", "version", "is_able"),
    [("none", "3.0", True), ("tracking", "3.4", False), ("tracking", "3.5", True),
     ("load", "3.4", False), ("cookies", "3.13", False), ("cookies", "3.14", True)],
)  # fmt: skip
def test_an_older_tracker(fake: FakePage, setting: Any, version: str, is_able: bool) -> None:
    """A Matomo that would track all the same is not started, with one warning why."""
    said: list[Any] = []
    given: Any = {"consent": setting, "matomoVersion": version, "doNotTrack": False}
    assert suits_full(None, given, lambda *told: said.append(told)) is is_able
    assert said == ([] if is_able else [({"name": "consent"}, "", version)])


@pytest.mark.parametrize(
    ("heeded", "sent", "may_start"),
    [("gpc", True, False), (True, True, False), ("gpc", False, True), ("dnt", True, True),
     (False, True, True)],
)  # fmt: skip
def test_global_privacy_control(fake: FakePage, heeded: Any, sent: bool, may_start: bool) -> None:
    """A visitor's no that is heeded lets nothing start; nothing is wrong with the settings then."""
    fake.navigator.globalPrivacyControl = sent
    said: list[Any] = []
    given: Any = {"consent": "none", "matomoVersion": "5", "doNotTrack": heeded}
    assert suits_full(None, given, lambda *told: said.append(told)) is may_start
    assert said == []
