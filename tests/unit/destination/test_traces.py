"""What a visitor's answer leaves in the browser."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.destination.consent_signs import KEY, REMOVED
from paqbridge.destination.traces import Traces
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
