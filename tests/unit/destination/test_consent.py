"""Consent of one destination: what is done with the way out, the tracker and storage."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.consent import Consent
from paqbridge.destination.consent_signs import KEY, REMOVED
from paqbridge.destination.consent_states import cookie_of
from paqbridge.destination.memory import KEY as CART
from paqbridge.destination.other_tabs import BEAT, COOKIELESS, GLANCE, LOOK
from paqbridge.destination.other_tabs import KEY as ANSWER
from paqbridge.storage.allowed import STORE, saves
from tests.support.fake_page import EPOCH, FakePage, Matomo, Queue

SETTINGS = {
    "siteId": 1,
    "matomoVersion": "5",
    "cookieDomain": "",
    "cookiePath": "",
    "cookieSameSite": "",
    "secureCookie": False,
    "disableCookies": False,
    "consentWithEvents": [],
}


class Stage:
    """A consent, and what it does with the way out, in its order."""

    def __init__(
        self, fake: FakePage, mode: str, remembered: str = "", is_late: bool = False, **more: Any
    ) -> None:
        if remembered:
            fake.document.cookie = f"{remembered}=1700000000000"
        self.seen: list[Any] = []
        self.begun = False
        self.live = False
        self.told = True
        self.before: Any = None
        # Of each time that calls are dropped, whether a refusal is over.
        self.over: list[bool] = []
        given: Any = {**SETTINGS, "consent": mode, **more}
        self.consent = Consent(given, self, is_late)
        saves(lambda is_allowed: self.seen.append("save" if is_allowed else "forget"))

    def require(self) -> None:
        """See that the script is fetched."""
        self.seen.append("require")

    def begin(self, is_asked: bool) -> bool:
        """See that the tracker is set up."""
        is_new = not self.begun
        self.begun = True
        self.seen += ["begin"] if is_new else []
        return is_new

    def is_live(self) -> bool:
        """Say whether the tracker is there: it is still to come, but where a test says else."""
        return self.live

    def is_told(self) -> bool:
        """Say that it has heard all, but where a test says else: it hears at once."""
        return self.told

    def say(self, commands: list[Any], before: Any) -> None:
        """See what the tracker is told, after what is to be done before."""
        self.before = before
        before()
        self.seen += commands if self.begun else []

    def release(self) -> bool:
        """See that calls go."""
        self.seen.append("release")
        return True

    def drop(self, is_over: bool) -> None:
        """See that calls are dropped."""
        self.seen.append("drop")
        self.over.append(is_over)

    def start(self) -> str:
        """Start; return how things stand."""
        self.consent.start()
        return self.consent.state()

    def did(self) -> list[Any]:
        """Return what has been done since the last look."""
        seen, self.seen = self.seen, []
        return seen


@pytest.mark.parametrize(
    ("mode", "remembered", "status", "did"),
    [("none", "", "none", ["save", "begin", "release"]),
     ("none", "mtm_consent_removed", "refused", ["forget", "drop"]),
     ("cookies", "", "pending", ["begin", "release"]),
     ("cookies", "mtm_cookie_consent", "remembered", ["save", "begin", "release"]),
     ("cookies", "mtm_consent", "pending", ["begin", "release"]),
     ("cookies", "mtm_consent_removed", "refused", ["forget", "drop"]),
     ("tracking", "", "pending", ["require"]),
     ("tracking", "mtm_consent", "remembered", ["save", "begin", "release"]),
     ("tracking", "mtm_consent_removed", "refused", ["forget", "drop"]),
     ("load", "", "pending", []),
     ("load", "mtm_consent", "remembered", ["save", "begin", "release"]),
     ("load", "mtm_cookie_consent", "pending", []),
     ("load", "mtm_consent_removed", "refused", ["forget", "drop"])],
)  # fmt: skip
def test_the_start(fake: FakePage, mode: str, remembered: str, status: str, did: Any) -> None:
    """Each mode has its cookie of a yes; Matomo's cookie of a no counts in all of them."""
    stage = Stage(fake, mode, remembered)
    assert (stage.consent.state(), stage.consent.number(event())) == ("unknown", 0)
    assert stage.start() == status
    assert stage.did() == did
    assert STORE["is_shut"] is ("save" not in did)


@pytest.mark.parametrize(
    ("mode", "commands", "status", "did"),
    [("cookies", [], "pending", ["begin", "release"]),
     ("tracking", [["requireConsent"]], "pending", ["require"]),
     ("tracking", [["requireConsent"], ["setConsentGiven"]], "given",
      ["save", "begin", ["setConsentGiven"], "release"]),
     ("load", [["requireConsent"], ["setConsentGiven"]], "given", ["save", "begin", "release"])],
)  # fmt: skip
def test_a_tracker_that_was_there_first(
    fake: FakePage, mode: str, commands: list[Any], status: str, did: list[Any]
) -> None:
    """Its cookies are no yes to them; our question takes back no yes that the page has told it."""
    fake._paq = Queue(commands)
    fake.start_tracker()
    stage = Stage(fake, mode)
    stage.live = True
    assert (stage.start(), stage.did()) == (status, did)


def test_a_yes_without_cookies_that_was_there_first(fake: FakePage) -> None:
    """What the page has told its tracker holds for ours: nothing is stored."""
    fake._paq = Queue([["requireConsent"], ["setConsentGiven"]])
    fake.start_tracker()
    fake.Matomo.tracker.cookies = False
    stage = Stage(fake, "load")
    stage.live = True
    assert (stage.start(), "save" in stage.did(), STORE["is_shut"]) == ("given", False, True)


def test_a_no_to_cookies_of_a_page_that_asked(fake: FakePage) -> None:
    """Where nothing is asked for it is a yes without cookies, until there is one with them."""
    for is_given in (False, True):
        fake.localStorage.items[KEY] = "refused"
        fake.document.cookie = "_pk_id.1.1fff=1"
        stage = Stage(fake, "none")
        assert (stage.start(), stage.consent.may_send()) == ("given", True)
        assert stage.did() == ["forget", "begin", *BARE, "release"]
        assert (STORE["is_shut"], fake.document.cookies.jar) == (True, {})
        if is_given:
            stage.consent.give(None)
            assert stage.did() == ["save", ["setConsentGiven"], "release"]
        assert (KEY in fake.localStorage.items) is not is_given


@pytest.mark.parametrize(
    ("mode", "options", "command", "is_shut"),
    [("cookies", None, ["setCookieConsentGiven"], False),
     ("tracking", None, ["setConsentGiven"], False),
     ("tracking", {"cookies": True}, ["setConsentGiven"], False),
     ("tracking", {"cookies": None}, ["setConsentGiven"], False)],
)  # fmt: skip
def test_give(fake: FakePage, mode: str, options: Any, command: list[Any], is_shut: bool) -> None:
    """Consent for this page."""
    stage = Stage(fake, mode)
    stage.start()
    stage.did()
    stage.consent.give(options)
    assert (stage.consent.state(), STORE["is_shut"]) == ("given", is_shut)
    begin = ["begin"] if mode == "tracking" else []
    assert stage.did() == ["save", *begin, command, "release"]


BARE = [["disableCookies"], ["setConsentGiven", False]]


@pytest.mark.parametrize("said", [False, 0, "", "false", "true", 1, {}])
def test_an_odd_yes_to_cookies(fake: FakePage, said: Any) -> None:
    """Only true is one, where something is said of them at all."""
    stage = Stage(fake, "tracking")
    stage.start()
    stage.consent.give({"cookies": said})
    assert (stage.consent.state(), STORE["is_shut"]) == ("given", True)


@pytest.mark.parametrize(
    ("mode", "status", "did"),
    [("none", "given", BARE), ("tracking", "given", ["begin", *BARE]),
     ("load", "given", ["begin", *BARE]),
     ("cookies", "refused", [["forgetCookieConsentGiven"]])],
)  # fmt: skip
def test_give_without_cookies(fake: FakePage, mode: str, status: str, did: list[Any]) -> None:
    """What was stored goes; where cookies alone are asked for, it is a no. Other tabs hear it."""
    stage = Stage(fake, mode)
    stage.start()
    for said in (False, True):
        fake.document.cookie = "_pk_id.1.1fff=1"
        stage.did()
        if said:
            fake.hear(ANSWER, "cookieless")
        else:
            stage.consent.give({"cookies": False})
        assert (stage.consent.state(), STORE["is_shut"]) == (status, True)
        later = [one for one in did if not said or one != "begin"]
        assert stage.did() == ["forget", *later, "release"]
        assert "_pk_id.1.1fff" not in fake.document.cookies.jar
    fake.hear(ANSWER, "given")
    assert (stage.consent.state(), STORE["is_shut"]) == ("given", False)


@pytest.mark.parametrize("kind", ["reset", "nobody"])
def test_who_logs_out_without_an_answer(fake: FakePage, kind: str) -> None:
    """What storage has of the user goes at once, but not what nobody in particular has left."""
    stage = Stage(fake, "tracking")
    stage.start()
    fake.localStorage.items[CART] = "[[],true]"
    for call in (event("track", userId="u"), event(kind)):
        stage.consent.number(call)
        assert fake.localStorage.items == {CART: "[[],true]"}
    known: Any = {**event(kind), "userId": "u"}
    stage.consent.number(known)
    assert fake.localStorage.items == {}


@pytest.mark.parametrize(
    ("mode", "hours", "command"),
    [("cookies", 5, ["rememberCookieConsentGiven", 5]),
     ("tracking", "12", ["rememberConsentGiven", 12]),
     ("load", None, ["rememberConsentGiven"]),
     ("tracking", "long", ["rememberConsentGiven"]),
     ("tracking", 0, ["setConsentGiven"]),
     ("cookies", -1, ["setCookieConsentGiven"])],
)  # fmt: skip
def test_remember(fake: FakePage, mode: str, hours: Any, command: list[Any]) -> None:
    """Consent that Matomo keeps, for so many hours if that is a number; no time is this page's."""
    stage = Stage(fake, mode)
    stage.start()
    stage.consent.remember(hours)
    status = "remembered" if command[0].startswith("remember") else "given"
    assert (stage.consent.state(), STORE["is_shut"]) == (status, False)
    assert stage.did()[-2:] == [command, "release"]
    assert [*fake.document.cookies.jar] == [cookie_of(mode)] * (status == "remembered")


@pytest.mark.parametrize(
    ("mode", "command", "did", "mark"),
    [("none", "forgetConsentGiven", "drop", REMOVED),
     ("cookies", "forgetCookieConsentGiven", "release", KEY),
     ("tracking", "forgetConsentGiven", "drop", REMOVED),
     ("load", "forgetConsentGiven", "drop", REMOVED)],
)  # fmt: skip
def test_withdraw(fake: FakePage, mode: str, command: str, did: str, mark: str) -> None:
    """Cookies of ours and of Matomo's go, on every domain; what is left is the refusal."""
    stage = Stage(fake, mode)
    stage.start()
    stage.consent.give(None)
    stage.did()
    for name in ("_pk_id.1.1fff", "_pk_ses.1.1fff", "_pk_id.2.1fff", "other"):
        fake.document.cookie = f"{name}=1; domain=example.org"
    fake.localStorage.items[CART] = "[[],true]"
    stage.consent.withdraw()
    assert [one for one in stage.did() if one != did] == ["forget", [command]]
    left = {*fake.document.cookies.jar, *fake.localStorage.items}
    assert left == {"_pk_id.2.1fff", "other", mark}
    assert (stage.consent.state(), STORE["is_shut"]) == ("refused", True)
    stage.consent.give(None)
    assert stage.consent.state() == "given"
    assert mark not in {*fake.document.cookies.jar, *fake.localStorage.items}
    dropped = ["drop"] if did == "drop" else []
    assert stage.did() == [*dropped, "save", [command.replace("forget", "set")], "release"]


def test_a_yes_that_was_remembered(fake: FakePage) -> None:
    """A refusal erases it; the yes to another question is not ours to take back."""
    fake.document.cookie = "mtm_cookie_consent=1"
    stage = Stage(fake, "tracking", "mtm_consent")
    assert stage.start() == "remembered"
    stage.consent.withdraw()
    assert set(fake.document.cookies.jar) == {"mtm_cookie_consent", REMOVED}


def event(kind: str = "page", **context: Any) -> Any:
    """Return as much of an event as is looked at."""
    return {"type": kind, "event": None, "context": context, "userId": None, "time": LATER}


LATER = 9e15
"""A time after all answers."""


def stamped(answer: bool, name: str | None = None, time: float = LATER) -> Any:
    """Return an event with a host's stamp, as much of it as is looked at."""
    consent = {"categoryPreferences": {"C1": answer}}
    return {**event("track", consent=consent), "event": name, "time": time}


def test_what_is_made_while_refused_has_met_with_a_no(fake: FakePage) -> None:
    """Before a refusal or in it: a call with its number may never leave, one made after it may."""
    stage = Stage(fake, "tracking")
    stage.start()
    numbers = [stage.consent.number(event())]
    for act in (stage.consent.withdraw, lambda: stage.consent.set("pending")):
        act()
        numbers.append(stage.consent.number(event()))
    assert [stage.consent.is_refused(number) for number in numbers] == [True, True, False]


def test_what_is_said_before_the_start(fake: FakePage) -> None:
    """It counts from there on, in its order, for the calls of its time as well."""
    stage = Stage(fake, "tracking")
    numbers = [stage.consent.number(event())]
    for act in (lambda: stage.consent.give(None), stage.consent.withdraw,
                lambda: stage.consent.remember(1)):  # fmt: skip
        act()
        numbers.append(stage.consent.number(event()))
    assert (stage.consent.state(), stage.did()) == ("unknown", [])
    assert stage.start() == "remembered"
    assert [one for one in stage.did() if isinstance(one, list)] == [
        ["setConsentGiven"], ["forgetConsentGiven"], ["rememberConsentGiven", 1]
    ]  # fmt: skip
    assert [stage.consent.is_refused(one) for one in numbers] == [True, True, True, False]
    assert stage.consent.number(event()) == numbers[-1]


def test_a_refusal_of_earlier_counts_until_the_first_yes(fake: FakePage) -> None:
    """What came before that yes was made while refused."""
    stage = Stage(fake, "none", "mtm_consent_removed")
    before = stage.consent.number(event())
    stage.consent.give(None)
    after = stage.consent.number(event())
    assert stage.start() == "given"
    assert [stage.consent.is_refused(one) for one in (before, after)] == [True, False]


def test_where_nobody_asks(fake: FakePage) -> None:
    """With consent none there is nothing to give."""
    stage = Stage(fake, "none")
    stage.start()
    stage.did()
    stage.consent.give(None)
    stage.consent.remember(None)
    assert (stage.consent.state(), stage.did()) == ("none", [])


@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
def test_no_answer_is_no_refusal(fake: FakePage, mode: str) -> None:
    """Pending holds what comes, and neither stores nor forgets anything."""
    stage = Stage(fake, mode)
    stage.start()
    stage.consent.give(None)
    before = ({**fake.document.cookies.jar}, {**fake.localStorage.items})
    stage.did()
    stage.consent.set("pending")
    assert (stage.consent.state(), STORE["is_shut"]) == ("pending", True)
    assert (fake.document.cookies.jar, fake.localStorage.items) == before
    assert "forget" not in stage.did()
    stage.consent.set("pending")
    assert stage.did() == []
    stage.consent.set("given")
    assert (stage.consent.state(), stage.did()[-1]) == ("given", "release")
    for word in ("maybe", None, {}, "none", "remembered"):
        stage.consent.set(word)
    assert (stage.consent.state(), stage.did()) == ("given", [])
    assert fake.warnings == ["paqbridge: consent.set takes given, refused or pending, received"] * 5
    stage.consent.set("refused")
    assert stage.consent.state() == "refused"


@pytest.mark.parametrize(
    ("context", "status", "is_refused"),
    [({}, "pending", False),
     ({"consent": {"categoryPreferences": {"C1": True, "C2": True}}}, "given", False),
     ({"consent": {"categoryPreferences": {"C1": True}}}, "pending", False),
     ({"consent": {"categoryPreferences": {"C1": True, "C2": "yes"}}}, "pending", False),
     ({"consent": {"categoryPreferences": {"C1": True, "C2": False}}}, "refused", True),
     ({"consent": {"categoryPreferences": ["C1", "C2"]}}, "pending", False),
     ({"consentManagement": {"allowedConsentIds": ["C1", "C2"]}}, "given", False),
     ({"consentManagement": {"deniedConsentIds": ["C2"]}}, "refused", True),
     ({"consentManagement": {"allowedConsentIds": ["C1"]}}, "pending", False),
     ({"consentManagement": {"allowedConsentIds": "C10,C20"}}, "pending", False),
     ({"consentManagement": {"allowedConsentIds": {"C1": "a", "C2": "b"}}}, "pending", False),
     ({"consentManagement": {"allowedConsentIds": 5, "deniedConsentIds": True}}, "pending", False)],
)  # fmt: skip
def test_calls_that_bring_their_consent(
    fake: FakePage, context: Any, status: str, is_refused: bool
) -> None:
    """All categories have to be allowed; what is not known is no yes, and no no either."""
    stage = Stage(fake, "none", consentWithEvents=["C1", "C2"])
    assert stage.start() == "pending"
    assert stage.consent.is_refused(stage.consent.number(event(**context))) is is_refused
    assert stage.consent.state() == status
    # A logout brings none, and none refuses it.
    assert not stage.consent.is_refused(stage.consent.number(event("reset")))


@pytest.mark.parametrize("mode", ["none", "cookies"])
def test_a_call_that_says_nothing(fake: FakePage, mode: str) -> None:
    """It waits for an answer, or leaves without cookies where these alone are asked for; behind a
    yes it never does."""
    stage = Stage(fake, mode, consentWithEvents=["C1"])
    stage.start()
    assert not stage.consent.is_refused(stage.consent.number(event()))
    stage.consent.give(None)
    assert stage.consent.is_refused(stage.consent.number(event()))


def test_the_answer_of_another_tab(fake: FakePage) -> None:
    """Its cookies and its answers count at the next look; the tracker is told."""
    stage = Stage(fake, "tracking")
    stage.start()
    stage.did()
    fake.hear(ANSWER, "given")
    assert (stage.consent.state(), stage.did()) == (
        "given", ["save", "begin", ["setConsentGiven"], "release"]
    )  # fmt: skip
    fake.document.cookie = f"{REMOVED}=1"
    assert (stage.consent.state(), stage.did()) == (
        "refused",
        ["forget", ["forgetConsentGiven"], "drop"],
    )
    fake.document.cookie = f"{REMOVED}=; max-age=0"
    fake.document.cookie = "mtm_consent=1"
    assert (stage.consent.state(), stage.did()) == (
        "remembered", ["drop", "save", ["setConsentGiven"], "release"]
    )  # fmt: skip
    fake.document.cookie = "mtm_consent=; max-age=0"
    assert (stage.consent.state(), stage.did()) == ("pending", [["requireConsent"], "require"])
    fake.hear("another", "given")
    fake.hear(ANSWER, "pending")
    assert stage.consent.state() == "pending"
    fake.localStorage.items[KEY] = "refused"
    fake.hear(ANSWER, "refused")
    assert stage.consent.state() == "refused"


def with_a_yes(fake: FakePage, mode: str) -> Stage:
    """Start, and say yes; of what that does nothing is seen any more."""
    stage = Stage(fake, mode)
    stage.start()
    stage.consent.give(None)
    stage.did()
    return stage


@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
def test_a_no_of_another_tab_whose_mark_is_deleted(fake: FakePage, mode: str) -> None:
    """It counts: a platform may have deleted all cookies by the time when a kept page hears it."""
    stage = with_a_yes(fake, mode)
    fake.hear(ANSWER, "refused")
    command = "forgetCookieConsentGiven" if mode == "cookies" else "forgetConsentGiven"
    assert (stage.consent.state(), [command] in stage.did()) == ("refused", True)


@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
def test_a_no_that_another_tab_takes_back_at_once(fake: FakePage, mode: str) -> None:
    """The yes behind it is the answer: a mark of a no that was taken here would end that yes."""
    stage = with_a_yes(fake, mode)
    before = stage.consent.state()
    fake.localStorage.items[KEY] = "refused"
    fake.hear(ANSWER, "refused")
    del fake.localStorage.items[KEY]
    fake.hear(ANSWER, "given")
    fake.run_timers(LOOK)
    assert (stage.consent.state(), stage.did()) == (before, [])
    assert (fake.document.cookies.jar, fake.localStorage.items) == ({}, {})


@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
def test_a_no_of_another_tab_is_taken_without_a_call(fake: FakePage, mode: str) -> None:
    """As soon as no yes has followed it."""
    stage = with_a_yes(fake, mode)
    fake.localStorage.items[KEY] = "refused"
    fake.hear(ANSWER, "refused")
    assert stage.did() == []
    fake.run_timers(BEAT)
    assert stage.did()[0] == "forget"


def test_a_page_that_is_left_ahead_of_another_tabs_no(fake: FakePage) -> None:
    """It puts back no visitor whom that one has erased."""
    fake.document.cookie = "_pk_id.1.1fff=1"
    stage = Stage(fake, "tracking")
    stage.start()
    fake.document.cookie = "_pk_id.1.1fff=; max-age=0"
    fake.document.cookie = f"{REMOVED}=1"
    fake.hear(ANSWER, "refused")
    fake.leave()
    assert list(fake.document.cookies.jar) == [REMOVED]


@pytest.mark.parametrize("mode", ["cookies", "load"])
def test_a_yes_of_another_tab_lets_that_begin(fake: FakePage, mode: str) -> None:
    """It is taken a second later: both tabs at once would draw a visitor each. A no ends that."""
    stage = Stage(fake, mode)
    stage.start()
    stage.did()
    fake.hear(ANSWER, "given")
    assert stage.did() == []
    fake.run_timers(LOOK)
    assert (stage.did()[0], stage.did()) == ("save", [])
    for word in ("refused", "given", "refused"):
        fake.localStorage.items[KEY] = "refused"
        fake.hear(ANSWER, word)
    fake.run_timers(LOOK)
    assert stage.consent.state() == "refused"


def test_it_looks_while_calls_wait(fake: FakePage) -> None:
    """A yes that only the browser shows is seen without another call, once a second."""
    stage = Stage(fake, "load")
    stage.start()
    fake.run_timers(5000)
    assert (stage.did(), len(fake.timers)) == ([], 1)
    fake.document.cookie = "mtm_consent=1"
    fake.run_timers(1000)
    did = ["save", "begin", ["setConsentGiven"], "release"]
    assert (stage.did(), len(fake.timers)) == (did, 0)


def test_an_answer_as_a_word(fake: FakePage) -> None:
    """A yes lets things be stored; what is no answer is warned of, and changes nothing."""
    heard: list[Any] = []
    fake.console.warn = lambda text, received: heard.append(received)
    stage = Stage(fake, "load")
    stage.start()
    for word, status in (("maybe", "pending"), ("given", "given"), (5, "given")):
        stage.consent.set(word)
        assert (stage.consent.state(), STORE["is_shut"]) == (status, status == "pending")
    assert heard == ["maybe", 5]


def test_what_other_tabs_are_told(fake: FakePage) -> None:
    """A yes in any form is one to them; what they say themselves counts only where it is news."""
    told: list[Any] = []
    plain = fake.localStorage.setItem
    fake.localStorage.setItem = lambda *said: told.append(said)  # type: ignore[method-assign]
    stage = Stage(fake, "load")
    stage.start()
    stage.consent.remember(None)
    stage.consent.give(None)
    stage.consent.set("pending")
    stage.consent.withdraw()
    stage.consent.give({"cookies": False})
    words = ["given", "given", "pending", "refused", COOKIELESS]
    assert told == [(ANSWER, word) for word in words]
    stage.consent.withdraw()
    fake.localStorage.setItem = plain  # type: ignore[method-assign]
    fake.hear(ANSWER, "given")
    stage.consent.state()
    stage.did()
    fake.hear(ANSWER, "given")
    fake.hear(ANSWER, "nonsense")
    assert (stage.consent.state(), stage.did()) == ("given", [])


def test_what_the_page_has_told_the_tracker(fake: FakePage) -> None:
    """Of a yes that the page has queued the tracker hears once more: calls wait for that."""
    stage = Stage(fake, "tracking")
    stage.start()
    stage.did()
    fake._paq = [["setConsentGiven"]]
    assert stage.consent.state() == "given"
    assert stage.did() == ["save", "begin", ["setConsentGiven", False], "release"]


def test_what_is_dropped(fake: FakePage) -> None:
    """With a no all that waits; with the yes behind it what a tracker has held, and the no."""
    stage = Stage(fake, "load")
    stage.start()
    stage.consent.withdraw()
    assert stage.over == [False]
    stage.consent.give(None)
    assert stage.over == [False, True]


def test_a_no_of_the_pages_ahead_of_our_yes(fake: FakePage) -> None:
    """It is looked for in the queue, which grows, when an answer is said, and is over then."""
    stage = Stage(fake, "none")
    stage.start()
    fake._paq = [["optUserOut"]]
    assert (stage.consent.state(), stage.over) == ("none", [])
    stage.consent.give(None)
    assert (stage.consent.state(), stage.over) == ("given", [False, True])


def test_a_no_of_the_pages_ahead_of_another_tabs_yes(fake: FakePage) -> None:
    """While a yes is still to be told it is looked for, and that tab's yes is the answer."""
    stage = Stage(fake, "load")
    stage.start()
    stage.consent.give(None)
    stage.told = False
    fake._paq = [["optUserOut"]]
    fake.hear(ANSWER, "given")
    assert stage.over == [False]
    stage.did()
    fake.run_timers(BEAT)
    assert stage.did() == []
    stage.told = True
    fake.run_timers(LOOK)
    assert (stage.consent.state(), stage.over) == ("given", [False, True])


def test_whether_a_yes_still_stands(fake: FakePage) -> None:
    """Before a tracker hears of it: a refusal that has come meanwhile ends it, and no other."""
    stage = Stage(fake, "load")
    stage.start()
    stage.consent.give(None)
    assert stage.before()
    fake.document.cookie = f"{REMOVED}=1"
    assert not stage.before()
    stage.consent.state()
    assert stage.before()  # a no stands
    stage.consent.give(None)
    assert stage.before()


def test_a_yes_that_is_remembered_still_stands(fake: FakePage) -> None:
    """Whatever our mark says: Matomo's cookie goes before that; but a question ends such a yes."""
    stage = Stage(fake, "cookies", "mtm_cookie_consent")
    stage.start()
    fake.localStorage.items[KEY] = "removed"
    assert stage.before()
    del fake.localStorage.items[KEY]
    stage.consent.set("pending")
    fake.document.cookie = "mtm_cookie_consent=1"
    assert stage.before()
    assert fake.document.cookies.jar == {}


def test_what_a_live_tracker_was_told(fake: FakePage) -> None:
    """It does not hear again of a yes; and while it is to keep no cookies nothing is stored."""
    fake.start_tracker()
    fake.Matomo.tracker.tell("requireConsent")
    stage = Stage(fake, "load")
    stage.live = True
    stage.start()
    stage.did()
    fake.Matomo.tracker.tell("setConsentGiven")
    assert (stage.consent.state(), stage.did()) == ("given", ["save", "begin", "release"])
    fake.Matomo.tracker.tell("forgetCookieConsentGiven")
    assert (stage.consent.state(), STORE["is_shut"]) == ("given", True)


def test_a_refusal_that_is_taken_back_elsewhere(fake: FakePage) -> None:
    """Where nobody asks, a mark that is gone lets all go on, without a word to the tracker."""
    stage = Stage(fake, "none", REMOVED)
    assert stage.start() == "refused"
    stage.did()
    fake.document.cookie = f"{REMOVED}=; max-age=0"
    assert stage.consent.state() == "none"
    assert stage.did() == ["drop", "save", "begin", "release"]


def test_one_look_at_a_time(fake: FakePage) -> None:
    """However often there is no answer, it is looked for once a second, and no more after a no."""
    stage = Stage(fake, "load")
    stage.start()
    stage.consent.give(None)
    stage.consent.set("pending")
    assert len(fake.timers) == 1
    stage.consent.withdraw()
    stage.did()
    fake.run_timers(2000)
    assert (stage.did(), fake.timers) == ([], {})


def test_a_no_to_cookies(fake: FakePage) -> None:
    """The yes that Matomo remembered goes, and other tabs can read the no."""
    stage = Stage(fake, "cookies", "mtm_cookie_consent")
    assert stage.start() == "remembered"
    stage.consent.withdraw()
    assert fake.document.cookies.jar == {}
    assert fake.localStorage.items == {KEY: "refused"}


def test_a_yes_to_cookies_in_another_tab(fake: FakePage) -> None:
    """The tracker hears of it in the words of its question."""
    stage = Stage(fake, "cookies")
    stage.start()
    stage.did()
    fake.document.cookie = "mtm_cookie_consent=1"
    assert stage.consent.state() == "remembered"
    assert stage.did() == ["save", ["setCookieConsentGiven"], "release"]


@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
def test_a_no_that_was_said_stays(fake: FakePage, mode: str) -> None:
    """Whoever deletes the cookies; one that the browser showed goes with its mark."""
    stage = Stage(fake, mode)
    before = stage.start()
    stage.consent.withdraw()
    fake.document.cookie = f"{REMOVED}=; max-age=0"
    fake.localStorage.removeItem(KEY)
    assert stage.consent.state() == "refused"
    stage.did()
    stage.consent.set("pending")
    assert stage.consent.state() == "pending"
    # What Matomo has held meanwhile of the page's own.
    assert ("drop" in stage.did()) is (mode != "cookies")
    fake.document.cookie = f"{REMOVED}=1700000000000"
    assert stage.consent.state() == "refused"
    fake.document.cookie = f"{REMOVED}=; max-age=0"
    assert stage.consent.state() == before


def test_a_page_that_asks_for_cookies(fake: FakePage) -> None:
    """Where nobody asks here, its question counts if it has come ahead of the tracker."""
    fake._paq = [["requireCookieConsent"]]
    stage = Stage(fake, "none")
    assert stage.start() == "pending"
    stage.consent.give(None)
    assert stage.did()[-2:] == [["setCookieConsentGiven"], "release"]
    stage = Stage(fake, "none")
    stage.live = True
    assert stage.start() == "none"


def test_a_tracker_that_keeps_no_cookies_any_more(fake: FakePage) -> None:
    """The page has asked for them by now, where nobody asks here; a yes is one to them."""
    fake.Matomo = Matomo()
    stage = Stage(fake, "none")
    stage.live = True
    assert stage.start() == "none"
    fake.Matomo.tracker.tell("requireCookieConsent")
    assert stage.consent.state() == "pending"
    stage.did()
    stage.consent.give(None)
    assert stage.did()[-2:] == [["setCookieConsentGiven"], "release"]


def test_a_yes_of_the_pages_without_cookies(fake: FakePage) -> None:
    """What the tracker has heard is not said again, and nothing is stored."""
    fake.Matomo = Matomo()
    fake.Matomo.tracker.tell("requireConsent")
    stage = Stage(fake, "tracking")
    stage.live = True
    assert stage.start() == "pending"
    stage.did()
    fake.Matomo.tracker.given = True
    assert stage.consent.state() == "given"
    assert STORE["is_shut"]
    assert stage.did() == ["forget", "begin", *BARE, "release"]


def test_a_tab_that_is_seen_again(fake: FakePage) -> None:
    """What has changed meanwhile counts at once."""
    heard: dict[str, Any] = {}
    document: Any = fake.document
    document.addEventListener = lambda name, hear, early: heard.update({name: hear})
    stage = Stage(fake, "tracking")
    stage.start()
    stage.did()
    fake.document.cookie = "mtm_consent=1"
    heard["visibilitychange"](None)
    assert stage.did() == ["save", "begin", ["setConsentGiven"], "release"]


def test_a_call_that_says_what_is_known(fake: FakePage) -> None:
    """It is no other answer."""
    stage = Stage(fake, "none", consentWithEvents=["C1"])
    stage.start()
    stage.consent.give(None)
    stage.did()
    assert stage.consent.number(stamped(True)) == stage.consent.number(stamped(True)) == 1
    assert stage.did() == []


@pytest.mark.parametrize("mode", ["none", "load", "tracking", "cookies"])
def test_a_stamp_that_is_old(fake: FakePage, mode: str) -> None:
    """The same as on the call before is no new answer: what was said since is."""
    stage = Stage(fake, mode, consentWithEvents=["C1"])
    stage.start()
    stage.consent.number(stamped(True))
    stage.consent.withdraw()
    late = stage.consent.number(stamped(True))
    assert (stage.consent.state(), stage.consent.may_send()) == ("refused", mode == "cookies")
    assert stage.consent.is_refused(late) is (mode != "cookies")
    stage.consent.give(None)
    assert not stage.consent.is_refused(stage.consent.number(stamped(True)))
    for answer, status in ((False, "refused"), (True, "given")):
        assert stage.consent.is_refused(stage.consent.number(stamped(answer))) is (
            answer is False and mode != "cookies"
        )
        assert stage.consent.state() == status


@pytest.mark.parametrize("way_on", ["given", "pending"])
@pytest.mark.parametrize("is_late", [True, False])
def test_a_call_that_a_host_has_held(fake: FakePage, is_late: bool, way_on: str) -> None:
    """One made before a no was over never leaves; the standalone makes each at its time."""
    stage = Stage(fake, "load", REMOVED, is_late)
    times = [EPOCH + fake.now]
    fake.now += 5
    stage.consent.set(way_on)  # ahead of the start: it counts from when it was said
    times += [EPOCH + fake.now, EPOCH + fake.now + 5]
    fake.now += 10
    stage.start()
    calls: list[Any] = [{**event(), "time": time} for time in times]
    refused = [stage.consent.is_refused(stage.consent.number(call)) for call in calls]
    assert refused == [is_late, False, False]


def test_a_call_that_a_host_has_held_since_the_question(fake: FakePage) -> None:
    """It leaves with the yes: nobody had refused."""
    stage = Stage(fake, "load", "", True)
    stage.start()
    call: Any = {**event(), "time": EPOCH + fake.now}
    fake.now += 5
    stage.consent.give(None)
    assert not stage.consent.is_refused(stage.consent.number(call))


def test_a_yes_that_comes_late_with_a_call(fake: FakePage) -> None:
    """It was said when the call was made: what was made behind it leaves, what was before not."""
    stage = Stage(fake, "load", "", True, consentWithEvents=["C1"])
    stage.start()
    time = EPOCH + fake.now
    stage.consent.number(stamped(False, None, time))
    fake.now += 10
    calls = [stamped(True, None, time + made) for made in (3, 5, 2)]
    refused = [stage.consent.is_refused(stage.consent.number(call)) for call in calls]
    assert refused == [False, False, True]


def test_a_stamp_behind_a_no_of_another_tab(fake: FakePage) -> None:
    """A call that is made later says something newer."""
    stage = Stage(fake, "load", consentWithEvents=["C1"])
    stage.start()
    fake.hear(ANSWER, "refused")
    assert stage.consent.state() == "refused"
    stage.consent.number(stamped(True, None, EPOCH + fake.now))
    assert stage.consent.state() == "refused"
    stage.consent.number(stamped(False))
    stage.consent.number(stamped(True))
    assert stage.consent.state() == "given"


def test_a_logout_that_a_host_has_held(fake: FakePage) -> None:
    """It is never refused."""
    stage = Stage(fake, "load", "", True)
    stage.start()
    stage.consent.withdraw()
    fake.now += 5
    stage.consent.give(None)
    logout: Any = {**event("reset"), "time": EPOCH}
    assert not stage.consent.is_refused(stage.consent.number(logout))


@pytest.mark.parametrize("name", [None, "Segment Consent Preference Updated"])
@pytest.mark.parametrize("answer", ["refused", "given", "pending"])
def test_a_stamp_that_an_answer_has_overtaken(fake: FakePage, answer: str, name: str) -> None:
    """A call that was on its way in the host is older: it takes back no answer that was said here,
    nor does what goes on to say the same; a question that was asked meanwhile it answers."""
    stage = Stage(fake, "load", consentWithEvents=["C1"])
    stage.start()
    made = EPOCH + fake.now  # at the latest
    stage.consent.set(answer)
    fake.now += 5
    old = answer != "given"
    stage.consent.number(stamped(old, name, made))
    stage.consent.number(stamped(old))
    assert stage.consent.state() == ("given" if answer == "pending" else answer)
    stage.consent.number(stamped(not old))
    stage.consent.number(stamped(old))
    assert stage.consent.state() == ("given" if old else "refused")


def test_a_stamp_behind_a_no_of_the_pages(fake: FakePage) -> None:
    """When the page has told the tracker nobody knows: what a call says is newer."""
    stage = Stage(fake, "none", consentWithEvents=["C1"])
    stage.start()
    fake.document.cookie = "mtm_consent_removed=1"
    assert stage.consent.state() == "refused"
    stage.consent.number(stamped(True, None, EPOCH + fake.now))
    assert stage.consent.state() == "given"


def test_answers_that_calls_bring_along(fake: FakePage) -> None:
    """Each counts, though it was made before the one ahead of it came."""
    stage = Stage(fake, "load", consentWithEvents=["C1"])
    stage.start()
    made = EPOCH + fake.now
    fake.now += 5
    for answer, status in ((True, "given"), (False, "refused"), (True, "given")):
        stage.consent.number(stamped(answer, None, made))
        assert stage.consent.state() == status


def test_an_old_no_behind_a_yes_of_another_tab(fake: FakePage) -> None:
    """The call never leaves, but takes nothing back."""
    stage = Stage(fake, "none", consentWithEvents=["C1"])
    stage.start()
    stage.consent.number(stamped(False))
    fake.hear(ANSWER, "given")
    assert stage.consent.state() == "given"
    assert stage.consent.is_refused(stage.consent.number(stamped(False)))
    assert stage.consent.state() == "given"


def test_a_call_that_tells_of_the_choice(fake: FakePage) -> None:
    """It is an answer, though the stamp was there before."""
    stage = Stage(fake, "none", consentWithEvents=["C1"])
    stage.start()
    for name in ("Segment Consent Preference Updated", "Consent Management Interaction"):
        stage.consent.number(stamped(True))
        stage.consent.withdraw()
        assert not stage.consent.is_refused(stage.consent.number(stamped(True, name)))
        assert stage.consent.state() == "given"


def test_how_often_cookies_are_looked_at(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls in a row look once, whatever happens to the clock."""
    looks: list[str] = []

    def look(mode: str, *more: bool) -> str:
        looks.append(mode)
        return ""

    monkeypatch.setattr("paqbridge.destination.standing.sign_of", look)
    stage = Stage(fake, "tracking")
    stage.start()
    looks.clear()
    for move, count in ((0, 1), (0, 1), (GLANCE - 1, 1), (1, 2), (GLANCE - 1, 2), (-GLANCE, 3)):
        fake.now += move
        stage.consent.number(event())
        assert len(looks) == count


def test_matomos_no_where_cookies_are_asked_for(fake: FakePage) -> None:
    """It stops all; a yes to cookies opens the tracker as well. A no to cookies stops nothing."""
    stage = Stage(fake, "cookies", REMOVED)
    assert (stage.start(), stage.consent.may_send()) == ("refused", False)
    stage.did()
    stage.consent.give(None)
    assert [one for one in stage.did() if isinstance(one, list)] == [
        ["setConsentGiven"],
        ["setCookieConsentGiven"],
    ]
    stage.consent.withdraw()
    assert (stage.consent.state(), stage.consent.may_send()) == ("refused", True)


def test_a_question_that_is_not_there_any_more(fake: FakePage) -> None:
    """It is not answered by that."""
    fake._paq = [["requireConsent"]]
    stage = Stage(fake, "none")
    assert stage.start() == "pending"
    fake._paq = []
    assert stage.consent.state() == "pending"


def test_a_queue_is_not_looked_through_while_calls_leave(fake: FakePage) -> None:
    """It grows with them."""
    stage = Stage(fake, "tracking")
    stage.start()
    stage.consent.give(None)
    fake._paq = [["forgetConsentGiven"]]
    assert stage.consent.state() == "given"


def test_a_tracker_is_told_otherwise(fake: FakePage) -> None:
    """By the page: that it keeps no cookies, and that it asks for all."""
    fake.Matomo = Matomo()
    stage = Stage(fake, "cookies", "mtm_cookie_consent")
    stage.live = True
    assert stage.start() == "remembered"
    fake.document.cookie = "mtm_cookie_consent=; max-age=0"
    fake.Matomo.tracker.tell("forgetCookieConsentGiven")
    assert stage.consent.state() == "refused"
    stage.consent.withdraw()
    fake.localStorage.removeItem(KEY)
    fake.Matomo.tracker.tell("requireConsent")
    assert (stage.consent.state(), stage.consent.may_send()) == ("pending", False)


def test_a_call_of_a_refusal_that_is_stamped_after_a_yes(fake: FakePage) -> None:
    """The yes of its stamp comes too late: it was made while refused."""
    stage = Stage(fake, "none", consentWithEvents=["C1"])
    stage.start()
    stage.consent.withdraw()
    call = event()
    call["answer"] = stage.consent.number(call)
    stage.consent.give(None)
    call["context"] = {"consent": {"categoryPreferences": {"C1": True}}}
    assert stage.consent.is_refused(stage.consent.number(call))


@pytest.mark.parametrize("is_stamped", [True, False])
def test_a_call_that_is_stamped_later(fake: FakePage, is_stamped: bool) -> None:
    """It waits with the number that it had; its stamp counts, but not after a no."""
    stage = Stage(fake, "none", consentWithEvents=["C1"])
    stage.start()
    stamp = {"consent": {"categoryPreferences": {"C1": True}}}
    calls = [event(), event()]
    for call in calls:
        call["answer"] = stage.consent.number(call)
        call["context"] = stamp if is_stamped else {}
        call["time"] = EPOCH + fake.now
    assert stage.consent.is_refused(stage.consent.number(calls[0])) is False
    assert stage.consent.state() == ("given" if is_stamped else "pending")
    stage.consent.withdraw()
    stage.consent.give(None)
    assert stage.consent.is_refused(stage.consent.number(calls[1]))
