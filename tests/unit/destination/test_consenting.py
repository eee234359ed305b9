"""A destination that asks for consent before anything begins."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.consenting import ConsentingWay, create_consenting
from paqbridge.destination.wiring import create_destination
from paqbridge.kits.full import FULL
from paqbridge.kits.full_standalone import FULL_STANDALONE
from paqbridge.types.destination import Destination
from tests.support.fake_page import FakePage, Queue
from tests.support.standalone import standalone

GIVEN = {"siteId": 1, "serverUrl": "https://m.example"}
OPENING = ["setSiteId", "setTrackerUrl", "enableLinkTracking"]


def started(**settings: Any) -> tuple[Destination, list[str]]:
    """Start and load a destination; return it and a list that grows when it is ready."""
    destination = FULL["destination"]()
    ready: list[str] = []
    given = {**GIVEN, **settings}
    assert destination["configure"](given)
    assert destination["start"](given, lambda: ready.append("ready"))
    destination["load"]()
    return destination, ready


def names(fake: FakePage) -> list[str]:
    """Return the names of what has reached Matomo's queue."""
    return [command[0] for command in fake.commands]


def test_nothing_at_all_before_consent(fake: FakePage) -> None:
    """With ``load`` no script, no queue; who waits for the tracker need not wait for a visitor."""
    destination, ready = started(consent="load")
    assert destination["deliver"]([["trackPageView"]])
    assert (fake._paq, fake.document.scripts, ready) == (None, [], ["ready"])
    fake.run_timers(10_000)
    assert fake.warnings == []


def test_consent_lets_everything_go(fake: FakePage) -> None:
    """All that has waited leaves in its order, and the script is fetched."""
    destination, ready = started(consent="load")
    destination["deliver"]([["trackPageView"]])
    destination["consent"].give(None)
    assert names(fake) == [*OPENING, "trackPageView"]
    assert (len(fake.document.scripts), ready) == (1, ["ready"])
    destination["deliver"]([["trackEvent", "a", "b", None, None]])
    assert names(fake)[-1] == "trackEvent"


def test_a_yes_to_cookies_ahead_of_the_tracker(fake: FakePage) -> None:
    """It counts for what was called before it, too, which would leave without a visitor."""
    destination, _ = started(consent="cookies")
    destination["deliver"]([["trackPageView"]])
    destination["consent"].give(None)
    assert names(fake) == ["requireCookieConsent", *OPENING]
    fake.tracker_arrives()
    assert names(fake)[-2:] == ["setCookieConsentGiven", "trackPageView"]


def test_a_tracker_that_counts_as_blocked(fake: FakePage) -> None:
    """Nobody waits for a yes to cookies ahead of it any more: a late one finds what was called."""
    destination, _ = started(consent="cookies")
    destination["deliver"]([["trackPageView"]])
    fake.run_timers(10_000)
    assert names(fake) == ["requireCookieConsent", *OPENING, "trackPageView"]
    destination["deliver"]([["trackGoal", 1]])
    assert names(fake)[-1] == "trackGoal"


def test_a_call_ahead_of_our_look(fake: FakePage) -> None:
    """A tracker that the page fetches itself is told the yes first, then of what has waited."""
    destination, _ = started(consent="tracking", loadScript=False)
    destination["consent"].give(None)
    destination["deliver"]([["trackPageView"]])
    fake.start_tracker()
    destination["deliver"]([["trackGoal", 1]])
    assert names(fake)[-3:] == ["setConsentGiven", "trackPageView", "trackGoal"]


def test_a_yes_to_a_question_of_the_pages(fake: FakePage) -> None:
    """The tracker finds the question in its queue, and so has to hear of the yes."""
    fake._paq = Queue([["requireConsent"]])
    destination, _ = started(consent="load")
    destination["deliver"]([["trackPageView"]])
    destination["consent"].give(None)
    fake.tracker_arrives()
    assert names(fake) == ["requireConsent", *OPENING, "setConsentGiven", "trackPageView"]
    assert destination["consent"].state() == "given"


def test_a_consent_that_matomo_remembers(fake: FakePage) -> None:
    """It is said once the tracker is there, ahead of what has waited for it."""
    destination, _ = started(consent="load")
    destination["deliver"]([["trackPageView"]])
    destination["consent"].remember(5)
    assert names(fake) == OPENING
    fake.tracker_arrives()
    assert fake.commands[-2:] == [["rememberConsentGiven", 5], ["trackPageView"]]


def test_a_consent_before_the_start(fake: FakePage) -> None:
    """What a page says first counts: nothing is held."""
    destination = FULL["destination"]()
    destination["consent"].give(None)
    given = {**GIVEN, "consent": "load"}
    assert destination["configure"](given)
    assert destination["start"](given, lambda: None)
    destination["load"]()
    assert names(fake) == OPENING
    assert fake.document.scripts[0].src == "https://m.example/piwik.js"


def test_while_the_script_is_fetched(fake: FakePage) -> None:
    """With ``tracking`` the tracker knows nothing but that it needs consent, until there is."""
    destination, ready = started(consent="tracking")
    destination["deliver"]([["trackPageView"]])
    assert (names(fake), len(fake.document.scripts), ready) == (["requireConsent"], 1, [])
    fake.tracker_arrives()
    assert (names(fake), ready) == (["requireConsent"], ["ready"])
    destination["consent"].give(None)
    assert names(fake) == ["requireConsent", *OPENING, "setConsentGiven", "trackPageView"]
    assert len(fake.document.scripts) == 1


def test_consent_before_the_script(fake: FakePage) -> None:
    """Matomo would apply a consent ahead of what is queued: it waits, and all behind it."""
    destination, _ = started(consent="tracking")
    destination["deliver"]([["trackPageView"]])
    destination["consent"].give(None)
    assert names(fake) == ["requireConsent", *OPENING]
    fake.tracker_arrives()
    assert names(fake)[-2:] == ["setConsentGiven", "trackPageView"]


def test_consent_ahead_of_the_hosts_load(fake: FakePage) -> None:
    """The script is fetched once, when the host has it loaded."""
    destination = FULL["destination"]()
    given = {**GIVEN, "consent": "load"}
    assert destination["configure"](given)
    assert destination["start"](given, lambda: None)
    destination["consent"].give(None)
    assert (names(fake), fake.document.scripts) == (OPENING, [])
    destination["load"]()
    assert len(fake.document.scripts) == 1


def test_a_no_after_a_yes(fake: FakePage) -> None:
    """The tracker that goes on after it drops what it has held, and is told of the new yes."""
    destination, _ = started()
    fake.tracker_arrives()
    destination["consent"].withdraw()
    destination["consent"].give(None)
    destination["deliver"]([["trackPageView"]])
    assert names(fake) == [*OPENING, "forgetConsentGiven", "setConsentGiven", "trackPageView"]


@pytest.mark.parametrize("again", [None, "u1", "u2"])
@pytest.mark.parametrize("mode", ["none", "tracking", "load"])
def test_a_logout_while_refused(fake: FakePage, mode: str, again: str | None) -> None:
    """Ahead of a yes the tracker hears that somebody has left: with that it tells who is there."""
    analytics: Any = standalone(FULL_STANDALONE, FULL)
    analytics["load"]({**GIVEN, "consent": mode})
    analytics["consent"]["give"](None)
    fake.tracker_arrives()
    analytics["identify"]("u1")
    analytics["consent"]["withdraw"]()
    analytics["reset"]()
    if again:
        analytics["identify"](again)
    told = len(fake.commands)
    analytics["consent"]["give"](None)
    analytics["identify"](again or "u3")
    assert fake.commands[told:] == [
        ["resetUserId"],
        ["setConsentGiven"],
        ["setUserId", again or "u3"],
    ]


@pytest.mark.parametrize("again", ["u1", "u2"])
@pytest.mark.parametrize("asked", ["pending", "refused"])
@pytest.mark.parametrize("bare", [False, True])
def test_another_user_while_refused(fake: FakePage, bare: bool, asked: str, again: str) -> None:
    """The tracker tells nothing more of the one before, nor calls of the other as that one's."""
    analytics: Any = standalone(FULL_STANDALONE, FULL)
    analytics["load"]({**GIVEN, "disableCookies": bare})
    fake.tracker_arrives()
    analytics["identify"]("u1")
    analytics["consent"]["set"](asked)
    analytics["identify"](again)
    analytics["identify"]({"of": "the same"})
    analytics["consent"]["withdraw"]()
    analytics["consent"]["give"](None)
    analytics["group"]("g")
    told = names(fake)
    assert ("resetUserId" in told[: told.index("setConsentGiven")]) is (again != "u1")
    assert told.count("resetUserId") == (again != "u1")


def test_a_tracker_that_cannot_forget(fake: FakePage) -> None:
    """An old one is not told of what it has no command for; we send it nothing."""
    destination, _ = started(matomoVersion="3.4")
    fake.tracker_arrives()
    destination["consent"].withdraw()
    assert (names(fake), destination["consent"].state()) == (OPENING, "refused")


def test_no_consent_and_no_bound(fake: FakePage, monkeypatch: Any) -> None:
    """A visitor who never answers costs a bounded number of calls."""
    monkeypatch.setattr("paqbridge.destination.held.LIMIT", 2)
    destination, _ = started(consent="load")
    kept = [destination["deliver"]([["trackPageView"]]) for _ in range(3)]
    assert kept == [True, True, False]


def test_nobody_asks(fake: FakePage) -> None:
    """Without the setting it begins like any other."""
    destination, ready = started()
    assert (names(fake), destination["consent"].state(), ready) == (OPENING, "none", [])
    fake.tracker_arrives()
    assert ready == ["ready"]


def test_a_matomo_that_cannot_wait(fake: FakePage) -> None:
    """Nothing begins with a tracker that would not wait for the consent, and the page is told."""
    destination = FULL["destination"]()
    given = {**GIVEN, "consent": "tracking", "matomoVersion": "3.0"}
    assert destination["configure"](given)
    assert destination["start"](given, lambda: None) is False
    assert (fake.commands, destination["consent"].state(), len(fake.warnings)) == ([], "unknown", 1)
    assert fake.warnings[0].startswith("paqbridge: consent")


def test_consent_is_asked_for_once(fake: FakePage) -> None:
    """However often an answer is looked for, the tracker hears once that it needs one."""
    started(consent="tracking")
    fake.run_timers(5000)
    assert names(fake).count("requireConsent") == 1


def test_what_is_dropped_hears_of_it(fake: FakePage) -> None:
    """A call that has waited for a yes is asked once more after a no, so that it is counted."""
    destination, _ = started(consent="load")
    asked: list[str] = []

    def call() -> list[Any]:
        asked.append("asked")
        return []

    for one in (call, [["trackPageView"]]):
        destination["deliver"](one)
    destination["consent"].withdraw()
    assert (asked, names(fake)) == (["asked"], [])


@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
def test_it_begins_once(fake: FakePage, mode: str) -> None:
    """Whoever has to know of the first command of a page is told before it, and not again."""
    begun: list[int] = []
    destination = create_consenting(
        FULL, FULL["transport"], lambda: begun.append(len(fake.commands))
    )
    given = {**GIVEN, "consent": mode}
    destination["configure"](given)
    destination["start"](given, lambda: None)
    destination["load"]()
    destination["consent"].give(None)
    assert begun == [0]


class Stage:
    """A way out, and what has been done in it: to the tracker, and for its script."""

    def __init__(self, is_live: bool = False) -> None:
        self.did: list[Any] = []
        self.live = is_live
        self.is_last = True
        kit: Any = {"grammar": FULL["grammar"]}
        inner: Any = {"deliver": self.did.extend, "load": lambda: self.did.append("load")}
        inner["settings"] = {"matomoVersion": "5"}
        opening: Any = self
        self.way = ConsentingWay(kit, inner, opening, lambda: self.did.append("begin"))
        self.way.listen(lambda: None)

    def is_live(self) -> bool:
        """Say whether the tracker is there."""
        return self.live

    def commands(self) -> list[Any]:
        """Return an opening."""
        return [["requireConsent"], ["setSiteId", 1]]

    def before(self) -> bool:
        """See what is done ahead of a word, which is the last."""
        self.did.append("before")
        return self.is_last


def test_the_script_is_fetched_once() -> None:
    """For the tracker that has to wait, and not again when it may begin."""
    stage = Stage()
    stage.way.load()
    stage.way.require()
    stage.way.require()
    stage.way.begin(False)
    stage.way.begin(False)
    assert stage.did == ["begin", ["requireConsent"], "load", ["setSiteId", 1]]


def test_the_last_word_counts() -> None:
    """A tracker to come hears it when it is there, but none of before it was set up."""
    stage = Stage()
    stage.way.say([["forgetConsentGiven"]], stage.before)
    stage.way.begin(False)
    stage.did.clear()
    stage.live = True
    assert stage.way.is_open()
    assert stage.did == []
    stage.live = False
    stage.way.say([["setConsentGiven"]], stage.before)
    stage.way.say([], stage.before)
    assert not stage.way.is_open()
    stage.live = True
    assert stage.way.is_open()
    assert stage.did == ["before", ["setConsentGiven"]]


def test_a_word_that_is_over() -> None:
    """The tracker has heard another one meanwhile: nothing leaves before that is known here."""
    stage = Stage()
    stage.way.begin(False)
    stage.way.say([["setConsentGiven"]], stage.before)
    stage.did.clear()
    stage.live, stage.is_last = True, False
    assert (stage.way.is_live(), stage.way.is_open(), stage.way.is_told()) == (True, False, False)
    stage.is_last = True
    stage.way.say([["forgetConsentGiven"]], stage.before)
    assert stage.did[-1] == ["forgetConsentGiven"]
    assert stage.way.is_told()


@pytest.mark.parametrize(
    ("cookie", "is_called", "said"),
    [
        ("", True, ["ping"]),
        ("_pk_id.1.1fff", True, []),
        ("_pk_id.2.1fff", True, ["ping"]),
        ("", False, []),
    ],
)  # fmt: skip
def test_a_yes_to_cookies_that_the_tracker_keeps_to_itself(
    cookie: str, is_called: bool, said: list[str], fake: FakePage
) -> None:
    """What was called before it would be of nobody: the tracker is asked to say who it was."""
    destination, _ = started(consent="cookies")
    fake.tracker_arrives()
    if is_called:
        destination["deliver"]([["trackPageView"]])
    fake.document.cookies.jar[cookie] = "0123456789abcdef.1."
    destination["consent"].give(None)
    assert names(fake)[names(fake).index("setCookieConsentGiven") + 1 :] == said
    destination["consent"].withdraw()
    assert names(fake)[-1] == "forgetCookieConsentGiven"


def test_what_a_destination_has(fake: FakePage) -> None:
    """One that asks for consent has all that one has which does not."""
    asking = create_consenting(FULL, FULL["transport"], lambda: None)
    assert set(asking) == set(create_destination(FULL, FULL["transport"]))
