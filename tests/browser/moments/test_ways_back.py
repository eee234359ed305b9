"""A route that was left and is there again is another: its title then is not the one before."""

from __future__ import annotations

from tests.browser.moments.arrived import views
from tests.support.visit import Visit

ROUTES = """(
  go('/a', 'A'), analytics.page(), go('/b', 'B'), analytics.page(), go('/a', 'A again'),
  analytics.page(), 0)"""


def test_before_the_tracker(visit: Visit) -> None:
    """The tracker comes on the address of the first view, which is not the first view's route."""
    visit.hold_tracker()
    visit.open()
    visit.run(f"(go('/a', 'A'), analytics.load(settings), {ROUTES}, 0)")
    visit.release_tracker()
    assert views(visit) == [("/a", "A"), ("/b", "B"), ("/a", "A again")]


def test_before_consent(visit: Visit) -> None:
    """So it is with views that wait for consent."""
    visit.open("page.html?consent=load")
    visit.run(f"(analytics.load(settings), {ROUTES}, 0)")
    visit.run("(analytics.consent.give(), 0)")
    assert views(visit) == [("/a", "A"), ("/b", "B"), ("/a", "A again")]


def test_in_a_stub(visit: Visit, snippet: str) -> None:
    """So it is with those that a snippet's stub has kept."""
    visit.write(f"""<script>{snippet}
      const go = (path, title) => {{ history.pushState({{}}, "", path); document.title = title }}
      analytics.load({{siteId: 1, serverUrl: "{visit.matomo}"}});
      {ROUTES}
    </script><script src="/dist/analytics.full.min.js"></script>""")
    visit.wait_until_live()
    assert views(visit) == [("/a", "A"), ("/b", "B"), ("/a", "A again")]
