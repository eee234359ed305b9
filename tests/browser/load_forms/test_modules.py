"""A script that has no current element finds its own: as a module, or run by a library as text."""

from __future__ import annotations

import pytest

from tests.support.page_parts import MATOMO
from tests.support.visit import Visit

SAYS = f'data-site-id="7" data-server-url="{MATOMO}"'
QUERY = f"?siteId=7&serverUrl={MATOMO}"
OTHERS = """
  <script src="/other.js" data-site-id="99"></script>
  <script src="/other.js?siteId=99" data-url="https://tool.example"></script>
  <script type="text/template" data-site-id="99">nothing</script>
"""
"""Elements of other tools, which have site ids as well."""

INERT = """
        const element = document.createElement('div')
        document.body.append(element)
        element.innerHTML = '<script></scr' + 'ipt>'
        element.firstChild.src = src
        Object.assign(element.firstChild.dataset, { siteId: '7', serverUrl: matomo })"""
"""What stands in the page as text runs by itself no more."""

INSERTS = {
    "by the page": """
        const element = Object.assign(document.createElement('script'), { src })
        Object.assign(element.dataset, { siteId: '7', serverUrl: matomo })
        document.body.append(element)""",
    "as a module": """
        const element = Object.assign(document.createElement('script'), { src, type: 'module' })
        Object.assign(element.dataset, { siteId: '7', serverUrl: matomo })
        document.body.append(element)""",
    "and taken away": """
        const element = Object.assign(document.createElement('script'), { src })
        Object.assign(element.dataset, { siteId: '7', serverUrl: matomo })
        document.body.append(element)
        element.remove()""",
    # As jQuery does with a file of the page's own host.
    "as text": """
        INERT
        fetch(src).then((answer) => answer.text()).then((text) => {
          const run = Object.assign(document.createElement('script'), { text })
          document.head.append(run)
          run.remove()
        })""",
    # And with one of another host.
    "in an element of the library's": """
        INERT
        const run = Object.assign(document.createElement('script'), { src })
        document.head.append(run)""",
    "as text that is evaluated": """
        INERT
        fetch(src).then((answer) => answer.text()).then((text) => { (0, eval)(text) })""",
}


def started(visit: Visit) -> None:
    """Wait for the start, and look whether it is that of the own element."""
    visit.wait("window._paq && _paq.length >= 3")
    assert visit.queued() == [
        ["setSiteId", "7"],
        ["setTrackerUrl", f"{visit.matomo}/piwik.php"],
        ["enableLinkTracking"],
    ]


@pytest.fixture(autouse=True)
def other_tools(visit: Visit) -> None:
    """Serve the other tools' file, and hold the tracker."""
    visit.site.files["other.js"] = ""
    visit.hold_tracker()


@pytest.mark.parametrize("bundle", ["analytics.min.js", "analytics.full.min.js"])
@pytest.mark.parametrize(
    "element",
    [
        f'src="/dist/BUNDLE" {SAYS}',
        f'src="/dist/BUNDLE{QUERY}"',
        f'async src="/dist/BUNDLE" {SAYS}',
    ],
    ids=["attributes", "query", "async"],
)
def test_a_module(bundle: str, element: str, visit: Visit) -> None:
    """Attributes and query of a module's element count, those of other tools do not."""
    own = f'<script type="module" {element.replace("BUNDLE", bundle)}></script>'
    visit.write(OTHERS + own + OTHERS)
    started(visit)


@pytest.mark.parametrize("name", ["siteId", "serverUrl"])
def test_a_module_that_says_half(name: str, visit: Visit) -> None:
    """It meant to start: a warning says what is missing, even if another tool has it."""
    missing = {"siteId": "serverUrl", "serverUrl": "siteId"}[name]
    visit.expect(f"paqbridge: {missing}")
    says = {"siteId": 'data-site-id="7"', "serverUrl": f'data-server-url="{MATOMO}"'}[name]
    own = f'<script type="module" src="/dist/analytics.min.js" {says}></script>'
    with visit.page.expect_console_message(lambda message: "paqbridge: " in message.text):
        visit.write(OTHERS + own)
    assert (len(visit.warnings), visit.run("typeof _paq")) == (1, "undefined")


def test_a_module_that_says_nothing(visit: Visit) -> None:
    """Without settings nothing starts, whatever other tools say."""
    own = '<script type="module" src="/dist/analytics.min.js"></script>'
    visit.write(OTHERS + own)
    visit.wait("analytics.VERSION")
    assert (visit.run("typeof _paq"), visit.messages) == ("undefined", [])


@pytest.mark.parametrize("way", INSERTS)
def test_inserted(way: str, visit: Visit) -> None:
    """However a page, a tag manager or a library puts the script in: it finds its settings."""
    visit.write(OTHERS)
    code = f"(matomo) => {{ const src = '/dist/analytics.min.js'; {INSERTS[way].replace('INERT', INERT)} }}"
    visit.run(code, visit.matomo)
    started(visit)
