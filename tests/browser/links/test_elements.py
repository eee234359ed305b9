"""Whatever Segment's methods take for elements is taken, and what is none is one warning."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import Shop

BODY = '<a class="link" id="link" href="/next">Next</a><a class="link" id="second" href="/next">Next</a>'
GOOD = {
    "element": "document.querySelector('#second')",
    "array": "[link, second]",
    "NodeList": "document.querySelectorAll('.link')",
    "HTMLCollection": "document.getElementsByClassName('link')",
    # As much of jQuery's object as is looked at; the library is not among the tools.
    "jQuery object": "({jquery: '3.7.1', length: 2, 0: link, 1: second})",
}
STRANGE = [
    "'.link'",
    "document",
    "window",
    "({})",
    "5",
    "true",
    "() => {}",
    "[null]",
    "['#link']",
    "({length: 1, 0: link})",
    "document.createTextNode('')",
    "new Proxy({}, {get() { throw 1 }})",
]


@pytest.mark.parametrize("kind", GOOD)
def test_elements(kind: str, shop: Shop) -> None:
    """Each element of them is tracked, and once."""
    shop.open(BODY, f"analytics.trackLink({GOOD[kind]}, 'Followed')")
    shop.click("#second")
    shop.later()
    shop.arrive("/next")
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize("method", ["trackLink", "trackForm"])
@pytest.mark.parametrize(
    "given", ["null", "undefined", "''", "[]", "document.querySelectorAll('.none')"]
)
def test_nothing(method: str, given: str, shop: Shop) -> None:
    """Where there is nothing to be tracked nothing is done, or said."""
    shop.open(BODY, f"analytics.{method}({given}, 'Followed')")
    shop.click()
    shop.arrive("/next")
    assert (shop.visit.messages, shop.events(0)) == ([], [])


@pytest.mark.parametrize("given", STRANGE)
def test_no_elements(given: str, shop: Shop) -> None:
    """The method's name is in the warning, the page goes on, nothing is tracked."""
    shop.visit.expect("trackLink: expected elements")
    shop.open(BODY, f"analytics.trackLink({given}, 'Followed'); note('on')")
    assert shop.notes() == ["on"]
    assert len(shop.visit.warnings) == 1
    shop.click()
    shop.page.wait_for_url("**/next")
    assert shop.events(0) == []


def test_some_elements(shop: Shop) -> None:
    """What is an element in a list of other things is tracked; the others are one warning."""
    shop.visit.expect("trackLink: expected elements")
    shop.open(BODY, "analytics.trackLink([null, link, 'a', 5], 'Followed')")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert len(shop.visit.warnings) == 1
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize("method", ["trackLink", "trackClick", "trackForm", "trackSubmit"])
def test_they_answer(method: str, shop: Shop) -> None:
    """Each method answers as every other does: with a promise."""
    shop.open(BODY)
    assert shop.visit.run(f"analytics.{method}(link, 'x') instanceof Promise")
