"""What the page says that Matomo makes of a request, and what it loses or garbles."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

ORDER = ["trackEcommerceOrder", "order-1", 42]


def push(page: Page, *command: Any) -> Locator:
    """Push a command by hand, past all care that the bundle takes; gives the request it sent."""
    requests = page.locator("#timeline .request")
    count = requests.count()
    page.evaluate("(command) => { _paq.push(command) }", list(command))
    expect(requests).to_have_count(count + 1)
    return requests.first


def expect_refused(request: Locator, reason: str) -> None:
    """A request that Matomo answers with 400 is shown to be lost, with the reason."""
    expect(request.locator(".chip")).to_have_text("400 refused")
    expect(request.locator(".outcome")).to_have_text("Matomo records nothing")
    expect(request.locator(".warning.lost")).to_contain_text(reason)


def test_what_is_recorded_as_it_was_meant_has_no_warning(demo: Page) -> None:
    """A conversion of the goal that the form configures is recorded."""
    request = push(demo, "trackGoal", 1, 20)
    expect(request.locator(".outcome")).to_contain_text("goal 1 with a revenue of 20")
    expect(request.locator(".warning")).to_have_count(0)
    expect(demo.locator("#announcement")).to_contain_text("Matomo records a conversion of goal 1")


def test_a_goal_that_the_form_does_not_have_is_lost(demo: Page) -> None:
    """The demo's Matomo knows the goals of the form, so a wrong id is found out here."""
    demo.expected.append("400")  # type: ignore[attr-defined]
    expect_refused(push(demo, "trackGoal", 7), "Goal 7 does not exist")


def test_a_goal_that_is_added_to_the_form_exists(demo: Page) -> None:
    """Settings that start the page afresh are those that the demo's Matomo has from then on."""
    demo.locator("#settings > summary").click()
    demo.get_by_role("button", name="Add a goal").click()
    demo.get_by_label("Event name").last.fill("Signed Up")
    demo.get_by_label("Goal id").last.fill("7")
    with demo.expect_navigation():
        demo.get_by_role("button", name="Apply").click()
    expect(demo.locator("#timeline .request")).to_be_visible()
    expect(push(demo, "trackGoal", 7).locator(".outcome")).to_contain_text("goal 7")


def test_a_garbled_value_is_pointed_out(demo: Page) -> None:
    """What Matomo records is shown as it will be read in its reports, beside what was sent."""
    request = push(demo, "trackEvent", "All", "Paid", "Card", "$30")
    expect(request.locator(".outcome")).to_contain_text("value 0")
    expect(request.locator(".warning")).to_contain_text("is not a number: Matomo counts 0.")
    expect(request.locator(".lost")).to_have_count(0)


def test_an_order_that_comes_twice_is_lost(demo: Page) -> None:
    """The first is recorded; Matomo refuses the second, and the page says why."""
    demo.expected.append("400")  # type: ignore[attr-defined]
    expect(push(demo, *ORDER).locator(".outcome")).to_contain_text("order")
    expect_refused(push(demo, *ORDER), "was recorded before")
