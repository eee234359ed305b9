"""Controls in a tracked link do what the browser has them do, and no more."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import Shop

TRACK = "analytics.trackLink(link, 'Followed')"
FORM = '<form action="/sent"><a id="link" href="/next">CONTROL</a></form>'


@pytest.mark.parametrize(
    "control",
    [
        '<input type="checkbox" id="inner">',
        '<input type="radio" id="inner">',
        '<label id="inner">Keep it <input type="checkbox"></label>',
        '<details><summary id="inner">More</summary>All</details>',
    ],
)
def test_what_leads_nowhere(control: str, shop: Shop) -> None:
    """The browser ticks or opens it and stays; the click is tracked."""
    shop.open(f'<a id="link" href="/next">{control}</a>', TRACK)
    shop.click("#inner")
    shop.stays()
    assert shop.visit.run("!!document.querySelector('input:checked, [open]')")
    assert "Followed" in shop.events(1 if "label" not in control else 2)


def test_a_button_of_a_form(shop: Shop) -> None:
    """It sends its form, and does not follow the link around it."""
    shop.open(FORM.replace("CONTROL", '<button id="inner">Send</button>'), TRACK)
    shop.click("#inner")
    shop.page.wait_for_url(f"{shop.visit.address}/sent?")


def test_a_button_without_a_form(shop: Shop) -> None:
    """It leads where its link does, as in Chromium, when the event has been sent."""
    shop.open('<a id="link" href="/next"><button id="inner">Next</button></a>', TRACK)
    shop.click("#inner")
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")
