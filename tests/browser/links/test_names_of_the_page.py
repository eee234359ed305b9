"""A page has variables and classes of its own by the names of the browser's kinds of objects."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import Shop

OWN = "<script>function NAME() {}</script>"
LINK = '<a id="link" href="/next" DATA>Next</a>'
FORM = """<form id="form" action="/next" method="post" DATA>
  <input name="mail" value="a@shop.test"><button id="yes" name="answer" value="yes">Yes</button></form>"""
SENT = [("/next", [("mail", "a@shop.test"), ("answer", "yes")])]
WAYS = {"a method": "", "in HTML": "data-analytics-event=Told"}
KINDS = ["Element", "EventTarget", "Node", "Document", "HTMLFormElement", "FormData"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", KINDS)
def test_a_link(name: str, way: str, shop: Shop) -> None:
    """It is tracked, and held till then."""
    code = "" if WAYS[way] else "analytics.trackLink(link, 'Told')"
    shop.open(OWN.replace("NAME", name) + LINK.replace("DATA", WAYS[way]), code)
    shop.click()
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")
    assert shop.events(1) == ["Told"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", KINDS)
def test_a_form(name: str, way: str, shop: Shop) -> None:
    """It is tracked, held till then, and sent with its button."""
    code = "" if WAYS[way] else "analytics.trackForm(form, 'Told')"
    shop.open(OWN.replace("NAME", name) + FORM.replace("DATA", WAYS[way]), code)
    shop.click("#yes")
    assert shop.sent == []
    shop.later()
    shop.arrive("/next")
    assert shop.sent == SENT
    assert shop.events(1) == ["Told"]
