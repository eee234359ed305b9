"""analytics.reset() is a logout: at its place among the calls, in Matomo as in the browser."""

from __future__ import annotations

from tests.support.visit import Visit

START = 3


def users(visit: Visit) -> list[tuple[str, str | None]]:
    """Each event that arrived and its user."""
    return [(hit["e_a"], hit.get("uid")) for hit in visit.hits()]


def test_login_logout_login(visit: Visit) -> None:
    """Each event belongs to who was logged in when it happened."""
    visit.open()
    visit.wait_until_live()
    visit.run("""{
      analytics.track('guest'); analytics.identify('a'); analytics.track('as a')
      analytics.reset(); analytics.track('out'); analytics.identify('b'); analytics.track('as b')
    }""")
    assert visit.pushed()[START:] == [
        ["trackEvent", "All", "guest", None, None],
        ["setUserId", "a"],
        ["trackEvent", "All", "as a", None, None],
        ["resetUserId"],
        ["trackEvent", "All", "out", None, None],
        ["setUserId", "b"],
        ["trackEvent", "All", "as b", None, None],
    ]
    assert users(visit) == [("guest", None), ("as a", "a"), ("out", None), ("as b", "b")]
    assert visit.run("analytics.user().id()") == "b"


def test_a_logout_of_nobody(visit: Visit) -> None:
    """Where nobody was logged in there is nothing to tell Matomo; a second logout is the same."""
    visit.open()
    visit.wait_until_live()
    visit.run(
        "(analytics.reset(), analytics.identify('a'), analytics.reset(), analytics.reset(), 0)"
    )
    assert visit.pushed()[START:] == [["setUserId", "a"], ["resetUserId"]]


def test_a_login_by_another_name_without_logout(visit: Visit) -> None:
    """An identify with another id takes over at once."""
    visit.open()
    visit.wait_until_live()
    visit.run("(analytics.identify('a'), analytics.track('1'), analytics.identify('b'), 0)")
    visit.run("analytics.track('2')")
    assert users(visit) == [("1", "a"), ("2", "b")]
