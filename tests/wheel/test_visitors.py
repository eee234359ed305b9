"""Who the visitor is, from page to page, as the markup says: down to the requests."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge import snippet
from paqbridge.web.snippet import UserId, silent
from paqbridge.web.static import STUB, text_of
from tests.support.visit import Visit


@pytest.mark.parametrize("build", ["lean", "full"])
def test_a_login_and_a_logout(build: Any, visit: Visit) -> None:
    """A user is told before the page view and remembered; False forgets, also on later pages."""
    settings = {"siteId": 1, "serverUrl": visit.matomo}
    pages: list[tuple[UserId, str | None]] = [
        (None, None),
        ("7", "7"),
        (None, "7"),
        (False, None),
        (None, None),
    ]
    for user_id, uid in pages:
        visit.write(snippet(settings, user_id=user_id, build=build, static_url="/dist"))
        assert [hit.get("uid") for hit in visit.hits()] == [uid]


@pytest.mark.parametrize("build", ["solo", "full.solo"])
def test_one_file(build: Any, visit: Visit) -> None:
    """A build with our tracker sends the page view, with the user, and fetches no other."""
    settings = {"siteId": 1, "serverUrl": visit.matomo}
    visit.write(snippet(settings, user_id="7", build=build, static_url="/dist"))
    assert [hit["uid"] for hit in visit.arrived(1)] == ["7"]
    assert visit.asked == []


def test_a_page_that_tracks_nothing(visit: Visit) -> None:
    """Where all is off the page's own calls do no harm, and nothing is asked of anybody."""
    visit.write(f"{silent()}<script>analytics.page().track('x'); analytics.consent.give()</script>")
    assert visit.run("analytics.length") == 3
    assert visit.run("document.scripts.length") == 2
    assert visit.asked == []


def test_the_stub_can_stand_in_a_page() -> None:
    """The stub has nothing that ends a script element, and means the same in any encoding."""
    stub = text_of(STUB)
    assert stub.isascii()
    assert [part for part in ("</", "<!", "<s", "\n") if part in stub] == []
