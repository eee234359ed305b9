"""Cookies of a visitor who says no."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.host import YEAR
from paqbridge.storage.erasing import (
    erase,
    erase_of_matomo,
    erase_visitor,
    path_of,
    place_of,
    put_back,
    visitor,
)
from tests.support.fake_page import FakePage


def settings(**more: Any) -> Any:
    """Return the settings that matter here."""
    places = {"cookieDomain": "", "cookiePath": "", "cookieSameSite": "", "secureCookie": False}
    return {"siteId": 7, **places, **more}


@pytest.mark.parametrize(
    ("more", "path", "place"),
    [({}, "; path=/", "; path=/"), ({"cookiePath": "/shop"}, "; path=/shop", "; path=/shop"),
     ({"cookieDomain": "*.shop.test"}, "; path=/", "; path=/; domain=.shop.test"),
     ({"cookieDomain": "shop.test"}, "; path=/", "; path=/; domain=shop.test")],
)  # fmt: skip
def test_where_matomo_sets_its_cookies(more: Any, path: str, place: str) -> None:
    """As its own commands have it; a star stands for every subdomain."""
    assert (path_of(settings(**more)), place_of(settings(**more))) == (path, place)


@pytest.mark.parametrize(
    ("more", "place"),
    [({}, ""), ({"secureCookie": True}, "; secure"), ({"cookieSameSite": "Strict"}, ""),
     ({"cookieSameSite": "None"}, "; secure; samesite=none")],
)  # fmt: skip
def test_what_else_matomos_cookies_have(more: Any, place: str, fake: FakePage) -> None:
    """As its own commands have it, on https alone: frames of other sites take none without."""
    assert path_of(settings(**more)) == "; path=/"
    fake.location.href = "https://shop.example.org/"
    assert path_of(settings(**more)) == "; path=/" + place


def test_a_path_that_was_another(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cookie that is still seen is deleted on every path on which it can be."""
    fake.location.pathname = "/shop/"
    written: list[str] = []
    monkeypatch.setattr(fake.document.cookies, "write", written.append)
    erase_of_matomo("a", settings())
    assert len(written) == 4
    fake.document.cookies.jar["a"] = "1"
    erase_of_matomo("a", settings())
    paths = [one.partition("; path=/; path=")[2] for one in written if "domain" not in one]
    assert paths == ["", "", "/shop/", "/shop", "/sho", "/sh", "/s", "/"]


def test_every_domain_is_tried(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The host itself, and all above it: nobody tells where a cookie was set."""
    written: list[str] = []
    monkeypatch.setattr(fake.document.cookies, "write", written.append)
    erase("a", "; path=/x")
    assert written == [
        f"a=; samesite=lax; max-age=0; path=/x{domain}"
        for domain in ("", "; domain=shop.example.org", "; domain=example.org", "; domain=org")
    ]


def test_a_site_of_its_own(fake: FakePage) -> None:
    """Visitors of other sites of this or another Matomo are none of ours."""
    for name in ("_pk_id.7.1fff", "_pk_ses.7.1fff", "_pk_ref.7.1fff", "_pk_id.77.1fff", "x.7.y"):
        fake.document.cookie = f"{name}=1"
    assert visitor(settings(), "_pk_id.") == ["_pk_id.7.1fff=1"]
    erase_visitor(settings())
    assert sorted(fake.document.cookies.jar) == ["_pk_id.77.1fff", "x.7.y"]


def test_a_domain_that_is_another(fake: FakePage, monkeypatch: pytest.MonkeyPatch) -> None:
    """There Matomo goes without the domain, and so does what we set for it."""
    written: list[str] = []
    monkeypatch.setattr(fake.document.cookies, "write", written.append)
    put_back("a=1", YEAR, settings(cookieDomain=".shop.test"))
    start = "a=1; samesite=lax; max-age=31536000; path=/"
    assert written == [start + "; domain=.shop.test", start]
    fake.document.cookies.jar["a"] = "1"
    put_back("a=1", YEAR, settings(cookieDomain=".shop.test"))
    assert written[2:] == [start + "; domain=.shop.test"]
