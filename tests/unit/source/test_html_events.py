"""What elements say of themselves becomes events."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.source.html_events import camel_case, start_html_events
from tests.support.fake_elements import Element, Event, Form, Window


@pytest.mark.parametrize("inside", ["b", "button"])
def test_a_click(window: Window, tracked: Any, inside: str) -> None:
    """Of a link, from inside: with its properties, and held."""
    start_html_events(tracked.owner)
    said = {"data_analytics_event": "Signed Up", "data_analytics_full_plan": "7", "data_other": "x"}
    link = Element("a", window.document, href="/next", **said)
    assert not Event("click", Element(inside, link)).happen()
    assert tracked.calls == [["Signed Up", {"fullPlan": "7"}, None]]
    tracked.delivered[0]()
    assert window.gone == ["https://shop.test/next"]


@pytest.mark.parametrize(
    ("tag", "attributes", "count"),
    [
        ("button", {}, 1),
        ("input", {"type": "button"}, 1),
        ("input", {"type": "submit"}, 1),
        ("input", {"type": "text"}, 0),
        ("div", {}, 0),
        ("button", {"data_analytics_event": ""}, 0),
    ],
)
def test_elements(
    tag: str, attributes: dict[str, str], count: int, window: Window, tracked: Any
) -> None:
    """Links and buttons are tracked, where they say as what; the click does what it did."""
    start_html_events(tracked.owner)
    said = {"data_analytics_event": "Liked", **attributes}
    assert Event("click", Element(tag, window.document, **said)).happen()
    assert len(tracked.calls) == count


@pytest.mark.parametrize(
    ("outer", "inner", "event"),
    [("a", "span", "outer"), ("a", "button", "inner"), ("button", "form", "outer")],
)
def test_one_in_another(outer: str, inner: str, event: str, window: Window, tracked: Any) -> None:
    """A click tells of the innermost that clicks tell of, whatever else in it has an event."""
    start_html_events(tracked.owner)
    around = Element(outer, window.document, data_analytics_event="outer")
    Event("click", Element("b", Element(inner, around, data_analytics_event="inner"))).happen()
    assert tracked.calls == [[event, {}, None]]


def test_a_form(window: Window, tracked: Any) -> None:
    """It is tracked by its submit, not by a click in it."""
    start_html_events(tracked.owner)
    form = Form(window.document, data_analytics_event="Answered")
    button = Element("button", form)
    Event("click", button).happen()
    assert tracked.calls == []
    assert not Event("submit", form, button).happen()
    tracked.delivered[0]()
    assert (tracked.calls, form.sent) == ([["Answered", {}, None]], [button])


def test_a_form_that_says_nothing(window: Window, tracked: Any) -> None:
    """It is the page's."""
    start_html_events(tracked.owner)
    assert Event("submit", Form(window.document)).happen()
    assert tracked.calls == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("plan", "plan"),
        ("full-plan-name", "fullPlanName"),
        ("plan-2", "plan-2"),
        ("a--b", "a-B"),
        ("a-", "a-"),
        ("-a", "A"),
    ],
)
def test_names(written: str, name: str) -> None:
    """Names are as dataset has them."""
    assert camel_case(written) == name


def test_how_it_listens(window: Window, tracked: Any) -> None:
    """Early: pages stop events on their way up."""
    start_html_events(tracked.owner)
    heard = [(name, early) for name, _, early in window.document.heard]
    assert heard == [("click", True), ("submit", True)]
