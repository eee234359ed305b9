"""With jQuery on the page, the submits that only its listeners hear of are tracked, too.

A stand-in plays it: tests/browser/links/jquery.js.
"""

from __future__ import annotations

import pytest

from tests.browser.links.shop import Shop

FORM = """<script src="jquery.js"></script><form id="form" action="/next" method="post">
  <input name="mail" value="a@shop.test"><button id="yes" name="answer" value="yes">Yes</button></form>"""
TRACK = "analytics.trackForm(jQuery(form), 'Answered')"


def test_a_submit_of_jquery(shop: Shop) -> None:
    """It is held, and then the form is sent as jQuery would have: without a button."""
    shop.open(FORM, TRACK)
    shop.run("jQuery(form).submit()")
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")
    assert shop.sent == [("/next", [("mail", "a@shop.test")])]
    assert shop.events(1) == ["Answered"]


def test_a_submit_of_the_page(shop: Shop) -> None:
    """A function that a page has put over its form's is called, as jQuery would have."""
    shop.open(FORM, TRACK + "; form.submit = () => note(1)")
    shop.run("jQuery(form).submit()")
    shop.later()
    shop.stays()
    assert shop.notes() == [1]


def test_a_field_of_that_name(shop: Shop) -> None:
    """Behind a field that is called ``submit`` jQuery does not find the form's, and sends nothing."""
    shop.open(FORM.replace('id="yes" name="answer"', 'name="submit"'), TRACK)
    shop.run("jQuery(form).submit()")
    shop.later()
    shop.stays()
    assert shop.sent == []
    assert shop.events(1) == ["Answered"]


def test_a_submit_of_the_visitor(shop: Shop) -> None:
    """A submit that both hear of is one event, and one submit."""
    shop.open(FORM, TRACK)
    shop.click("#yes")
    shop.later()
    shop.arrive("/next")
    assert shop.sent == [("/next", [("mail", "a@shop.test"), ("answer", "yes")])]
    assert shop.events(1) == ["Answered"]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("how", ["jQuery(form).submit()", "yes.click()"])
def test_prevented(when: str, how: str, shop: Shop) -> None:
    """A listener of jQuery's that prevents it is obeyed, wherever it stands."""
    prevent = "jQuery(form).on('submit', (e) => { e.preventDefault() })"
    shop.open(FORM, f"{prevent}; {TRACK}" if when == "before" else f"{TRACK}; {prevent}")
    shop.run(how)
    shop.stays()
    assert shop.sent == []
    assert shop.events(1) == ["Answered"]


def test_the_next_submit(shop: Shop) -> None:
    """One that is stopped on its way is jQuery's alone; the next is held as the first is."""
    stop = "jQuery(document.body).on('submit', (e) => { if (stops) e.stopPropagation() })"
    shop.open(FORM, f"window.stops = true; form.submit = () => note('sent'); {TRACK}; {stop}")
    shop.run("jQuery(form).submit(); stops = false; jQuery(form).submit()")
    assert shop.notes() == ["sent"]
    shop.later()
    assert shop.notes() == ["sent", "sent"]
    assert shop.events(2) == ["Answered", "Answered"]
