"""The recipe of docs/performance.md for Matomo's script, as it stands there."""

from __future__ import annotations

from tests.docs.pages import named
from tests.support.visit import Visit

INITIATORS = "url => performance.getEntriesByName(url).map(entry => entry.initiatorType)"


def test_early(visit: Visit) -> None:
    """What the line has fetched is the script that ours inserts: nobody asks for it again."""
    code = named("install")["early"].code
    visit.write(code.replace("https://matomo.example.org", visit.matomo))
    visit.wait_until_live()
    assert visit.run(INITIATORS, f"{visit.matomo}/piwik.js") == ["link"]
    assert visit.asked == ["piwik.js"]
