"""`paqbridge/testing`: what a site's tests record, in a page and without one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.packages.npm.test_entries import bundled, run_node
from tests.support.visit import Visit

IMPORTED = "import { record, standIn } from 'paqbridge/testing'\n"
REQUIRED = "const { record, standIn } = require('paqbridge/testing')\n"
WITHOUT_PAGE = """
const server = 'https://m.example'
async function all() {
  const recorder = standIn({ siteId: 1, serverUrl: server, goals: { 'Signed Up': 3 } })
  const { analytics } = recorder
  const late = recorder.waitFor('trackGoal')
  analytics.page().identify('u7', { plan: 'pro' })
  const context = await analytics.track('Signed Up', { revenue: '$20' })
  const found = { commands: recorder.commands(), calls: recorder.calls(), goal: await late }
  found.seen = [context.event.event, analytics.user().id(), analytics.user().traits()]
  recorder.reset()
  found.after = [recorder.commands(), recorder.calls()]
  found.missing = await recorder.waitFor('setUserId', { timeout: 5 }).catch((error) => error.message)
  try { record() } catch (error) { found.refused = error.message }
  const other = standIn({ siteId: 2, serverUrl: server })
  other.analytics.track('Other')
  found.apart = [recorder.commands(), other.commands(), other.analytics.user().id()]
  other.stop()
  other.analytics.track('After')
  found.stopped = [other.commands().length, other.calls().length]
  console.log(JSON.stringify(found))
}
all()
"""
ASKING = """
const recorder = standIn({ siteId: 1, serverUrl: 'https://m.example', consent: 'load' })
recorder.analytics.track('Early')
const before = recorder.commands().length
recorder.analytics.consent.give()
console.log(JSON.stringify([before, recorder.commands().pop()]))
process.exit()
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
EVENT = ["trackEvent", "All", "Signed Up", None, 20]


FORMS = {"module": IMPORTED, "commonjs": REQUIRED}


@pytest.mark.parametrize("kind", FORMS)
def test_without_a_page(kind: str, project: Path) -> None:
    """A stand-in is the full standalone on a page of its own: calls in, real commands out."""
    found = json.loads(run_node(project, FORMS[kind] + WITHOUT_PAGE, kind))
    assert found["commands"] == [
        ["trackPageView"],
        ["setUserId", "u7"],
        ["trackGoal", 3, 20],
        EVENT,
    ]
    assert found["calls"] == [
        {"method": "page", "args": []},
        {"method": "identify", "args": ["u7", {"plan": "pro"}]},
        {"method": "track", "args": ["Signed Up", {"revenue": "$20"}]},
    ]
    assert found["seen"] == ["Signed Up", "u7", {"plan": "pro"}]
    assert (found["goal"], found["after"]) == (["trackGoal", 3, 20], [[], []])
    assert found["missing"] == "no setUserId within 5 ms; came: nothing"
    assert "use standIn(settings)" in found["refused"]
    assert found["apart"] == [[], [["trackEvent", "All", "Other", None, None]], None]
    assert found["stopped"] == [1, 1]


def test_consent_without_a_page(project: Path) -> None:
    """What a visitor has not been asked for is not among the commands."""
    found = json.loads(run_node(project, IMPORTED + ASKING))
    assert found == [0, ["trackEvent", "All", "Early", None, None]]


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
