"""The settings form follows from the schema; examples of the full build bring their settings."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.demo.conftest import DIST
from tests.demo.test_page_settings import open_settings

ALL = json.loads((DIST / "settings.schema.json").read_text("utf-8"))["properties"]
SCHEMA = {name: said for name, said in ALL.items() if said["x-build"] in ("lean", "full")}
"""The settings of the builds that the demo has."""


@pytest.fixture
def form(demo: Page) -> Page:
    """The demo with all its settings unfolded."""
    open_settings(demo)
    demo.get_by_text("All settings").click()
    return demo


FIELDS = """() => [...document.querySelectorAll(".setting[data-build]")].map((place) => {
  const named = place.querySelector("legend, label")
  const field = named.control
  const about = field?.getAttribute("aria-describedby")
  return {
    name: named.textContent,
    help: place.querySelector("p").textContent,
    build: place.dataset.build,
    type: field?.type,
    described: document.getElementById(about)?.textContent,
  }
})"""
"""Each setting's field: what labels it, as browsers see that, and what describes it."""


def test_every_setting_has_a_field(form: Page) -> None:
    """Name, help and an input that fits; the default is what an untouched field stands for."""
    fields = form.evaluate(FIELDS)
    assert len(fields) == len(SCHEMA)
    for field in fields:
        said = SCHEMA[field["name"]]
        assert (field["help"], field["build"]) == (said["description"], said["x-build"])
        if field["name"] != "goals":
            assert field["described"] == said["description"]
            assert field["type"] in kinds(said)
    consent = form.get_by_label("consent", exact=True)
    expect(consent).to_have_accessible_description(SCHEMA["consent"]["description"])


def kinds(said: dict[str, object]) -> tuple[str, ...]:
    """Return the types of input that fit a setting."""
    if "enum" in said:
        return ("select-one",)
    is_table = said["type"] in ("array", "object")
    return ("checkbox",) if said["type"] == "boolean" else ("textarea" if is_table else "text",)


def test_the_snippet_is_live(form: Page) -> None:
    """What is entered is in the snippet at once; a setting of the full build chooses that build."""
    form.locator("#install > summary").click()
    snippet = form.locator("#snippet")
    expect(snippet).to_contain_text("/dist/analytics.min.js")
    form.get_by_label("timeout").fill("900")
    form.get_by_label("customVariableLimit").fill("0")
    form.get_by_label("linkTracking").uncheck()
    expect(snippet).to_contain_text("linkTracking: false")
    expect(snippet).to_contain_text("timeout: 900")
    expect(snippet).to_contain_text("customVariableLimit: 0")
    expect(snippet).to_contain_text("/dist/analytics.min.js")
    form.get_by_label("linkEvents").fill("Left\nWent, away")
    form.get_by_label("dimensions", exact=True).fill('{"traits.plan": 2}')
    form.get_by_label("consent", exact=True).select_option("cookies")
    expect(snippet).to_contain_text("linkEvents: ['Left', 'Went, away']")
    expect(snippet).to_contain_text("dimensions: { 'traits.plan': 2 }")
    expect(snippet).to_contain_text("consent: 'cookies'")
    expect(snippet).to_contain_text("/dist/analytics.full.min.js")
    expect(form.get_by_label("Build", exact=True)).to_have_value("full")


def test_what_is_entered_counts_after_a_reload(form: Page) -> None:
    """The page starts with it, and the form shows it again."""
    form.get_by_label("heartBeat").fill("15")
    form.get_by_label("domains").fill("shop.test")
    form.get_by_label("doNotTrack").select_option("dnt")
    form.get_by_label("crossDomain").check()
    with form.expect_navigation():
        form.get_by_role("button", name="Apply").click()
    commands = form.locator(".row[data-kind=load] .command")
    expect(commands.filter(has_text="['enableHeartBeatTimer', 15]")).to_have_count(1)
    expect(commands.filter(has_text="['setDomains', ['shop.test']]")).to_have_count(1)
    expect(form.locator("#settings-summary")).to_contain_text("heartBeat")
    open_settings(form)
    expect(form.get_by_label("heartBeat")).to_have_value("15")
    expect(form.get_by_label("domains")).to_have_value("shop.test")
    expect(form.get_by_label("doNotTrack")).to_have_value("dnt")
    expect(form.get_by_label("crossDomain")).to_be_checked()


def test_json_that_is_none_is_refused(form: Page) -> None:
    """The field says so, and the page does not start afresh without it."""
    field = form.get_by_label("events", exact=True)
    field.fill("{deny: []}")
    expect(field).to_have_attribute("aria-invalid", "true")
    form.get_by_role("button", name="Apply").click()
    expect(field).to_be_focused()
    field.fill('{"deny": []}')
    expect(field).to_have_attribute("aria-invalid", "false")


FULL_EXAMPLES = {
    "Next route": ("page()", ["setCustomUrl", "setDocumentTitle", "trackPageView"]),
    "Product Added": (
        "'Product Added'",
        ["addEcommerceItem", "trackEcommerceCartUpdate", "trackEvent"],
    ),
    "Order Completed": (
        "'Order Completed'",
        ["clearEcommerceCart", "addEcommerceItem", "trackEcommerceOrder", "trackEvent"],
    ),
    "Site search": ("'Searched'", ["trackSiteSearch"]),
    "Dimension": ("'Upgraded'", ["trackEvent"]),
    "Consent": (
        "consent.give()",
        ["setSiteId", "setTrackerUrl", "enableLinkTracking", "setConsentGiven"],
    ),
}


def test_examples_of_the_full_build(demo: Page) -> None:
    """Each starts the page afresh with what it still needs, then makes its call."""
    for name, (call, commands) in FULL_EXAMPLES.items():
        demo.get_by_role("button", name=name, exact=True).click()
        newest = demo.locator(".row").first
        expect(newest.locator(".call pre")).to_contain_text(call)
        expect(newest.locator(".command")).to_have_count(len(commands))
        shown = newest.locator(".command").all_text_contents()
        assert [text.split("'")[1] for text in shown] == commands
        expect(demo.locator(".row .waiting")).to_have_count(0)
    load = demo.locator(".row[data-kind=load] pre")
    for part in ("ecommerce: true", "siteSearchEvents:", "dimensions:", "consent: 'tracking'"):
        expect(load).to_contain_text(part)


def test_an_example_whose_settings_are_there(demo: Page) -> None:
    """It makes its call at once."""
    search = demo.get_by_role("button", name="Site search")
    with demo.expect_navigation():
        search.click()
    expect(demo.locator(".row")).to_have_count(3)
    search.click()
    expect(demo.locator(".row")).to_have_count(4)
    expect(demo.locator(".row").first.locator(".outcome")).to_contain_text("blue")
