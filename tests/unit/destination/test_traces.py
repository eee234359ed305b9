"""What a visitor's answer leaves in the browser."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.consent_signs import KEY, REMOVED
from paqbridge.destination.traces import Traces
from paqbridge.storage.allowed import may_store, saves
from tests.support.fake_page import FakePage

SETTINGS: Any = {
    "siteId": 1,
    "cookieDomain": "",
    "cookiePath": "",
    "cookieSameSite": "",
    "secureCookie": False,
    "disableCookies": False,
}


@pytest.mark.parametrize(("mode", "sign"), [("none", ""), ("load", ""), ("cookies", "removed")])
@pytest.mark.parametrize("has_cookies", [True, False])
def test_a_refusal_of_all(
    fake: FakePage, monkeypatch: pytest.MonkeyPatch, mode: str, sign: str, has_cookies: bool
) -> None:
    """It has Matomo's cookie; where the page can have none our mark, until there is a yes."""
    if not has_cookies:
        monkeypatch.setattr(fake.document.cookies, "write", lambda text: None)
    traces = Traces(SETTINGS)
    traces.leave(mode, "refused", sign, True)
    assert (REMOVED in fake.document.cookies.jar) is has_cookies
    assert fake.localStorage.items.get(KEY) == (None if has_cookies else "removed")
    traces.leave(mode, "given", "removed", True)
    assert (fake.document.cookies.jar, fake.localStorage.items) == ({}, {})


def test_a_question_after_a_yes(fake: FakePage) -> None:
    """Matomo deletes the visitor's cookies when the page is left: they are put back by then."""
    traces = Traces(SETTINGS)
    traces.start()
    traces.leave("load", "given", "", True)
    fake.document.cookie = "_pk_id.1.1fff=a.1."
    traces.leave("load", "pending", "given", True)
    fake.document.cookie = "_pk_id.1.1fff=; max-age=0"
    traces.leave("load", "pending", "pending", True)
    fake.leave()
    assert fake.document.cookies.jar == {"_pk_id.1.1fff": "a.1."}
    # One that Matomo has set anew is the right one.
    fake.document.cookie = "_pk_id.1.1fff=b.2."
    fake.leave()
    assert fake.document.cookies.jar == {"_pk_id.1.1fff": "b.2."}


@pytest.mark.parametrize(
    ("kept", "hours", "life", "is_bare"),
    [("", [], ["31536000"], False), ("", [2], ["7200"], False), ("", [1.1], ["3960"], False),
     ("mtm_consent=", [], ["31536000"], False), ("mtm_consent=1", [], [], False),
     ("mtm_consent=1", [2], ["7200"], True)],
)  # fmt: skip
def test_a_yes_ahead_of_the_script(
    fake: FakePage,
    monkeypatch: pytest.MonkeyPatch,
    kept: str,
    hours: list[Any],
    life: list[str],
    is_bare: bool,
) -> None:
    """It is remembered for as long as Matomo's own would be, unless Matomo has done so; with
    ``disableCookies`` it never does."""
    fake.document.cookie = kept
    written: list[str] = []
    monkeypatch.setattr(fake.document.cookies, "write", written.append)
    settings: Any = {**SETTINGS, "disableCookies": is_bare}
    Traces(settings).remember("load", hours)
    assert [text.split("max-age=")[1].split(";")[0] for text in written[:1]] == life
    assert all(text.startswith("mtm_consent=1") for text in written)


@pytest.mark.parametrize(
    ("mode", "sign", "left"),
    [("load", "remembered", {"mtm_cookie_consent": "1"}),
     ("cookies", "remembered", {"mtm_consent": "1"}),
     ("load", "given", {"mtm_consent": "1", "mtm_cookie_consent": "1"})],
)  # fmt: skip
def test_a_question_after_a_yes_that_is_remembered(
    fake: FakePage, mode: str, sign: str, left: dict[str, str]
) -> None:
    """That yes is over: Matomo would go by it. Of no other is anything to be forgotten."""
    for name in ("mtm_consent", "mtm_cookie_consent"):
        fake.document.cookie = f"{name}=1"
    Traces(SETTINGS).leave(mode, "pending", sign, True)
    assert fake.document.cookies.jar == left


@pytest.mark.parametrize(
    ("mode", "left"), [("load", "mtm_cookie_consent"), ("cookies", "mtm_consent")]
)
def test_a_no_ends_a_yes_that_is_remembered(fake: FakePage, mode: str, left: str) -> None:
    """Of a yes to something else it says nothing."""
    for name in ("mtm_consent", "mtm_cookie_consent"):
        fake.document.cookie = f"{name}=1"
    Traces(SETTINGS).leave(mode, "refused", "remembered", True)
    assert set(fake.document.cookies.jar) - {REMOVED} == {left}


@pytest.mark.parametrize(
    ("mode", "left"), [("load", "mtm_cookie_consent"), ("cookies", "mtm_consent")]
)
def test_an_answer_that_waits_for_the_tracker(fake: FakePage, mode: str, left: str) -> None:
    """A yes that it has remembered meanwhile was the one before, where nothing may be stored; the
    visitor is put back."""
    traces = Traces(SETTINGS)
    fake.document.cookie = "_pk_id.1.1fff=a.1."
    traces.start()
    fake.document.cookie = "_pk_id.1.1fff=; max-age=0"
    for name in ("mtm_consent", "mtm_cookie_consent"):
        fake.document.cookie = f"{name}=1"
    traces.leave(mode, "pending", "", True)
    assert traces.ready(mode)
    assert fake.document.cookies.jar == {left: "1", "_pk_id.1.1fff": "a.1."}
    traces.leave(mode, "given", "", True)
    fake.document.cookie = "mtm_consent=1"
    assert traces.ready(mode)
    assert "mtm_consent" in fake.document.cookies.jar


def test_a_page_that_takes_cookies_back(fake: FakePage) -> None:
    """Nothing is stored of a visitor while the tracker is to keep no cookies, from now on and as
    soon as it may again; with ``disableCookies`` that is the setting's business."""
    seen: list[bool] = []
    saves(seen.append)
    fake.start_tracker()
    fake.document.cookie = "_pk_id.1.1fff=a.1."
    traces = Traces(SETTINGS)
    traces.start()
    traces.leave("load", "given", "", True)
    fake.Matomo.tracker.tell("forgetCookieConsentGiven")
    fake.document.cookie = "_pk_id.1.1fff=; max-age=0"
    seen.clear()
    for is_told in (False, True, True):
        traces.follow(is_told)
    assert (may_store(), seen) == (False, [False])
    fake.leave()
    assert fake.document.cookies.jar == {}
    fake.Matomo.tracker.tell("setCookieConsentGiven")
    traces.follow(True)
    traces.follow(True)
    assert (may_store(), seen) == (True, [False, True])
    fake.Matomo.tracker.tell("forgetCookieConsentGiven")
    bare: Any = {**SETTINGS, "disableCookies": True}
    Traces(bare).follow(True)
    assert may_store()
