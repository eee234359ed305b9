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


def test_an_id_without_quotes(fake: FakePage) -> None:
    """Segment's newer library writes a text as it is."""
    fake.localStorage.items["ajs_user_id"] = "u-1"
    assert created().id() == "u-1"


@pytest.mark.parametrize("kept", ["0", "true", '" "', "{}", ""])
def test_what_is_stored_and_no_id(fake: FakePage, kept: str) -> None:
    """Anybody may have written it: what is no id is nobody."""
    fake.localStorage.items["ajs_user_id"] = kept
    assert created().id() is None


def test_storage_goes_before_memory(fake: FakePage) -> None:
    """Another tab logs in, as somebody else, and out: what is stored counts when it is used."""
    user = created()
    assert user.id() is None
    for stored, known in (("5", 5), ('"b"', "b"), (None, None), ('"c"', "c")):
        fake.localStorage.items.pop("ajs_user_id", None)
        if stored is not None:
            fake.localStorage.items["ajs_user_id"] = stored
        assert user.id() == known
    user.reset()
    assert user.id() is None


def test_memory_counts_where_nothing_is_stored(fake: FakePage) -> None:
    """On a page that forbids storage, or has no consent yet, the id lasts as long as the page."""
    fake.localStorage = None  # type: ignore[assignment]
    user = created()
    assert [user.id("a"), user.id()] == ["a", "a"]


def test_where_nothing_may_be_stored(fake: FakePage) -> None:
    """What still is, is not taken for what another tab has said since."""
    fake.localStorage.items["ajs_user_id"] = '"old"'
    user = KeptUser(lambda *given: None, lambda *given: None)
    assert [user.id(), user.id("new"), user.id()] == ["old", "new", "new"]


def test_who_was_there_at_first(fake: FakePage) -> None:
    """The user of an earlier page is known as such, whoever logs in on this one."""
    fake.localStorage.items["ajs_user_id"] = '"a"'
    user = created()
    user.id("b")
    assert (user.remembered(), user.id()) == ("a", "b")


def test_null_is_nobody(fake: FakePage) -> None:
    """Segment's libraries store it for nobody."""
    fake.localStorage.items["ajs_user_id"] = "null"
    assert created().id() is None


def test_types_of_ids(fake: FakePage) -> None:
    """A number stays one, and is found as one; a text is no longer than Matomo keeps it."""
    assert created().id(5000) == 5000
    assert created().id() == 5000
    assert created().id("u" * 201) == "u" * 200


def test_an_id_is_written_once(fake: FakePage) -> None:
    """The same id again, as every page of a shop says it, costs no write."""
    user = created()
    user.id("a")
    writes: list[str] = []
    fake.localStorage.setItem = lambda name, value: writes.append(value)  # type: ignore[method-assign]
    user.id("a")
    assert writes == []


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
    ("host", "domain"),
    [("shop.example.org", "example.org"), ("example.org", "example.org"), ("localhost", None)],
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
