"""What Segment's options say about storing."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.shelf import shelf_of


def test_nothing_is_said() -> None:
    """Segment's names, for a year, on the highest domain."""
    assert shelf_of(None, "user") == {
        "id": "ajs_user_id",
        "traits": "ajs_user_traits",
        "is_off": False,
        "has_cookies": True,
        "has_storage": True,
        "life": "31536000",
        "domain": None,
        "attributes": "; path=/; samesite=Lax",
    }
    group = shelf_of({}, "group")
    assert (group["id"], group["traits"]) == ("ajs_group_id", "ajs_group_properties")


@pytest.mark.parametrize(
    ("options", "cookies", "storage"),
    [
        ({"disable": True}, False, False),
        ({"disableClientPersistence": True}, False, False),
        ({"user": {"persist": False}}, False, False),
        ({"group": {"persist": False}}, True, True),
        ({"localStorage": {"enabled": False}}, True, False),
        ({"user": {"localStorageFallbackDisabled": True}}, True, False),
        ({"storage": {"stores": ["cookie"]}}, True, False),
        ({"storage": {"stores": ["localStorage", "memory"]}}, False, True),
        ({"storage": {"stores": ["cookie", "nowhere"]}}, True, True),
        ({"user": {"storage": {"stores": ["memory"]}}}, False, False),
        ({"storage": "cookie"}, True, True),
    ],
)
def test_switches(options: Any, cookies: bool, storage: bool) -> None:
    """No switch that says not to store is ignored; one that nobody knows is."""
    shelf = shelf_of(options, "user")
    assert (shelf["has_cookies"], shelf["has_storage"]) == (cookies, storage)


def test_a_person_is_off() -> None:
    """``disable`` of one person is more than not to store."""
    options = {"user": {"disable": True}}
    assert shelf_of(options, "user")["is_off"]
    assert not shelf_of(options, "group")["is_off"]


def test_names() -> None:
    """Ids and traits may have other names."""
    shelf = shelf_of({"user": {"cookie": {"key": "i"}, "localStorage": {"key": "t"}}}, "user")
    assert (shelf["id"], shelf["traits"]) == ("i", "t")
    shelf = shelf_of(
        {"user": {"cookie": {"key": "i" * 200}, "localStorage": {"key": "t" * 200}}}, "user"
    )
    assert (shelf["id"], shelf["traits"]) == ("i" * 99, "t" * 99)


@pytest.mark.parametrize(
    ("age", "seconds"),
    [(365, "31536000"), (0.5, "43200"), (10000, "10"), (3600000, "3600"), ("x", "31536000")],
)
def test_life(age: Any, seconds: str) -> None:
    """Small numbers are days, as in the newer library, large ones milliseconds."""
    assert shelf_of({"cookie": {"maxage": age}}, "user")["life"] == seconds


def test_cookies() -> None:
    """How cookies are set; nothing can be smuggled into them."""
    cookie = {"path": "/a", "sameSite": "None", "secure": True, "domain": ".example.org"}
    shelf = shelf_of({"cookie": cookie}, "user")
    assert shelf["attributes"] == "; path=/a; samesite=None; secure"
    assert shelf["domain"] == ".example.org"
    sly = shelf_of({"cookie": {"path": "/; domain=evil", "domain": "a b"}}, "user")
    assert (sly["attributes"], sly["domain"]) == ("; path=/; samesite=Lax", None)
