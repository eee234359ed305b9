"""Which submits have a way on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.source.forms import note_click, way_of_submit
from tests.support.fake_elements import Element, Event, Form, Window
from tests.support.fake_page import FakePage


@pytest.mark.parametrize(
    ("form", "button", "goes"),
    [
        ({}, {}, True),
        ({"action": "/next", "target": "_Self", "method": "POST"}, {}, True),
        ({"target": "other"}, {}, False),
        ({}, {"formtarget": "other"}, False),
        ({"target": "other"}, {"formtarget": "_self"}, True),
        ({"method": "Dialog"}, {}, False),
        ({}, {"formmethod": "dialog"}, False),
        ({"method": "dialog"}, {"formmethod": "post"}, True),
        ({"action": "mailto:a@shop.test"}, {}, False),
        ({}, {"formaction": "javascript:0"}, False),
        ({"action": "javascript:0"}, {"formaction": "/next"}, True),
    ],
)
def test_what_it_says(
    form: dict[str, str], button: dict[str, str], goes: bool, window: Window
) -> None:
    """Target, method and action are the button's, else the form's."""
    one = Form(window.document, **form)
    event = Event("submit", one, Element("button", one, **button))
    assert (way_of_submit(event, one) is not None) is goes


def test_the_base(window: Window) -> None:
    """The document may say in which window."""
    Element("base", window.document, target="other")
    form = Form(window.document)
    assert way_of_submit(Event("submit", form), form) is None


def test_an_event_of_a_script(window: Window) -> None:
    """It submits nothing."""
    form = Form(window.document)
    event = Event("submit", form)
    event.isTrusted = False
    assert way_of_submit(event, form) is None


def test_an_older_browser(fake: FakePage, window: Window) -> None:
    """Where no script can submit as a button does, the browser does it."""
    form = Form(window.document)
    fake["HTMLFormElement"] = None
    assert way_of_submit(Event("submit", form), form) is None


def test_the_form_in_what_is_tracked(window: Window) -> None:
    """The form is the one that is submitted, the button need not be."""
    box = Element("div", window.document)
    form = Form(box)
    way: Any = way_of_submit(Event("submit", form), box)
    way()
    assert form.sent == [None]


def test_a_form_that_is_taken_away(window: Window) -> None:
    """It is there for as long as it takes to submit it, but not if it went before the browser."""
    form = Form(window.document)
    form.ownerDocument = SimpleNamespace(documentElement=window.document)
    way: Any = way_of_submit(Event("submit", form), form)
    form.remove()
    way()
    assert (form.sent, form.isConnected, form.heard) == ([None], False, [])
    assert way_of_submit(Event("submit", form), form) is None


def test_a_click_of_before(window: Window) -> None:
    """A click for another window counts with the submit of a button, not for one of a script's."""
    form = Form(window.document)
    click: Any = Event("click", form)
    click.ctrlKey = True
    note_click(click)
    assert way_of_submit(Event("submit", form, Element("button", form)), form) is None
    assert way_of_submit(Event("submit", form), form) is not None
    click.ctrlKey = False
    note_click(click)
