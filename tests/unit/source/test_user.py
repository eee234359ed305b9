"""The user's id and where it is kept."""

from __future__ import annotations

from paqbridge.source.user import create_user, top_domain
from tests.support.fake_page import FakePage


def test_kept_and_read_again(fake: FakePage) -> None:
    """An id is kept as JSON in cookie and storage, and found by the next page."""
    assert create_user()["id"]("u 1") == "u 1"
    assert fake.document.cookie == "ajs_user_id=%22u%201%22"
    assert fake.localStorage.items == {"ajs_user_id": '"u 1"'}
    assert create_user()["id"]() == "u 1"


def test_storage_alone(fake: FakePage) -> None:
    """Where cookies are gone, local storage knows the id."""
    fake.localStorage.items["ajs_user_id"] = "5000"
    assert create_user()["id"]() == 5000


def test_falsy_ids_leave_it(fake: FakePage) -> None:
    """What is no id leaves the stored one (segment 9)."""
    user = create_user()
    user["id"]("a")
    for value in (None, 0, "", "  ", float("nan"), True, {}, []):
        assert user["id"](value) == "a"


def test_reset(fake: FakePage) -> None:
    """After reset nothing is left."""
    user = create_user()
    user["id"]("a")
    user["reset"]()
    assert user["id"]() is None
    assert (fake.document.cookie, fake.localStorage.items) == ("", {})


def test_top_domain(fake: FakePage) -> None:
    """The cookie goes to the highest domain that the browser accepts."""
    assert top_domain("shop.example.org") == "example.org"
    assert top_domain("localhost") == ""
    assert "probe" not in fake.document.cookie
