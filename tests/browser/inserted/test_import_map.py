"""The recipe of docs/install-import-map.md, as it stands there."""

from __future__ import annotations

from tests.docs.pages import named
from tests.support.visit import Visit

OTHER = """<script type="module">
  import { analytics } from "paqbridge"
  analytics.track("Bought")
</script>"""


def test_import_map(visit: Visit) -> None:
    """The module starts and counts the page, and another module of the page has the same."""
    code = named("install")["import_map"].code
    visit.write(code.replace("https://matomo.example.org", visit.matomo) + OTHER)
    view, event = visit.hits()
    assert (view["action_name"], event["e_a"]) == ("Shop", "Bought")
