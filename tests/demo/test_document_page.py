"""The settings page: what is saved there is what the demo's page uses at its next load."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from demo.settings_document import PATH
from demo.settings_form import NOT_IN_DOCUMENTS
from paqbridge.settings.whole_table import WHOLE_SETTINGS
from paqbridge.source.document_rules import STRICTER
from tests.demo.conftest import DIST
from tests.demo.test_page_settings import apply, hits

SCHEMA = json.loads((DIST / "settings.schema.json").read_text("utf-8"))["properties"]
SNIPPET = """<!-- Matomo -->
<script>
  var _paq = window._paq = window._paq || [];
  /* tracker methods like "setCustomDimension" should be called before "trackPageView" */
  _paq.push(['trackPageView']);
  _paq.push(['enableLinkTracking']);
  (function() {
    var u="//matomo.example.org/";
    _paq.push(['setTrackerUrl', u+'matomo.php']);
    _paq.push(['setSiteId', '3']);
    var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0];
    g.async=true; g.src=u+'matomo.js'; s.parentNode.insertBefore(g,s);
  })();
</script>"""
CONTAINER = """<script>
var _mtm = window._mtm = window._mtm || [];
_mtm.push({'mtm.startTime': (new Date().getTime()), 'event': 'mtm.Start'});
(function() {
  var d=document, g=d.createElement('script'), s=d.getElementsByTagName('script')[0];
  g.async=true; g.src='https://matomo.example.org/js/container_Ab12cD34.js';
  s.parentNode.insertBefore(g,s);
})();
</script>"""


@pytest.fixture
def settings(demo_address: str, page: Page) -> Page:
    """The settings page, once it shows what has been saved."""
    return opened(demo_address, page)


def opened(address: str, page: Page) -> Page:
    """Open the settings page."""
    page.goto(f"{address}/settings")
    expect(page.locator("#document")).not_to_have_attribute("inert", "")
    return page


def save(page: Page) -> None:
    """Press Save, and wait until it is."""
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#saved")).to_contain_text("Saved")


def saved(app: Flask) -> Any:
    """What the server has."""
    return app.test_client().get(PATH).get_json()


def value(page: Page, name: str) -> Any:
    """What the field of a setting says."""
    return page.get_by_label(name, exact=True).input_value()


def test_the_next_load_uses_what_was_saved(
    settings: Page, demo_address: str, demo_app: Flask
) -> None:
    """Site and goals of the document count, in the full build, though no code was touched."""
    settings.get_by_label("siteId").fill("5")
    settings.get_by_role("button", name="Add a goal").click()
    settings.get_by_label("Event name").fill("Logged In")
    settings.get_by_label("Goal id").fill("7")
    save(settings)
    assert saved(demo_app)["integrations"]["Piwik"] == {"siteId": 5, "goals": {"Logged In": 7}}
    settings.goto(demo_address)
    expect(settings.locator("#settings-summary")).to_contain_text("site 5")
    load = settings.locator(".row[data-kind=load]")
    expect(load.locator(".call pre")).to_contain_text(f"settingsUrl: '{PATH}'")
    expect(load.locator(".call pre")).not_to_contain_text("siteId")
    expect(load.locator(".command").first).to_contain_text("['setSiteId', 5]")
    settings.get_by_role("button", name="Logged In").click()
    expect(settings.locator(".row").first.locator(".command")).to_have_count(2)
    found = hits(demo_app, 3)
    assert {hit["idsite"] for hit in found} == {"5"}
    assert [hit["idgoal"] for hit in found if "idgoal" in hit] == ["7"]


def test_a_second_save_is_seen(settings: Page, demo_address: str, demo_app: Flask) -> None:
    """The browser keeps no document that is out of date, and the form shows what was saved."""
    for site in ("5", "6"):
        settings.get_by_label("siteId").fill(site)
        save(settings)
        settings.goto(demo_address)
        expect(settings.locator("#settings-summary")).to_contain_text(f"site {site}")
        expect(settings.locator(".row .request").first).to_be_visible()
        opened(demo_address, settings)
        assert value(settings, "siteId") == site
    assert [hit["idsite"] for hit in hits(demo_app, 2)] == ["5", "6"]


def test_a_server_of_the_document(settings: Page, demo_address: str) -> None:
    """Requests go where it says, and the page says so."""
    settings.get_by_label("serverUrl").fill(demo_address.replace("127.0.0.1", "localhost"))
    save(settings)
    settings.goto(demo_address)
    expect(settings.locator("#arrived")).to_contain_text("The request sent to localhost")
    expect(settings.locator(".row[data-kind=page] .chip")).to_have_text("sent")


def test_what_the_tab_says_wins(settings: Page, demo_address: str) -> None:
    """Settings that are applied in the demo count before the document; a save drops them."""
    settings.get_by_label("siteId").fill("5")
    save(settings)
    settings.goto(demo_address)
    apply(settings, siteId="8")
    expect(settings.locator("#settings-summary")).to_contain_text("site 8")
    opened(demo_address, settings)
    save(settings)
    settings.goto(demo_address)
    expect(settings.locator("#settings-summary")).to_contain_text("site 5")


def test_forgetting(settings: Page, demo_address: str, demo_app: Flask) -> None:
    """Without a document the demo starts as at first."""
    settings.get_by_label("siteId").fill("5")
    save(settings)
    settings.get_by_role("button", name="Forget").click()
    expect(settings.locator("#saved")).to_contain_text("Nothing is saved any more")
    assert value(settings, "siteId") == ""
    assert saved(demo_app) is None
    settings.goto(demo_address)
    expect(settings.locator("#settings-summary")).to_contain_text("lean build")


def test_a_save_that_fails(settings: Page, demo_app: Flask) -> None:
    """The page says why, and what was saved stays."""
    settings.expected.append("Failed to load resource")  # type: ignore[attr-defined]
    settings.get_by_label("siteId").fill("5")
    settings.get_by_text("All settings").click()
    settings.get_by_label("domains").fill("x" * 70_000)
    settings.get_by_role("button", name="Save").click()
    expect(settings.locator("#saved")).to_have_text("The document is larger than 64 kB.")
    expect(settings.locator("#saved")).to_have_class("warning")
    assert saved(demo_app) is None


def test_json_that_is_none_is_not_saved(settings: Page, demo_app: Flask) -> None:
    """The field says so."""
    settings.get_by_text("All settings").click()
    field = settings.get_by_label("events", exact=True)
    field.fill("{deny: []}")
    settings.get_by_role("button", name="Save").click()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert saved(demo_app) is None


def test_every_setting_that_a_document_may_say(settings: Page) -> None:
    """Each has a field, and those that it may not say have none."""
    fields = settings.locator(".setting[data-name]").all()
    names = [field.get_attribute("data-name") for field in fields]
    wanted = {name for name, said in SCHEMA.items() if said["x-build"] in ("lean", "full")}
    assert sorted(map(str, names)) == sorted(wanted - {*NOT_IN_DOCUMENTS})


def test_the_settings_that_have_no_field() -> None:
    """They are those of which a document can say nothing but what counts anyway."""
    defaults = {row["name"]: row.get("default") for row in WHOLE_SETTINGS}
    bound = {name for name, said in STRICTER.items() if name in defaults}
    idle = {name for name in bound if {*STRICTER[name]} <= {defaults[name]}}
    assert sorted(NOT_IN_DOCUMENTS) == sorted(idle)


SNIPPETS: list[tuple[str, dict[str, str], str]] = [
    (SNIPPET, {"siteId": "3", "serverUrl": "//matomo.example.org"}, ""),
    (
        SNIPPET.replace("'3'", "12").replace(
            '"//matomo.example.org/"', "'https://m.example/piwik/'"
        ),
        {"siteId": "12", "serverUrl": "https://m.example/piwik"},
        "",
    ),
    (
        (
            'var u = (("https:" == document.location.protocol) ? "https" : "http") + "://m.example/";\n'
            '_paq.push(["setTrackerUrl", u+"piwik.php"]); _paq.push(["setSiteId", 4]);'
        ),
        {"siteId": "4", "serverUrl": "//m.example"},
        "",
    ),
    (
        "_paq.push(['setTrackerUrl', 'https://m.example/a/matomo.php'], ['setSiteId', \"aB3d\"]);",
        {"siteId": "aB3d", "serverUrl": "https://m.example/a"},
        "",
    ),
    (
        (
            '<img referrerpolicy="no-referrer-when-downgrade" style="border:0" alt="" '
            'src="https://m.example/matomo.php?idsite=5&amp;rec=1">'
        ),
        {"siteId": "5", "serverUrl": "https://m.example"},
        "",
    ),
    (
        (
            'var e="https://m.example/";_paq.push(["setTrackerUrl",e+"matomo.php"]),'
            '_paq.push(["setSiteId","3"]);var a=document'
        ),
        {"siteId": "3", "serverUrl": "https://m.example"},
        "",
    ),
    (
        SNIPPET.replace('"', "\u201d").replace(
            "_paq.push(['setSite", "// ['setSiteId', '9']\n['setSite"
        ),
        {"siteId": "3", "serverUrl": "//matomo.example.org"},
        "",
    ),
    (
        (
            'var pkBaseURL = (("https:" == x) ? "https://m.example/a/" : "http://m.example/a/");'
            'Piwik.getTracker(pkBaseURL + "piwik.php", 4)'
        ),
        {"siteId": "4", "serverUrl": "https://m.example/a"},
        "",
    ),
    ("_paq.push(['setSiteId', siteId])", {}, "no snippet of Matomo"),
    (CONTAINER, {}, "Matomo Tag Manager"),
    ("_paq.push(['setSiteId', '3'])", {"siteId": "3"}, "It names no server"),
    ('var u="//matomo.example.org/";', {"serverUrl": "//matomo.example.org"}, "It names no site"),
    ("", {}, "no snippet of Matomo"),
    ("gtag('config', 'G-1')", {}, "no snippet of Matomo"),
    ("_paq.push(['setSiteId', '<img src=x onerror=alert(1)>'])", {}, "no snippet of Matomo"),
]


@pytest.mark.parametrize("case", SNIPPETS, ids=range(len(SNIPPETS)))
def test_a_pasted_snippet(case: tuple[str, dict[str, str], str], settings: Page) -> None:
    """It fills in site id and server URL, or the page says what it lacks."""
    text, wanted, trouble = case
    settings.get_by_label("The tracking code that Matomo gives").fill(text)
    settings.get_by_role("button", name="Fill in").click()
    filled = settings.locator("#filled")
    expect(filled).to_contain_text(trouble or "Filled in")
    expect(filled).to_have_class("warning" if trouble else "faint")
    found = {name: value(settings, name) for name in ("siteId", "serverUrl")}
    assert {name: text for name, text in found.items() if text} == wanted


def test_export_and_import(settings: Page, tmp_path: Path, demo_app: Flask) -> None:
    """A file has the form's settings in Segment's form; imported, it brings them back, unsaved."""
    settings.get_by_label("siteId").fill("5")
    settings.get_by_label("consent", exact=True).evaluate("one => { one.value = 'tracking' }")
    with settings.expect_download() as download:
        settings.get_by_role("button", name="Export").click()
    assert download.value.suggested_filename == "settings.json"
    file = tmp_path / "exported.json"
    download.value.save_as(file)
    said = {"siteId": 5, "consent": "tracking"}
    assert json.loads(file.read_text("utf-8")) == {"integrations": {"Piwik": said}}
    settings.get_by_label("siteId").fill("6")
    settings.get_by_label("Import").set_input_files(file)
    expect(settings.locator("#filed")).to_contain_text("nothing is saved yet")
    assert (value(settings, "siteId"), value(settings, "consent")) == ("5", "tracking")
    assert saved(demo_app) is None


FILES: list[tuple[str, str]] = [
    ("{", "is no JSON"),
    ("[1]", "has no settings in it"),
    ("5", "has no settings in it"),
    ('{"integrations": {"Piwik": true}}', "has no settings in it"),
    ('{"siteId": 5, "cookieDomain": "x", "other": 1}', "Left out: cookieDomain, other."),
    ('{"__proto__": {"siteId": 9}, "url": "https://m.example"}', "Left out: __proto__."),
    (
        '{"consent": "asked", "goals": "A", "htmlEvents": 1}',
        "Left out: consent, goals, htmlEvents.",
    ),
]


@pytest.mark.parametrize(("text", "said"), FILES)
def test_a_strange_file(text: str, said: str, settings: Page, tmp_path: Path) -> None:
    """The page says what it cannot use of it."""
    file = tmp_path / "settings.json"
    file.write_text(text, "utf-8")
    settings.get_by_label("Import").set_input_files(file)
    expect(settings.locator("#filed")).to_contain_text(said)
    assert settings.evaluate("({}).siteId") is None


def test_a_file_of_the_dashboard(settings: Page, tmp_path: Path, demo_app: Flask) -> None:
    """What the bundle reads of a document written elsewhere is saved as what it means there."""
    said = {
        "siteId": "1",
        "url": "https://m.example/",
        "goals": [{"key": "Signed Up", "value": "3"}, {"key": "Signed Up", "value": "4"}],
        "disableCookies": "false",
        "domains": "shop.example",
        "consent": None,
    }
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"integrations": {"piwik": said}}), "utf-8")
    settings.get_by_label("Import").set_input_files(file)
    expect(settings.locator("#filed")).to_have_text(
        "settings.json is in the form; nothing is saved yet."
    )
    save(settings)
    assert saved(demo_app)["integrations"]["Piwik"] == {
        "siteId": 1,
        "serverUrl": "https://m.example/",
        "goals": {"Signed Up": [3, 4]},
        "domains": ["shop.example"],
    }


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_page_fits(demo_address: str, settings: Page, width: int) -> None:
    """Nothing is wider than the screen, with all settings unfolded."""
    settings.set_viewport_size({"width": width, "height": 844})
    settings.get_by_text("All settings").click()
    wide = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert settings.evaluate(wide) is False


def test_the_demo_leads_there_and_back(demo_address: str, demo: Page) -> None:
    """The settings of the tab name the document; the page of the document leads home."""
    demo.locator("#settings > summary").click()
    demo.get_by_role("link", name="The settings document").click()
    expect(demo).to_have_url(re.compile("/settings$"))
    demo.get_by_role("link", name="paqbridge demo").click()
    expect(demo).to_have_url(f"{demo_address}/")
    expect(demo.locator(".request")).to_be_visible()
