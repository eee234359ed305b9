"""Our own snippet, as the README has it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.support.visit import Visit

TOP = Path(__file__).parents[3]
MOST = 700
NAMES = re.compile(r'"([\w. ]+)"')
KEPT_BACK = {
    "user",
    "push",
    "noConflict",
    "init",
    "initialize",
    "add",
    "addIntegration",
    "normalize",
    "queryString",
}
"""What no page calls before the script is there: it has an answer, or is our own or a stub."""


def with_snippet(snippet: str, matomo: str, calls: str, before: str = "") -> str:
    """Return a page with the snippet, calls behind it, and the full script below."""
    return f"""{before}<script>{snippet}
      analytics.load({{siteId: 1, serverUrl: "{matomo}"}});{calls}</script>
      <script src="/dist/analytics.full.min.js"></script>"""


def test_it_is_small(snippet: str) -> None:
    """It stands in each page, so it has a budget."""
    command = [str(TOP / "node_modules/.bin/esbuild"), "--minify"]
    run = subprocess.run(command, input=snippet, capture_output=True, text=True, check=True)
    assert len(run.stdout.strip()) <= MOST


def test_it_has_each_method(visit: Visit, snippet: str) -> None:
    """Whatever method the full script has can be called before it is there."""
    visit.hold_tracker()
    visit.write('<script src="/dist/analytics.full.min.js"></script>')
    methods = """Object.keys(analytics).filter((name) => typeof analytics[name] === 'function')"""
    known = {name for name in visit.run(methods) if "." not in name}
    listed = {name for names in NAMES.findall(snippet) for name in names.split()}
    assert known - listed == KEPT_BACK


def test_an_element_of_that_name(visit: Visit, snippet: str) -> None:
    """An element with the id analytics is neither stub nor library."""
    visit.hold_tracker()
    calls, element = "analytics.track('here')", '<div id="analytics"></div>'
    visit.write(with_snippet(snippet, visit.matomo, calls, element))
    assert visit.queued()[-1][:3] == ["trackEvent", "All", "here"]


def test_what_waits_arrives(visit: Visit, snippet: str) -> None:
    """Listeners, hooks, plugins and links that wait are there before the calls, without a warning."""
    visit.hold_tracker()
    calls = """
      var heard = [];
      analytics.page("Shop").track("Secret").track("Signed Up", { label: "x" });
      analytics.on("track", function (name) { heard.push(name); });
      analytics.addSourceMiddleware(function (given) {
        given.next(given.payload.event() === "Secret" ? null : given.payload);
      });
      analytics.addDestinationMiddleware("Matomo", function (given) { given.next(given.payload); });
      analytics.register({
        name: "stamp", type: "enrichment", load: function () {},
        track: function (context) { context.updateEvent("properties.label", "y"); },
      });
      analytics.trackLink(document.links, "Opened");
      analytics.timeout(0);
      analytics.ready(function () { heard.push("ready"); });"""
    visit.write(with_snippet(snippet, visit.matomo, calls, "<a href=/next>Next</a>"))
    visit.release_tracker()
    visit.wait("heard.includes('ready')")
    assert visit.run("heard") == ["Secret", "Signed Up", "ready"]
    told = [command for command in visit.pushed() if command[0].startswith("trackEvent")]
    assert told == [["trackEvent", "All", "Signed Up", "y", None]]


def test_the_options_of_load(visit: Visit, snippet: str) -> None:
    """What the page notes with calls is no option of the start."""
    visit.hold_tracker()
    visit.write(f"""<script>{snippet}
      analytics.load({{siteId: 1, serverUrl: "{visit.matomo}", plan: {{track: {{No: {{enabled: false}}}}}}}});
      analytics.track("No").track("Yes");</script><script src="/dist/analytics.full.min.js"></script>""")
    assert [command[2] for command in visit.queued() if command[0] == "trackEvent"] == ["Yes"]
