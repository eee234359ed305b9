from __future__ import annotations

import re

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect

from demo.matomo_double.hits import HitStore

EXAMPLES: list[tuple[str, list[str], list[dict[str, str]]]] = [
    ("Page view", ["['trackPageView']"], [{"Page title": "paqbridge demo"}]),
    ("Identify", ["['setUserId', 'user-42']"], []),
    (
        "Logged In",
        ["['trackEvent', 'All', 'Logged In', undefined, undefined]"],
        [{"Event category": "All", "Event action": "Logged In"}],
    ),
    (
        "Created Account",
        ["['trackEvent', 'Account', 'Created Account', 'Premium', 30]"],
        [
            {
                "Event category": "Account",
                "Event action": "Created Account",
                "Event name": "Premium",
                "Event value": "30",
            }
        ],
    ),
    (
        "Custom variables",
        [
            "['setCustomVariable', '1', 'Section', 'Billing', 'page']",
            "['setCustomVariable', '2', 'SubscriptionId', '1234', 'page']",
            "['setCustomVariable', '3', 'PlanName', 'ENTERPRISE', 'page']",
            "['trackEvent', 'All', 'Upgraded', undefined, undefined]",
        ],
        [
            {
                "Event action": "Upgraded",
                "Custom variables": "1: Section = Billing\n2: SubscriptionId = 1234\n"
                "3: PlanName = ENTERPRISE",
            }
        ],
    ),
    (
        "Goal with revenue",
        ["['trackGoal', 1, 49.9]", "['trackEvent', 'All', 'Subscribed', 'Yearly plan', 49.9]"],
        [{"Goal": "1", "Revenue": "49.9"}, {"Event action": "Subscribed", "Event value": "49.9"}],
    ),
]


def rows(page: Page) -> Locator:
    """The rows of the timeline, newest first."""
    return page.locator("#timeline > .row")


def press(page: Page, name: str) -> Locator:
    """Press a button; gives the row that is then the newest."""
    count = rows(page).count()
    page.get_by_role("button", name=name, exact=True).click()
    expect(rows(page)).to_have_count(count + 1)
    return rows(page).first


def run(page: Page, text: str) -> None:
    """Type into the editor and run it."""
    page.get_by_label("Or write your own").fill(text)
    page.get_by_role("button", name="Run").click()


def words(request: Locator) -> dict[str, str]:
    """What a request is shown to say: parameter in words -> value."""
    names = request.locator(".words > div > dt").all_text_contents()
    values = request.locator(".words > div > dd").all_text_contents()
    return dict(zip([re.sub(r" \S*$", "", name) for name in names], values, strict=True))


def test_the_page_starts_as_its_snippet_says(demo: Page) -> None:
    """Loading shows the three start commands, the first page view and a live tracker."""
    page_row, load_row = rows(demo).nth(0), rows(demo).nth(1)
    assert load_row.locator(".command").all_text_contents()[0] == "['setSiteId', 1]"
    assert load_row.locator(".command").count() == 3
    assert page_row.locator(".command").all_text_contents() == ["['trackPageView']"]
    expect(demo.locator("#tracker")).to_have_text("Tracker live")
    expect(demo.locator("#feed")).to_have_text("Collector connected")
    expect(demo.locator("#privacy")).to_contain_text("Nothing leaves your machine")


@pytest.mark.parametrize(("name", "commands", "requests"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_an_example_shows_call_commands_and_requests(
    demo: Page, name: str, commands: list[str], requests: list[dict[str, str]]
) -> None:
    """Each example is followed from the call through its commands to what the server received."""
    row = press(demo, name)
    arrived = row.locator(".request")
    expect(row.locator(".call pre")).to_contain_text("analytics.")
    expect(arrived).to_have_count(len(requests))
    assert row.locator(".command").all_text_contents() == commands
    for shown, request in zip(arrived.all(), requests, strict=True):
        assert request.items() <= words(shown).items()
        expect(shown.locator(".chip")).to_have_text("204")
        expect(shown.locator(".outcome")).to_contain_text("Matomo records")


def test_each_command_stands_beside_its_request(demo: Page) -> None:
    """The columns are aligned: what a command sent is in the command's own lane."""
    row = press(demo, "Goal with revenue")
    expect(row.locator(".request")).to_have_count(2)
    for lane, fragment in zip(row.locator(".lane").all(), ("Goal", "Event"), strict=True):
        command = lane.locator(".command").bounding_box()
        request = lane.locator(".request").bounding_box()
        assert command is not None
        assert request is not None
        assert command["x"] + command["width"] <= request["x"]
        assert abs(command["y"] - request["y"]) < 8
        assert any(word.startswith(fragment) for word in words(lane.locator(".request")))


def test_an_identity_goes_with_later_requests_until_logout(demo: Page) -> None:
    """What the tracker remembers is visible in the next request, and gone after logging out."""
    press(demo, "Identify")
    before = press(demo, "Logged In").locator(".request")
    expect(before).to_have_count(1)
    assert words(before)["User id"] == "user-42"
    logout = press(demo, "Log out")
    assert logout.locator(".command").all_text_contents() == ["['resetUserId']"]
    after = press(demo, "Logged In").locator(".request")
    expect(after).to_have_count(1)
    assert "User id" not in words(after)


def test_a_logout_of_nobody_says_that_it_does_nothing(demo: Page) -> None:
    """A call without commands explains itself instead of looking broken."""
    row = press(demo, "Log out")
    expect(row).to_contain_text("No command.")
    expect(row).to_contain_text("Nobody is identified")


def test_sticky_variables_are_pointed_out(demo: Page) -> None:
    """A later request that still carries custom variables says whose they are."""
    expect(press(demo, "Custom variables").locator(".request")).to_have_count(1)
    later = press(demo, "Logged In").locator(".request")
    expect(later).to_have_count(1)
    assert words(later)["Custom variables"] == "still those of an earlier call"


def test_typed_calls_run_in_order(demo: Page) -> None:
    """Several typed calls are each followed to the server."""
    run(demo, "analytics.track('First', { value: 1 })\nanalytics.track('Second')")
    expect(demo.locator(".request")).to_have_count(3)
    shown = [words(request).get("Event action") for request in demo.locator(".request").all()]
    assert shown == ["Second", "First", None]


def test_control_enter_runs_the_typed_call(demo: Page) -> None:
    """The editor works without the mouse."""
    demo.get_by_label("Or write your own").fill("analytics.reset()")
    demo.get_by_label("Or write your own").press("Control+Enter")
    expect(rows(demo).first.locator(".kind")).to_have_text("reset")


def test_a_mistake_is_explained_beside_the_editor(demo: Page) -> None:
    """A call that cannot be read runs nothing, says why and where, and the message goes away."""
    count = rows(demo).count()
    message = demo.locator("#editor-error")
    run(demo, "analytics.track('x', {\n  value: thirty\n})")
    expect(message).to_have_text("Line 2, column 10: thirty is a variable; write its value.")
    expect(demo.get_by_label("Or write your own")).to_be_focused()
    assert rows(demo).count() == count
    demo.get_by_label("Or write your own").press("Delete")
    expect(message).to_be_hidden()


def test_a_refused_call_shows_why(demo: Page) -> None:
    """What the destination refuses has no command, and its console warning stands in the row."""
    demo.expected.append("console warning")  # type: ignore[attr-defined]
    run(demo, "analytics.track(' ')")
    row = rows(demo).first
    expect(row.locator(".warning")).to_be_visible()
    expect(row).to_contain_text("No command.")
    expect(row).to_contain_text("Nothing is sent.")


def test_what_a_person_types_stays_text(demo: Page) -> None:
    """Markup in an event name is shown, never run, in all three columns."""
    name = "<img src=x onerror=alert(1)>"
    run(demo, f"analytics.track('{name}')")
    row = rows(demo).first
    expect(row.locator(".request")).to_have_count(1)
    assert words(row.locator(".request"))["Event action"] == name
    assert row.locator("img").count() == 0


def test_calls_from_the_console_appear_too(demo: Page) -> None:
    """The page watches window.analytics and _paq, not its own buttons."""
    demo.evaluate("() => window.analytics.track('From the console')")
    expect(rows(demo).first.locator(".request")).to_have_count(1)
    demo.evaluate("() => window._paq.push(['trackEvent', 'By hand', 'Pushed'])")
    row = rows(demo).first
    expect(row).to_contain_text("pushed by hand")
    expect(row.locator(".request")).to_have_count(1)


def test_clearing_empties_the_timeline_only(demo: Page, demo_app: Flask) -> None:
    """Clear makes room on the page; later calls appear as before."""
    store: HitStore = demo_app.extensions["hits"]
    demo.get_by_role("button", name="Clear").click()
    expect(rows(demo)).to_have_count(0)
    expect(demo.locator("#empty")).to_be_visible()
    assert len(store.since()) == 1
    expect(press(demo, "Logged In").locator(".request")).to_have_count(1)
