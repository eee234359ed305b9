"""The first view of a page whose title comes after its script: one file, or a streamed page."""

from __future__ import annotations

import pytest

from tests.support.page_parts import MATOMO
from tests.support.visit import Visit

PAGE = f"""<!doctype html><script src="/dist/analytics.full.solo.min.js"></script><script>
  analytics.load({{ siteId: 1, serverUrl: "{MATOMO}", titleDelay: DELAY }})
  analytics.page()
  analytics.track("Seen")
</script>REST"""


@pytest.mark.parametrize(("title", "delay"), [("Shop", 0), ("Shop", 60_000), ("", 0)])
def test_a_script_above_the_title(title: str, delay: int, visit: Visit) -> None:
    """The view waits for the rest of the document, and for nothing else; order stays."""
    rest = f"<title>{title}</title>" if title else "<h1>Shop</h1>"
    visit.instruments = ("beacons.js",)  # the others wait for a script of Matomo's
    visit.site.files["page.html"] = PAGE.replace("DELAY", str(delay)).replace("REST", rest)
    visit.open()
    found = [(hit.get("action_name"), hit.get("e_a")) for hit in visit.requests()]
    assert found == [(title, None), (None, "Seen")]
