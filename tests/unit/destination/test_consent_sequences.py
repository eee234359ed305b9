"""Whatever visitors, pages and other tabs do: what is refused never leaves, what may leave does."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from paqbridge.destination.consent_signs import REMOVED
from paqbridge.destination.other_tabs import KEY as ANSWER
from paqbridge.kits.full import FULL
from paqbridge.kits.full_standalone import FULL_STANDALONE
from tests.support.fake_page import FakePage, under_host
from tests.support.standalone import standalone

ANSWERS = ("give", "remember", "refuse", "ask", "other yes", "other no", "load", "tracker", "wait")
STEPS = st.lists(st.sampled_from([*ANSWERS, "track", "track", "page"]), max_size=14)
YES = ("give", "remember", "other yes")


class Visit:
    """One page of a visitor, and in a few words what the contract says of each call."""

    def __init__(self, page: FakePage, mode: str, marked: bool, is_ours: bool = True) -> None:
        self.page = page
        self.is_ours = is_ours  # the script: of one of the page's nobody tells when it is there
        self.mode = mode
        self.analytics: Any = standalone(FULL_STANDALONE, FULL)
        if marked:
            page.document.cookie = f"{REMOVED}=1"
        self.status = "refused" if marked else self.start()
        self.refused: set[str] = set()
        self.waiting: list[str] = []
        self.allowed: list[str] = []
        self.is_loaded = False
        self.calls = 0

    def start(self) -> str:
        """How things stand where nothing has been said."""
        return "none" if self.mode == "none" else "pending"

    def step(self, step: str) -> None:
        """Do one thing, on the page and in the model."""
        act = getattr(self, step.replace(" ", "_"), None)
        if step in ("track", "page"):
            self.call(step)
        elif act:
            act()

    def call(self, kind: str) -> None:
        """Make a call that can be told from all others."""
        self.calls += 1
        name = f"call {self.calls}"
        self.analytics[kind](name) if kind == "track" else self.analytics["page"](name)
        if kind == "page":
            return
        if self.status == "refused":
            self.refused.add(name)
        elif self.status == "pending":
            self.waiting.append(name)
        else:
            self.allowed.append(name)

    def yes(self) -> None:
        """Let go what waits."""
        self.status = "none" if self.status == "none" else "given"
        self.allowed += self.waiting
        self.waiting = []

    def no(self) -> None:
        """Drop what waits: for load, for an answer, or behind a consent for the tracker."""
        gone = [name for name in self.allowed if name not in self.sent()]
        self.refused |= {*gone}
        self.allowed = [name for name in self.allowed if name not in gone]
        self.status = "refused"
        self.refused |= {*self.waiting}
        self.waiting = []

    def give(self) -> None:
        """Consent for this page."""
        self.analytics["consent"]["give"](None)
        self.yes()

    def remember(self) -> None:
        """Consent for later pages."""
        self.analytics["consent"]["remember"](None)
        self.yes()

    def refuse(self) -> None:
        """Refuse."""
        self.analytics["consent"]["withdraw"]()
        self.no()

    def ask(self) -> None:
        """Leave the question open."""
        self.analytics["consent"]["set"]("pending")
        self.status = "pending"

    def other_yes(self) -> None:
        """Consent in another tab, which takes a refusal back."""
        if self.is_loaded:
            self.page.document.cookie = f"{REMOVED}=; max-age=0"
            self.page.hear(ANSWER, "given")
            self.yes()

    def other_no(self) -> None:
        """Refuse in another tab: its cookie is there, and this tab hears of it."""
        if self.is_loaded:
            self.page.document.cookie = f"{REMOVED}=1"
            self.page.hear(ANSWER, "refused")
            self.no()

    def load(self) -> None:
        """Start."""
        if not self.is_loaded:
            self.analytics["load"](
                {
                    "siteId": 1,
                    "serverUrl": "https://m.example",
                    "consent": self.mode,
                    "loadScript": self.is_ours,
                }
            )
            self.is_loaded = True

    def tracker(self) -> None:
        """Let the script arrive."""
        if self.page.Matomo is None and not self.is_ours:
            self.page.start_tracker()
        elif len(self.page.document.scripts) == 1 and self.page.Matomo is None:
            self.page.tracker_arrives()

    def wait(self) -> None:
        """Let time pass."""
        self.page.run_timers(1500)

    def state(self) -> str:
        """How things stand; whether a yes is remembered is not of interest here."""
        state: str = self.analytics["consent"]["state"]()
        return "given" if state == "remembered" else state

    def sent(self) -> list[str]:
        """The calls that have left, in their order."""
        events = [one for one in self.page.commands if one[0] == "trackEvent"]
        return [event[2] for event in events]


@given(st.sampled_from(["none", "tracking", "load"]), st.booleans(), STEPS)
def test_any_sequence(mode: str, marked: bool, steps: list[str]) -> None:
    """No call that was made while refused is sent; none is lost that was made while it could be."""
    with under_host(FakePage()) as page:
        visit = Visit(page, mode, marked)
        for step in steps:
            visit.step(step)
            assert not visit.refused & {*visit.sent()}
            assert visit.state() in ("unknown", visit.status)
        for step in ("load", "tracker", "wait", "give", "tracker"):
            visit.step(step)
        assert visit.sent() == visit.allowed


HERE = st.lists(st.sampled_from(["give", "refuse", "ask", "tracker", "track"]), max_size=9)


@given(st.sampled_from(["none", "tracking", "load"]), HERE)
def test_a_script_of_the_page(mode: str, steps: list[str]) -> None:
    """The same where the page's own tracker comes at any time, and calls find it there."""
    with under_host(FakePage()) as page:
        visit = Visit(page, mode, marked=False, is_ours=False)
        for step in ("load", *steps):
            page.run_timers(6)  # a look counts for less
            visit.step(step)
            assert not visit.refused & {*visit.sent()}
        for step in ("tracker", "give" if visit.status == "pending" else "", "track", "wait"):
            visit.step(step)
        assert visit.sent() == visit.allowed


@given(st.sampled_from(["tracking", "load"]), STEPS)
def test_nothing_before_a_yes(mode: str, steps: list[str]) -> None:
    """Without consent nothing is stored and no call is told, and with load nothing is fetched."""
    with under_host(FakePage()) as page:
        visit = Visit(page, mode, marked=False)
        for step in steps:
            if step in YES:
                break
            visit.step(step)
            assert set(page.document.cookies.jar) <= {REMOVED}
            assert page.localStorage.items == {}
            assert page.commands in ([], [["requireConsent"]])
            assert mode == "tracking" or page.document.scripts == []
