"""The signs of consent that a browser shows."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.destination.consent_signs import KEY, ended, is_bare, mode_here, sign_of
from tests.support.fake_page import FakePage


def tell(fake: FakePage, required: bool, given: bool, cookies: bool) -> None:
    """Put a tracker into the page that has been told this."""
    tracker = SimpleNamespace(
        isConsentRequired=lambda: required,
        hasConsent=lambda: given,
        areCookiesEnabled=lambda: cookies,
    )
    fake.Matomo = SimpleNamespace(getAsyncTracker=lambda: tracker)


@pytest.mark.parametrize(
    ("mode", "cookies", "sign"),
    [("none", ["mtm_consent_removed", "mtm_consent"], "removed"),
     ("tracking", ["mtm_consent"], "remembered"), ("load", ["mtm_cookie_consent"], ""),
     ("cookies", ["mtm_cookie_consent"], "remembered"), ("cookies", ["mtm_consent"], "")],
)  # fmt: skip
def test_cookies(fake: FakePage, mode: str, cookies: list[str], sign: str) -> None:
    """A no goes before a yes, and each mode has its own yes."""
    for name in cookies:
        fake.document.cookie = f"{name}=1"
    assert sign_of(mode, False, False, True) == sign


@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
@pytest.mark.parametrize(
    "cookie",
    ["other_mtm_consent=1", "mtm_consent2=1", "choice=mtm_consent=1&mtm_cookie_consent=1",
     "choice=mtm_consent_removed=1", "mtm_consent=", "mtm_cookie_consent="],
)  # fmt: skip
def test_cookies_of_others(fake: FakePage, mode: str, cookie: str) -> None:
    """Another cookie whose name or value has such a name in it, or one without a value, is none."""
    fake.document.cookie = cookie
    assert sign_of(mode, False, False, True) == ""


def test_our_mark(fake: FakePage) -> None:
    """A refusal of cookies is in local storage."""
    fake.localStorage.items[KEY] = "refused"
    assert [sign_of(mode, False, False, True) for mode in ("cookies", "tracking")] == [
        "refused",
        "",
    ]


def test_our_mark_of_a_no_to_all(fake: FakePage) -> None:
    """Where a page can have no cookies it counts in each mode, until the tracker hears a yes."""
    fake.localStorage.items[KEY] = "removed"
    assert {sign_of(mode, False, False, True) for mode in ("none", "cookies", "load")} == {
        "removed"
    }
    tell(fake, True, True, False)
    assert [sign_of("none", True, is_open, True) for is_open in (True, False)] == [
        "removed",
        "given",
    ]


@pytest.mark.parametrize(
    ("mode", "queue", "sign"),
    [("none", [["requireConsent"]], "pending"), ("tracking", [["setConsentGiven"]], "given"),
     ("none", [["requireConsent"], ["rememberConsentGiven", 3]], "given"),
     ("none", [["setConsentGiven"], ["requireConsent"]], "given"),
     ("none", [["setConsentGiven"], ["forgetConsentGiven"]], "removed"),
     ("load", [["optUserOut"], ["requireConsent"]], "removed"),
     ("load", [["optUserOut"], ["forgetUserOptOut"]], "given"),
     ("cookies", [["setCookieConsentGiven"], ["requireConsent"]], "given"),
     ("cookies", [["optUserOut"]], "removed"), ("cookies", [["forgetUserOptOut"]], ""),
     ("cookies", [["optUserOut"], ["setConsentGiven"]], ""),
     ("cookies", [["requireConsent"]], ""),
     ("cookies", [["requireCookieConsent"]], ""), ("cookies", [["setCookieConsentGiven"]], "given"),
     ("cookies", [["rememberCookieConsentGiven", 3]], "given"),
     ("cookies", [["setCookieConsentGiven"], ["forgetCookieConsentGiven"]], ""),
     ("none", [["trackPageView"], None, "x", [], [None]], "")],
)  # fmt: skip
def test_what_waits_for_the_tracker(fake: FakePage, mode: str, queue: Any, sign: str) -> None:
    """The last answer in the queue counts; Matomo hears a question first, wherever it stands."""
    fake._paq = queue
    assert sign_of(mode, False, False, True) == sign


@pytest.mark.parametrize(
    ("mode", "word", "sign"),
    [("none", "setConsentGiven", "given"), ("load", "rememberConsentGiven", "given"),
     ("tracking", "forgetUserOptOut", "given"), ("cookies", "setConsentGiven", ""),
     ("cookies", "setCookieConsentGiven", "removed"), ("none", "requireConsent", "removed"),
     ("none", "forgetConsentGiven", "removed")],
)  # fmt: skip
def test_a_yes_to_an_earlier_no(fake: FakePage, mode: str, word: str, sign: str) -> None:
    """It counts ahead of the tracker, which would not be fetched else; while calls leave a no of
    another tab's does."""
    fake.document.cookie = "mtm_consent_removed=1"
    fake._paq = [[word]]
    assert sign_of(mode, False, False, True) == sign
    assert sign_of(mode, False, True, True) == "removed"
    assert sign_of(mode, True, False, True) == "removed"


@pytest.mark.parametrize(
    ("word", "sign"),
    [("optUserOut", "removed"), ("forgetConsentGiven", "removed"), ("setConsentGiven", ""),
     ("requireConsent", "")],
)  # fmt: skip
def test_a_word_behind_a_yes_of_ours(fake: FakePage, word: str, sign: str) -> None:
    """While the tracker is still to hear of that, a no of the page's ends it."""
    fake._paq = [[word]]
    assert [sign_of("load", False, True, is_told) for is_told in (True, False)] == ["", sign]


@pytest.mark.parametrize(("before", "is_ended"), [("", True), ("given", True), ("removed", False)])
def test_a_refusal_that_a_tracker_hears(fake: FakePage, before: str, is_ended: bool) -> None:
    """It ends a yes that is still to be told, unless it was there when that was said."""
    assert not ended("none", before)
    fake._paq = [["optUserOut"]]  # the tracker has taken its queue over: this is no news
    assert not ended("none", before)
    fake.document.cookie = "mtm_consent_removed=1"
    assert ended("none", before) == is_ended


def test_a_refusal_that_a_tracker_cannot_keep(fake: FakePage) -> None:
    """Our mark says it, whatever the tracker was told before; a yes that is kept goes before."""
    fake.localStorage.items[KEY] = "removed"
    tell(fake, True, True, False)
    assert ended("cookies", "given")
    fake.document.cookie = "mtm_cookie_consent=1"
    assert [ended(mode, "given") for mode in ("cookies", "load")] == [False, True]


def test_a_queue_that_grows(fake: FakePage) -> None:
    """While calls leave the queue is not looked through: it would be, with each of them."""
    fake._paq = [["requireConsent"]]
    assert [sign_of("none", False, is_open, True) for is_open in (True, False)] == ["", "pending"]
    fake._paq = None
    assert sign_of("none", False, False, True) == ""


@pytest.mark.parametrize(
    ("mode", "required", "given", "cookies", "sign"),
    [("none", False, True, True, ""), ("none", True, False, False, "pending"),
     ("tracking", True, True, True, "given"), ("cookies", False, True, True, "given"),
     ("cookies", False, True, False, ""), ("cookies", True, False, True, "pending")],
)  # fmt: skip
def test_what_the_tracker_knows(
    fake: FakePage, mode: str, required: bool, given: bool, cookies: bool, sign: str
) -> None:
    """It is asked as pages ask it."""
    tell(fake, required, given, cookies)
    assert sign_of(mode, True, False, True) == sign
    fake.Matomo = None
    assert sign_of(mode, True, False, True) == ""


def test_our_mark_beside_the_tracker(fake: FakePage) -> None:
    """It counts while calls leave here: another tab has left it. After it the page's word does."""
    fake.localStorage.items[KEY] = "refused"
    is_kept = True
    tracker = SimpleNamespace(
        isConsentRequired=lambda: False,
        hasConsent=lambda: True,
        areCookiesEnabled=lambda: is_kept,
    )
    fake.Matomo = SimpleNamespace(getAsyncTracker=lambda: tracker)
    assert [sign_of("cookies", True, is_open, True) for is_open in (True, False)] == [
        "refused",
        "given",
    ]
    assert [is_bare(is_live) for is_live in (True, False)] == [False, False]
    is_kept = False
    assert sign_of("cookies", True, False, True) == "refused"
    assert [is_bare(is_live) for is_live in (True, False)] == [True, False]
    fake.Matomo = None
    assert is_bare(True) is False


@pytest.mark.parametrize("disables", [False, True])
@pytest.mark.parametrize("mode", ["none", "cookies", "tracking", "load"])
def test_the_pages_question(fake: FakePage, mode: str, disables: bool) -> None:
    """Where nothing is asked for here it counts: in what waits for the tracker, and of one that was
    there first, which keeps no cookies then."""
    settings: Any = {"consent": mode, "consentWithEvents": [], "disableCookies": disables}
    asked = "cookies" if mode == "none" and not disables else mode
    for queue in (None, [], [["requireConsent"], None, "x"]):
        fake._paq = queue
        assert mode_here(settings, False) == mode
    for word in ("requireCookieConsent", "disableCookies"):
        fake._paq = [None, [word]]
        assert mode_here(settings, False) == asked
    fake._paq = []
    fake.start_tracker()
    fake.Matomo.tracker.tell("setCookieConsentGiven")
    assert mode_here(settings, True) == mode
    fake.Matomo.tracker.tell("requireCookieConsent")
    assert mode_here(settings, True) == asked
