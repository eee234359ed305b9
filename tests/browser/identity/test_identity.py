"""The user id outlives the page as Segment's libraries keep it, and reaches each request."""

from __future__ import annotations

import pytest

from tests.support.visit import Visit

KEY = "ajs_user_id"
START = 3


def cookie(visit: Visit) -> str | None:
    """The raw cookie."""
    return next((c["value"] for c in visit.context.cookies() if c["name"] == KEY), None)


def stored(visit: Visit) -> str | None:
    """The raw text in local storage."""
    return visit.run("(key) => localStorage.getItem(key)", KEY)


@pytest.mark.parametrize(
    ("given", "value", "as_cookie"),
    [
        ("'u1'", "u1", "%22u1%22"),
        ("'user 7', {plan: 'pro'}", "user 7", "%22user%207%22"),
        ("5000", 5000, "5000"),
        ("'a;b ü'", "a;b ü", None),
    ],
)
def test_the_id_outlives_the_page(
    given: str, value: object, as_cookie: str | None, visit: Visit
) -> None:
    """It is JSON in the cookie and in local storage, and the next page knows it, type kept."""
    visit.open()
    visit.run(f"analytics.identify({given})")
    assert as_cookie is None or cookie(visit) == as_cookie
    assert stored(visit) == visit.run("(value) => JSON.stringify(value)", value)
    visit.open()
    assert visit.run("analytics.user().id()") == value
    assert visit.pushed()[START:] == [["setUserId", str(value)]]
    visit.run("(analytics.track('x'), 0)")
    assert [hit["uid"] for hit in visit.hits()] == [str(value)]


def test_the_cookie_is_the_sites(visit: Visit) -> None:
    """The cookie is valid for all hosts of the site and is no third party's."""
    visit.open()
    visit.run("analytics.identify('u1')")
    (kept,) = [one for one in visit.context.cookies() if one["name"] == KEY]
    assert f"http://www{kept['domain']}" == visit.address.rpartition(":")[0]
    assert kept["sameSite"] == "Lax"


def test_an_endless_id(visit: Visit) -> None:
    """Of an id of 5 MB, which no cookie takes, the 200 characters that Matomo keeps are kept."""
    visit.open()
    visit.run("analytics.identify('x'.repeat(5e6))")
    kept = "x" * 200
    assert (cookie(visit), stored(visit)) == (f"%22{kept}%22", f'"{kept}"')
    assert visit.run("analytics.user().id()") == kept


def test_nothing_is_stored_without_an_id(visit: Visit) -> None:
    """Pages and events touch no storage of ours."""
    visit.open()
    visit.run("(analytics.page(), analytics.track('x'), 0)")
    assert len(visit.hits()) == 2
    assert "ajs" not in visit.run("document.cookie + JSON.stringify(localStorage)")


@pytest.mark.parametrize("lost", ["cookie", "storage"])
def test_either_place_is_enough(lost: str, visit: Visit) -> None:
    """A browser that drops the cookie or the storage keeps the visitor's id in the other."""
    visit.open()
    visit.run("analytics.identify('u1')")
    if lost == "cookie":
        visit.context.clear_cookies()
    else:
        visit.run("localStorage.clear()")
    visit.open()
    assert visit.run("analytics.user().id()") == "u1"


def test_a_logout_outlives_the_page(visit: Visit) -> None:
    """After reset neither place has the id, and the next page does not know it."""
    visit.open()
    visit.run("(analytics.identify('u1'), analytics.reset(), 0)")
    assert (cookie(visit), stored(visit)) == (None, None)
    visit.open()
    visit.run("(analytics.identify(), analytics.track('x'), 0)")
    assert visit.run("analytics.user().id() == null")
    assert [hit.get("uid") for hit in visit.hits()] == [None]


def test_an_id_that_segment_stored_before(visit: Visit) -> None:
    """A site that leaves Segment keeps its visitors' ids, newer library's unquoted form too."""
    visit.open()
    for text in ["%22old%22", "old"]:
        visit.context.add_cookies([{"name": KEY, "value": text, "url": visit.address}])
        visit.open()
        assert visit.run("analytics.user().id()") == "old"


def test_no_id_leaves_the_stored_one(visit: Visit) -> None:
    """An identify without a usable id keeps the stored id and sends it again."""
    visit.open()
    visit.wait_until_live()
    visit.run("analytics.identify('u1')")
    for given in ["", "0, {a: 1}", "null", "''", "{plan: 'x'}", "() => {}"]:
        visit.run(f"analytics.identify({given})")
        assert stored(visit) == '"u1"'
    assert visit.pushed()[START:] == [["setUserId", "u1"]] * 7
