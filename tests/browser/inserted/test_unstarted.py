"""A script that nothing starts, since its element's attributes are lost on the way."""

from __future__ import annotations

import pytest

from tests.support.page_parts import LOAD, MATOMO
from tests.support.visit import Visit

BUNDLES = ["analytics.min.js", "analytics.full.min.js"]
LOST = "calls wait for load"
COPIED = f"""
  <template><script src="/dist/BUNDLE" data-site-id="7" data-server-url="{MATOMO}"></script></template>
  <script>
    // As Google Tag Manager does with the elements of a custom HTML tag.
    const copy = document.createElement('script')
    copy.async = false
    copy.src = document.querySelector('template').content.firstChild.getAttribute('src')
    document.body.append(copy)
  </script>"""


def inserted(visit: Visit, bundle: str) -> None:
    """Open a page whose script is a copy without attributes, and make two calls."""
    visit.page.clock.install()
    visit.write(COPIED.replace("BUNDLE", bundle))
    visit.wait("window.analytics && analytics.VERSION")
    visit.run("(analytics.page(), analytics.track('Bought'), 0)")


@pytest.mark.parametrize("bundle", BUNDLES)
def test_lost_attributes(bundle: str, visit: Visit) -> None:
    """One warning, after a while, says that calls wait; a start still sends them."""
    visit.expect(LOST)
    inserted(visit, bundle)
    visit.page.clock.run_for(4000)
    assert visit.warnings == []
    visit.page.clock.run_for(60_000)
    assert [LOST in text for text in visit.warnings] == [True]
    visit.run(LOAD.replace(MATOMO, visit.matomo))
    view, event = visit.hits()
    assert (view["action_name"], event["e_a"]) == ("Shop", "Bought")


@pytest.mark.parametrize("bundle", BUNDLES)
def test_a_late_start(bundle: str, visit: Visit) -> None:
    """Nothing is said where something starts it before, whatever comes after."""
    inserted(visit, bundle)
    visit.page.clock.run_for(4000)
    visit.run(LOAD.replace(MATOMO, visit.matomo))
    visit.wait_until_live()
    visit.page.clock.run_for(60_000)
    assert visit.warnings == []


def test_flags_of_the_standalone(visit: Visit) -> None:
    """What the whole standalone alone knows is switched on by an attribute, too."""
    visit.write(f"""<script src="/dist/analytics.full.min.js" data-site-id="7"
      data-server-url="{MATOMO}" data-auto-pages="true"></script>""")
    visit.run("history.pushState({}, '', '/route')")
    (view,) = visit.hits()
    assert view["action_name"] == "Shop"


def test_a_name_of_its_own(visit: Visit) -> None:
    """A library that runs the file as text keeps the name that the element gives."""
    visit.write(f"""<script>
      const element = document.createElement('div')
      document.body.append(element)
      element.innerHTML = `<script src="/dist/analytics.full.min.js" data-site-id="7"
        data-server-url="{MATOMO}" data-global-segment-analytics-key="ours"></scr` + `ipt>`
      fetch('/dist/analytics.full.min.js').then((answer) => answer.text()).then((text) => (0, eval)(text))
    </script>""")
    visit.wait("window.ours && ours.VERSION")
    assert visit.run("typeof window.analytics") == "undefined"
