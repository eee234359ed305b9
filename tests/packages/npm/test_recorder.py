"""`paqbridge/testing`: what a site's tests record, in a page and without one."""

from __future__ import annotations

import json
from pathlib import Path

from tests.packages.npm.test_entries import bundled, run_node
from tests.support.visit import Visit

WITHOUT_PAGE = """
import { record, standIn } from 'paqbridge/testing'
const recorder = standIn({ siteId: 1, serverUrl: 'https://m.example', goals: { 'Signed Up': 3 } })
const { analytics } = recorder
const late = recorder.waitFor('trackGoal')
analytics.page()
await analytics.track('Signed Up', { revenue: '$20' })
const found = { commands: recorder.commands(), calls: recorder.calls(), goal: await late }
recorder.reset()
found.after = [recorder.commands(), recorder.calls()]
found.missing = await recorder.waitFor('setUserId', { timeout: 5 }).catch((error) => error.message)
try { record() } catch (error) { found.refused = error.message }
const other = standIn({ siteId: 2, serverUrl: 'https://m.example' })
other.analytics.identify('u')
found.apart = [recorder.commands(), other.commands()]
console.log(JSON.stringify(found))
"""
IN_PAGE = """
import { load } from 'paqbridge'
import { record } from 'paqbridge/testing'
window._paq = [['before']]
const analytics = load({ siteId: 1, serverUrl: 'SERVER', loadScript: false })
const recorder = record({ analytics })
analytics.page('Shop')
analytics.track('Paid', { value: 2 })
window.found = { commands: recorder.commands(), calls: recorder.calls() }
recorder.stop()
analytics.track('After')
window.found.after = [recorder.calls().length, Array.isArray(_paq)]
"""


def test_without_a_page(project: Path) -> None:
    """An analytics of the recorder's own leads to the commands of the real destination."""
    found = json.loads(run_node(project, WITHOUT_PAGE))
    event = ["trackEvent", "All", "Signed Up", None, 20]
    assert found["commands"] == [["trackPageView"], ["trackGoal", 3, 20], event]
    assert found["calls"] == [
        {"method": "page", "args": []},
        {"method": "track", "args": ["Signed Up", {"revenue": "$20"}]},
    ]
    assert (found["goal"], found["after"]) == (["trackGoal", 3, 20], [[], []])
    assert found["missing"] == "no setUserId within 5 ms; came: nothing"
    assert "use standIn(settings)" in found["refused"]
    assert found["apart"] == [[], [["setUserId", "u"]]]


def test_in_a_page(project: Path, visit: Visit) -> None:
    """In a page it takes the tracker's place: what the site's own analytics leads to, and no hit."""
    visit.without_instruments()
    visit.site.files["site.js"] = bundled(project, IN_PAGE.replace("SERVER", visit.matomo))
    visit.write("<script src=/site.js></script>")
    found = visit.run("found")
    names = [command[0] for command in found["commands"]]
    assert (names[0], names[-2:]) == ("before", ["trackPageView", "trackEvent"])
    assert [call["method"] for call in found["calls"]] == ["page", "track"]
    assert found["after"] == [2, True]
