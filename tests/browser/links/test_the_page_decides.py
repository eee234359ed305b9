"""What the page has done with a click or a submit, before us or after, is what comes of it."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import Shop

BODY = '<main><div id="box"><a id="link" href="/next">Next</a></div></main>'
TRACK = "analytics.trackLink(link, 'Followed')"
PREVENT = "addEventListener('click', (e) => { note('page'); e.preventDefault() })"
PLACES = ["link", "box", "document.body", "document", "window"]


@pytest.mark.parametrize("place", PLACES)
def test_prevented_before(place: str, shop: Shop) -> None:
    """A listener that is there before ours prevents: nothing is left, the event is tracked."""
    shop.open(BODY, f"{place}.{PREVENT}; {TRACK}")
    shop.click()
    shop.stays()
    assert shop.notes() == ["page"]
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize("place", PLACES)
def test_prevented_after(place: str, shop: Shop) -> None:
    """One that comes later does so as well."""
    shop.open(BODY, f"{TRACK}; {place}.{PREVENT}")
    shop.click()
    shop.stays()
    assert shop.notes() == ["page"]
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize("place", ["link", "document.body", "window"])
def test_an_address_that_is_changed(place: str, shop: Shop) -> None:
    """A listener behind ours that puts something into the address, as tools for visits over several
    sites do, is followed.
    """
    change = "addEventListener('click', () => { link.href += '?visitor=7' })"
    shop.open(BODY, f"{TRACK}; {place}.{change}")
    shop.click()
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next?visitor=7")


@pytest.mark.parametrize("place", ["link", "document"])
def test_a_way_that_is_taken_away(place: str, shop: Shop) -> None:
    """A listener behind ours takes the address away, and the browser goes nowhere."""
    change = "addEventListener('click', () => { link.removeAttribute('href') })"
    shop.open(BODY, f"{TRACK}; {place}.{change}")
    shop.click()
    shop.stays()
    assert shop.events(1) == ["Followed"]


def test_another_window_at_last(shop: Shop) -> None:
    """A listener behind ours says that the link opens elsewhere."""
    change = "document.addEventListener('click', () => { link.target = '_blank' })"
    shop.open(BODY, f"{TRACK}; {change}")
    with shop.page.expect_popup():
        shop.click()
    shop.stays()


def test_a_router(shop: Shop) -> None:
    """A router on the document sees a click that nobody has prevented, and shows its page."""
    shop.open(
        BODY,
        f"""{TRACK}; document.addEventListener('click', (e) => {{
      if (e.defaultPrevented) return note('not mine')
      e.preventDefault()
      note('routed')
    }})""",
    )
    shop.click()
    shop.stays()
    assert shop.notes() == ["routed"]


@pytest.mark.parametrize("place", ["link", "box", "document.body", "document"])
@pytest.mark.parametrize("order", ["before", "after"])
def test_stopped(place: str, order: str, shop: Shop) -> None:
    """A click that is stopped on its way is held, too, and goes on; the event is tracked."""
    stop = f"{place}.addEventListener('click', (e) => {{ e.stopPropagation() }})"
    shop.open(BODY, f"{stop}; {TRACK}" if order == "before" else f"{TRACK}; {stop}")
    shop.click()
    if (place, order) != ("link", "after"):  # then nobody can know in time
        assert shop.notes() == []
        shop.later()
    shop.arrive("/next")
    assert shop.events(1) == ["Followed"]


def test_stopped_and_prevented(shop: Shop) -> None:
    """Where a click is stopped, another listener there may still prevent it."""
    stop = "box.addEventListener('click', (e) => { e.stopPropagation() })"
    shop.open(BODY, f"{TRACK}; {stop}; box.{PREVENT}")
    shop.click()
    shop.stays()


def test_stopped_altogether(shop: Shop) -> None:
    """What nobody hears of any more is not held; the next click is as the first."""
    stop = "box.addEventListener('click', (e) => { if (!passes) e.stopImmediatePropagation() })"
    shop.open(BODY, f"window.passes = true; {TRACK}; {stop}; box.{PREVENT}")
    shop.run("box.addEventListener('click', (e) => { e.preventDefault() }); passes = false")
    shop.run("link.removeAttribute('href'); link.click(); link.href = '/next'; passes = true")
    shop.click()
    shop.stays()
    assert shop.events(2) == ["Followed", "Followed"]


def test_the_page_sees_one_click(shop: Shop) -> None:
    """Going on makes no other event that the page could hear of."""
    shop.open(BODY, f"{TRACK}; addEventListener('click', () => note('click'), true)")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert shop.visit.run("JSON.parse(sessionStorage.notes)") == ["click", "to /next"]
