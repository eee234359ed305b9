"""A route that was left and is there again is another: its title then is not the one before."""

from __future__ import annotations

import pytest

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


STUB = """<script>{snippet}
  const go = (path, title) => {{ history.pushState({{}}, "", path); document.title = title }}
  {calls}
</script>{bundle}"""


@pytest.mark.parametrize("is_stub", [True, False], ids=["in a stub", "before load"])
def test_before_the_start(visit: Visit, snippet: str, is_stub: bool) -> None:
    """So it is with those that wait in a snippet's stub, or for `load`."""
    load = f'analytics.load({{siteId: 1, serverUrl: "{visit.matomo}"}});'
    bundle = '<script src="/dist/analytics.full.min.js"></script>'
    if is_stub:
        visit.write(STUB.format(snippet=snippet, calls=load + ROUTES, bundle=bundle))
    else:
        visit.write(bundle + STUB.format(snippet="", calls=f"{ROUTES}; {load}", bundle=""))
    visit.wait_until_live()
    assert views(visit) == [("/a", "A"), ("/b", "B"), ("/a", "A again")]
