"""A page that a browser prerenders is no visit until somebody sees it: Matomo's script counts it."""

from __future__ import annotations

import pytest

from tests.support.prerendering import HIDE, SHOW
from tests.support.visit import Visit


@pytest.mark.parametrize("bundle", ["analytics.min.js", "analytics.full.min.js"])
def test_a_prerendered_page(visit: Visit, bundle: str) -> None:
    """Nothing is fetched or sent before it is shown, however long that takes; then all is."""
    visit.page.add_init_script(HIDE)
    visit.page.clock.install()
    visit.write(f"""<script src="/dist/{bundle}"></script><script>
      analytics.load({{ siteId: 1, serverUrl: location.origin }})
      analytics.page()
      analytics.track("Seen")
    </script>""")
    visit.page.clock.run_for(60_000)
    assert visit.trackers() == visit.warnings == []
    visit.run(SHOW)
    visit.wait_until_live()
    visit.run("(analytics.track('Later'), 0)")
    told = [hit.get("e_a") or hit["action_name"] for hit in visit.hits()]
    assert told == ["Shop", "Seen", "Later"]
