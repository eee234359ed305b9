"""One value of a visitor's that lasts."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.kept import Kept, domain_of, value_in
from paqbridge.source.shelf import shelf_of
from tests.support.fake_page import FakePage, under_host


def kept(has_cookie: bool = True, has_text: bool = True) -> Kept:
    """Return a value that is kept as ids are."""
    one = Kept()
    one.place("k", shelf_of(None, "user") if has_cookie else None, has_text)
    return one


def test_both_places(fake: FakePage) -> None:
    """A value is JSON in cookie and storage, and None takes both away."""
    one = kept()
    one.set("u 1")
    assert (fake.document.cookie, fake.localStorage.items) == ("k=%22u%201%22", {"k": '"u 1"'})
    assert kept().value() == "u 1"
    one.set(None)
    assert (fake.document.cookie, fake.localStorage.items, one.value()) == ("", {}, None)


@pytest.mark.parametrize(("cookie", "text"), [(True, False), (False, True), (False, False)])
def test_one_place_or_none(fake: FakePage, cookie: bool, text: bool) -> None:
    """Where it may not be stored it is not, and still known."""
    one = kept(cookie, text)
    one.set("u")
    assert (fake.document.cookie != "", fake.localStorage.items != {}) == (cookie, text)
    assert one.value() == one.glance() == "u"


def test_what_can_be_no_json(fake: FakePage, swallowing: None) -> None:
    """It is known in memory, and stored nowhere; neither does it stop who lets it be stored."""
    one, value = kept(), object()
    one.set(value)
    one.save(True)
    assert (fake.document.cookie, fake.localStorage.items) == ("", {})
    assert one.glance() is value


def test_on_a_server() -> None:
    """One module serves all visitors there: nobody is to be taken for the one before."""
    one = kept()
    one.set("u")
    assert one.value() is None


def test_the_cookie_goes_first(fake: FakePage) -> None:
    """What both places say at first is the cookie's word, and both have it then."""
    fake.document.cookie = "k=%22c%22"
    fake.localStorage.items["k"] = '"t"'
    assert kept().value() == "c"
    assert fake.localStorage.items == {"k": '"c"'}


def test_another_tab(fake: FakePage) -> None:
    """What another tab has changed counts, whichever place it is seen in."""
    one = kept()
    one.set("a")
    fake.localStorage.items["k"] = '"b"'
    assert one.glance() == "b"
    assert fake.document.cookie == "k=%22b%22"
    fake.document.cookie = "k=; max-age=0"
    del fake.localStorage.items["k"]
    assert one.glance() is None


def test_how_a_cookie_is_set(fake: FakePage) -> None:
    """On the domain and with the attributes that the page asks for, or those of Segment's; once."""
    own = {"cookie": {"domain": "shop.example.org", "path": "/p", "sameSite": "None", "maxage": 2}}
    for options in (None, own):
        one = Kept()
        one.place("k", shelf_of(options, "user"), False)
        one.set("u")
        one.set("u")
        one.set(None)
    start = "k=%22u%22; samesite=lax; max-age="
    assert [text for text in fake.document.cookies.written if text.startswith("k=")] == [
        start + "31536000; path=/; samesite=Lax; domain=example.org",
        start + "172800; path=/p; samesite=None; domain=shop.example.org",
    ]


def test_a_host_alone_has_cookies() -> None:
    """Where no domain above it takes any, none is named."""
    with under_host(FakePage("localhost")) as fake:
        kept().set("u")
        assert fake.document.cookies.written[-1].endswith("; path=/; samesite=Lax")


def test_a_cookie_on_another_path(fake: FakePage) -> None:
    """It goes like any other: a browser deletes a cookie only by the path that it was set with."""
    one = Kept()
    one.place("k", shelf_of({"cookie": {"path": "/shop"}}, "user"), False)
    one.set("u")
    one.set(None)
    assert (fake.document.cookie, one.value()) == ("", None)


def test_a_cookie_that_is_not_ours(fake: FakePage) -> None:
    """Where a value has no cookie, one of its name says nothing of it."""
    fake.document.cookie = "k=%22c%22"
    assert kept(has_cookie=False).value() is None


def test_consent(fake: FakePage) -> None:
    """A withdrawal takes away what is stored, and memory stores it again afterwards."""
    one = kept()
    one.set("a")
    one.save(False)
    assert (fake.document.cookie, fake.localStorage.items) == ("", {})
    kept().save(True)
    assert fake.localStorage.items == {}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (None, None),
        ("null", None),
        ("", None),
        ('"u"', "u"),
        ('""', None),
        ('"u', None),
        ("u-1", "u-1"),
        ("1e3", "1e3"),
        ("true", "true"),
        ('{"a": 1}', {"a": 1}),
        ("{", None),
    ],
)
def test_forms(written: str | None, value: Any) -> None:
    """Only what begins as JSON is read as such."""
    assert value_in(written) == value


def test_domains(fake: FakePage) -> None:
    """The domain that is asked for, where it can be had, or the highest."""
    assert domain_of(None) == "example.org"
    assert domain_of("example.org") == "example.org"
    assert domain_of("elsewhere.test") == ""
    assert fake.document.cookie == ""
