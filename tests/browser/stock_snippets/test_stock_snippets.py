"""Segment's own snippets, with only the address of the script changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.visit import Visit

TOP = Path(__file__).parents[3]
VERSIONS = ("4.13", "4.15", "4.16", "5")
RENDER = """
const snippet = require(process.argv[1])
process.stdout.write((snippet.default || snippet).min({
  apiKey: 'KEY', host: 'HOST', page: false, load: JSON.parse(process.argv[2]),
}))"""

FULL = "analytics.full.min.js"
SCRIPT = "analytics.js/v1/KEY/analytics.min.js"

CALLS = """
analytics.track('first', {n: 1})
analytics.page('Home')
analytics.identify('u', {plan: 'pro'})
analytics.track('second')
analytics.page('Cart')
"""

ORDER = ["trackEvent", "trackPageView", "setUserId", "trackEvent", "trackPageView"]

OLD_SNIPPET = f"""
window.analytics = window.analytics || []
for (const name of ['identify', 'group', 'track', 'page', 'pageview', 'alias', 'ready'])
  analytics[name] = (...given) => analytics.push([name, ...given])
analytics.load = (key) => {{
  const script = document.createElement('script')
  script.src = '{{{{ address }}}}/{SCRIPT}'.replace('KEY', key)
  document.getElementsByTagName('script')[0].before(script)
}}
"""
"""What Segment's snippets before 4.1 have in common; npm has none of them."""

OLD = (
    "analytics.ab = () => 0",
    "analytics.ab = () => 0; analytics.SNIPPET_VERSION = '2.0.8'",
    "analytics.SNIPPET_VERSION = '2.0.9'",
    "analytics.invoked = true; analytics.SNIPPET_VERSION = '3.1.0'",
)
"""What besides that one of before 2.0, then 2.0.8, 2.0.9 and 3.1 put on their stub."""

OLD_CALLS = (
    "analytics.load('KEY'); analytics.track('first'); analytics.page(); analytics.identify('u')"
)

LOCKED = "Object.defineProperty(analytics, 'track', {configurable: false, writable: false})"

PUBLISHED = """
const snippet = require(process.argv[1])
process.stdout.write((snippet.default || snippet).min({ apiKey: process.argv[2] }))"""


def as_published(version: str, key: str) -> str:
    """Return a snippet as Segment's package writes it for a write key."""
    command = ["node", "-e", PUBLISHED, str(TOP / f"node_modules/snippet-{version}"), key]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def rendered(version: str, options: object) -> str:
    """Return a snippet as Segment's package writes it, with this site's host."""
    script = ["node", "-e", RENDER, str(TOP / f"node_modules/snippet-{version}")]
    said = json.dumps(options)
    run = subprocess.run([*script, said], capture_output=True, text=True, check=True)
    text = run.stdout.replace('"https://HOST/', '"{{ address }}/').replace(
        '"https://" + "HOST"', '"{{ address }}"'
    )
    assert "{{ address }}/analytics.js" in text, text
    # Version 4.13 says nothing of its options unless its caller does.
    return text.replace('analytics.load("KEY");', f'analytics.load("KEY", {said});')


def open_page(
    visit: Visit, version: str, before: str = "", calls: str = CALLS, wrap: str = ""
) -> None:
    """Open a page with the snippet and calls behind it, and wait for the script.

    ``wrap`` is done to the stub before it loads.
    """
    options = {"integrations": {"Piwik": {"siteId": 7, "serverUrl": visit.matomo}}}
    visit.site.files[SCRIPT] = (TOP / "dist" / FULL).read_text("utf-8")
    snippet = rendered(version, options)
    snippet = snippet.replace('analytics.load("KEY"', f'{wrap};analytics.load("KEY"')
    visit.write(f"<script></script>{before}<script>{snippet}\n{calls}</script>")
    visit.wait("analytics.initialized")


def names(visit: Visit) -> list[str]:
    """Return the names of the commands after the start."""
    return [command[0] for command in visit.queued()[3:]]


@pytest.mark.parametrize("lock", ["Object.freeze(analytics)", LOCKED])
def test_a_stub_that_cannot_be_changed(lock: str, visit: Visit) -> None:
    """Another object takes its place, as with Segment's own libraries, and its calls arrive."""
    visit.hold_tracker()
    open_page(visit, "5", calls=f"{CALLS}; {lock}")
    assert [name for name in names(visit) if name in ORDER] == ORDER


@pytest.mark.parametrize("version", VERSIONS)
def test_replay(version: str, visit: Visit) -> None:
    """Calls arrive, strictly in their order, with the settings of the snippet's options."""
    visit.hold_tracker()
    open_page(visit, version)
    assert visit.queued()[:2] == [
        ["setSiteId", 7],
        ["setTrackerUrl", f"{visit.matomo}/piwik.php"],
    ]
    told = [name for name in names(visit) if name in ORDER]
    assert told == ORDER


@pytest.mark.parametrize("version", VERSIONS)
def test_each_stub(version: str, visit: Visit) -> None:
    """Every method that the snippet knows can be called before and after, and throws never."""
    visit.hold_tracker()
    calls = "analytics.methods.forEach(function (name) { analytics[name]() })"
    visit.expect("paqbridge: ")
    open_page(visit, version, calls=f"var stub = analytics; {calls}")
    stubs = "['page', 'track', 'identify', 'ready', 'on', 'setAnonymousId', 'trackLink']"
    assert visit.run(f"{stubs}.map((name) => typeof analytics[name])") == ["function"] * 7
    # References that the page took to the stub go on working.
    assert visit.run("stub === window.analytics")
    visit.run("stub.track('later')")
    assert visit.queued()[-1][:3] == ["trackEvent", "All", "later"]


@pytest.mark.parametrize("version", VERSIONS)
def test_loaded_twice(version: str, visit: Visit) -> None:
    """A second load warns, and starts nothing."""
    visit.hold_tracker()
    open_page(visit, version, calls="")
    visit.expect("paqbridge: load")
    visit.run("analytics.load('KEY')")
    assert len(visit.queued()) == 3
    assert len(visit.warnings) == 1


def test_the_page_of_the_call(visit: Visit) -> None:
    """Snippet 5 notes the page with each call: its address counts, not the one of the replay."""
    visit.hold_tracker()
    calls = """
      analytics.page()
      history.pushState({}, '', '/other')
      analytics.page()
      analytics.on('page', (category, name, properties) => { (window.heard ||= []).push(properties.path) })
    """
    open_page(visit, "5", calls=calls)
    assert visit.run("heard") == ["/page.html", "/other"]


@pytest.mark.parametrize("version", VERSIONS[1:])
def test_another_path(version: str, visit: Visit) -> None:
    """Where the path of the script is another, the document is where the snippet's key says."""
    visit.hold_tracker()
    visit.site.files["js/own.js"] = (TOP / "dist" / FULL).read_text("utf-8")
    visit.site.files["v1/projects/KEY/settings"] = json.dumps(
        {"integrations": {"Piwik": {"siteId": 7, "url": visit.matomo}}}
    )
    snippet = as_published(version, "KEY")
    path = '"https://cdn.segment.com/analytics.js/v1/" + key + "/analytics.min.js"'
    assert snippet.count(path) == 1
    snippet = snippet.replace(path, '"/js/own.js"')
    visit.write(f"<script></script><script>{snippet}\nanalytics.track('first')</script>")
    visit.wait("window._paq && _paq.some((one) => one[0] == 'trackEvent')")
    assert visit.queued()[0] == ["setSiteId", 7]


@pytest.mark.parametrize("marks", OLD)
def test_snippets_of_before(marks: str, visit: Visit) -> None:
    """Pages have older ones as well, whose stub bears other marks, and no options of ``load``."""
    visit.hold_tracker()
    visit.site.files[SCRIPT] = (TOP / "dist" / FULL).read_text("utf-8")
    visit.site.files["v1/projects/KEY/settings"] = json.dumps(
        {"integrations": {"Piwik": {"siteId": 7, "url": visit.matomo}}}
    )
    visit.write(f"<script></script><script>{OLD_SNIPPET}\n{marks}\n{OLD_CALLS}</script>")
    visit.wait("window._paq && _paq.some((one) => one[0] == 'setUserId')")
    assert visit.queued()[0] == ["setSiteId", 7]
    assert names(visit) == ["trackEvent", "trackPageView", "setUserId"]


def test_hooks_first(visit: Visit) -> None:
    """A consent hook that is added behind a call filters that call as well."""
    visit.hold_tracker()
    calls = """
      analytics.track('secret')
      analytics.addSourceMiddleware(function (given) { given.next(null) })
      analytics.track('secret, too')
    """
    open_page(visit, "4.16", calls=calls)
    assert names(visit) == []


def test_an_element_of_that_name(visit: Visit) -> None:
    """An element with the id analytics is no library."""
    visit.hold_tracker()
    page = f"""<div id="analytics"></div>
      <script src="/dist/{FULL}" data-site-id="7" data-server-url="{visit.matomo}"></script>"""
    visit.write(page)
    visit.run("analytics.track('here')")
    assert visit.queued()[-1][:3] == ["trackEvent", "All", "here"]
