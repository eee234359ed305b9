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
