"""Elements whose ids are the names of globals: a browser has each as a member of the window."""

from __future__ import annotations

import pytest

from tests.support.page_parts import LOAD, MATOMO
from tests.support.visit import Visit

# Headings of a privacy policy, and a box of a consent banner.
ELEMENTS = """<h2 id="Matomo">Matomo</h2><h2 id="Piwik">Piwik</h2>
  <p id="_paq">_paq</p><input type="checkbox" id="analytics">"""


@pytest.mark.parametrize("build", ["", "full.", "solo."])
def test_elements_with_the_names_of_globals(build: str, visit: Visit) -> None:
    """They are no queue, no tracker and no library, for us and for Matomo's script."""
    calls = f"<script>{LOAD.replace(MATOMO, visit.matomo)}; analytics.page()</script>"
    visit.write(f'{ELEMENTS}<script src="/dist/analytics.{build}min.js"></script>{calls}')
    assert [hit["action_name"] for hit in visit.arrived(1)] == ["Shop"]


# A consent banner's form and a picture that changes under the mouse.
OF_THE_DOCUMENT = '<form name="cookie"></form><img name="title" alt="">'


@pytest.mark.parametrize("build", ["full.", "full.solo."])
def test_elements_with_the_names_of_the_documents_members(build: str, visit: Visit) -> None:
    """They are no title and no cookies: routes have their titles, and no call is lost."""
    # Matomo's own script tries to.
    visit.expect("There was an error setting cookie")
    script = f'<script src="/dist/analytics.{build}min.js"></script>'
    calls = """
      analytics.page()
      analytics.identify('user-7')
      history.pushState({}, '', '/shirts')
      document.querySelector('title').text = 'Shirts'
      analytics.page()
      analytics.track('Seen')
    """
    start = LOAD.replace(MATOMO, visit.matomo)
    visit.write(f"{OF_THE_DOCUMENT}{script}<script>{start}; {calls}</script>")
    hits = visit.arrived(3)
    assert [hit.get("action_name") for hit in hits] == ["Shop", "Shirts", None]
    assert {hit.get("uid") for hit in hits[1:]} == {"user-7"}


@pytest.mark.parametrize("build", ["", "solo."])
def test_a_tracker_beside_them(build: str, visit: Visit) -> None:
    """Its first title is the document's, in ours as in Matomo's."""
    calls = f"<script>{LOAD.replace(MATOMO, visit.matomo)}; analytics.page()</script>"
    script = f'<script src="/dist/analytics.{build}min.js"></script>'
    visit.write(f'<img name="title" alt="">{script}{calls}')
    assert [hit["action_name"] for hit in visit.arrived(1)] == ["Shop"]


# What a visitor may write where a site lets them use pictures.
OTHER = 'data-site-id="9" data-server-url="//elsewhere.test"'
NAMED = {
    "currentScript": f'<img name="currentScript" alt="" {OTHER}>',
    "scripts": f'<img name="scripts" alt="" {OTHER}>' * 2,
    "a form": f'<form name="currentScript" {OTHER}><input name="text"></form>',
}


@pytest.mark.parametrize("build", ["", "full.", "solo.", "full.solo."])
@pytest.mark.parametrize("name", NAMED)
def test_elements_with_the_names_of_scripts(name: str, build: str, visit: Visit) -> None:
    """They say no settings: from nowhere else is a script fetched, and nothing is sent there."""
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    calls = f"<script>{LOAD.replace(MATOMO, visit.matomo)}; analytics.page()</script>"
    visit.write(f'{NAMED[name]}<script src="/dist/analytics.{build}min.js"></script>{calls}')
    assert [hit["idsite"] for hit in visit.arrived(1)] == ["1"]
    assert not [url for url in asked if "elsewhere" in url]
