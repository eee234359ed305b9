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
