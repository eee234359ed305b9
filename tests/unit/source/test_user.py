"""The user's id and where it is kept."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.host import write_cookie, write_storage
from paqbridge.source.user import KEY, KeptUser
from tests.support.fake_page import FakePage, under_host


def created() -> KeptUser:
    """Make the user of one page."""
    return KeptUser(write_cookie, write_storage)


def test_kept_and_read_again(fake: FakePage) -> None:
    """An id is kept as JSON in cookie and storage, and found by the next page."""
    assert created().id("u 1") == "u 1"
    assert fake.document.cookie == "ajs_user_id=%22u%201%22"
    assert fake.localStorage.items == {"ajs_user_id": '"u 1"'}
    assert created().id() == "u 1"


def test_storage_alone(fake: FakePage) -> None:
    """Where cookies are gone, local storage knows the id."""
    fake.localStorage.items["ajs_user_id"] = "5000"
    assert created().id() == 5000


def test_falsy_ids_leave_it(fake: FakePage) -> None:
    """What is no id leaves the stored one (segment 9)."""
    user = created()
    user.id("a")
    for value in (None, 0, "", "  ", float("nan"), True, {}, []):
        assert user.id(value) == "a"


def test_reset(fake: FakePage) -> None:
    """After reset nothing is left."""
    user = created()
    user.id("a")
    user.reset()
    assert user.id() is None
    assert (fake.document.cookie, fake.localStorage.items) == ("", {})


@pytest.mark.parametrize(
    ("host", "domain"), [("shop.example.org", "example.org"), ("localhost", None)]
)
def test_top_domain(host: str, domain: str | None) -> None:
    """The cookie goes to the highest domain that the browser accepts."""
    written: list[Any] = []

    def write(name: str, value: str | None, scope: str) -> None:
        if name == KEY:
            written.append(scope or None)
        write_cookie(name, value, scope)

    with under_host(FakePage(host)) as page:
        KeptUser(write, write_storage).id("u")
        assert "probe" not in page.document.cookie
    assert written == [domain]
