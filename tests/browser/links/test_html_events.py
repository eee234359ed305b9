"""Events that stand in the HTML are tracked where the setting asks for them, and held as links are."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import LOAD, Shop

LINK = '<a id="link" href="/next" data-analytics-event="Signed Up" data-analytics-label="pro"><b>Go</b></a>'
FORM = """<form id="form" action="/next" method="post" data-analytics-event="Answered">
  <input name="NAME" value="1"><button id="yes" name="answer" value="yes">Yes</button></form>"""
OFF = LOAD.replace("htmlEvents: true", "htmlEvents: false")
DIMENSIONS = LOAD.replace(
    "siteId",
    "dimensions: {'properties.fullName': 1, 'properties.a-1': 2, 'properties.count': 3}, siteId",
)


def test_a_link(shop: Shop) -> None:
    """It is held until the event is delivered; its attributes are properties."""
    shop.open(LINK)
    shop.click("b")
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")
    (hit,) = shop.visit.arrived(1)
    assert (hit["e_a"], hit["e_n"]) == ("Signed Up", "pro")


@pytest.mark.parametrize("load", [OFF, LOAD.replace(", htmlEvents: true", "")])
def test_it_is_off_unless_asked_for(load: str, shop: Shop) -> None:
    """Without the setting attributes mean nothing."""
    shop.open(LINK, load=load)
    shop.click()
    shop.arrive("/next")
    assert shop.events(0) == []


def test_names_and_values(shop: Shop) -> None:
    """Names are those of dataset; numbers, booleans and what is in quotes stay as they are written."""
    attributes = {"full-name": "true", "a-1": "007", "count": "5.0"}
    written = " ".join(f'data-analytics-{name}="{text}"' for name, text in attributes.items())
    shop.open(LINK.replace("<a", f"<a {written}"), load=DIMENSIONS)
    shop.click()
    shop.later()
    shop.arrive("/next")
    (hit,) = shop.visit.arrived(1)
    assert [hit[f"dimension{number}"] for number in (1, 2, 3)] == ["true", "007", "5.0"]


@pytest.mark.parametrize(
    "element",
    [
        '<button id="link" ATTRIBUTES>Buy</button>',
        '<button id="link" ATTRIBUTES><i>Buy</i></button>',
        '<input id="link" type="button" ATTRIBUTES>',
        '<input id="link" type="submit" ATTRIBUTES>',
        '<input id="link" type="image" alt="Buy" ATTRIBUTES>',
        '<a id="link" ATTRIBUTES>Buy</a>',
    ],
)
def test_a_button(element: str, shop: Shop) -> None:
    """A click on what leads nowhere is tracked, and does what it did."""
    shop.open(
        element.replace("ATTRIBUTES", 'data-analytics-event="Bought" onclick="note(\'own\')"')
    )
    shop.click()
    shop.stays()
    assert shop.notes() == ["own"]
    assert shop.events(1) == ["Bought"]


def test_an_area(shop: Shop) -> None:
    """An area of a picture is a link."""
    shop.open("""<map name="m">
        <area coords="0,0,50,50" href="/next" data-analytics-event="Opened">
      </map><img id="link" usemap="#m" width="50" height="50">""")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert shop.events(1) == ["Opened"]


@pytest.mark.parametrize(
    "element",
    [
        '<div id="link" ATTRIBUTE>Buy</div>',
        '<input id="link" ATTRIBUTE>',
        '<button id="link" data-analytics-event="">Buy</button>',
        '<button id="link">Buy</button>',
    ],
)
def test_what_is_not_tracked(element: str, shop: Shop) -> None:
    """Only links, buttons and forms are, and those which say as what."""
    shop.open(element.replace("ATTRIBUTE", 'data-analytics-event="Bought"'))
    shop.click()
    shop.stays()
    assert shop.events(0) == []


@pytest.mark.parametrize("inside", ["", "<slot></slot>"])
def test_a_form_of_a_component(inside: str, shop: Shop) -> None:
    """In a shadow root, or in a slot of one, a form is tracked once, and sent with its button."""
    shop.open(f"<div id='host'>{FORM if inside else ''}</div>")
    shop.run(f"host.attachShadow({{mode: 'open'}}).innerHTML = `{inside or FORM}`")
    shop.run("(host.querySelector('#yes') || host.shadowRoot.querySelector('#yes')).click()")
    if inside:
        shop.later()
    shop.arrive("/next")
    assert shop.sent == [("/next", [("NAME", "1"), ("answer", "yes")])]
    assert shop.events(1) == ["Answered"]


def test_an_element_that_comes_later(shop: Shop) -> None:
    """Elements that a script adds are tracked as those that were there."""
    shop.open("<main></main>")
    shop.run(f"document.querySelector('main').insertAdjacentHTML('beforeend', `{LINK}`)")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert shop.events(1) == ["Signed Up"]


def test_one_that_the_page_stops(shop: Shop) -> None:
    """A click that goes no further than its element is tracked and held."""
    shop.open(LINK, "link.addEventListener('click', (e) => { e.stopPropagation() })")
    shop.click()
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")
    assert shop.events(1) == ["Signed Up"]


def test_one_that_the_page_prevents(shop: Shop) -> None:
    """The page decides where it leads."""
    shop.open(LINK, "link.onclick = () => { note('page'); return false }")
    shop.click()
    shop.stays()
    assert shop.notes() == ["page"]
    assert shop.events(1) == ["Signed Up"]


@pytest.mark.parametrize(
    "name",
    ["mail", "target", "getAttribute", "action", "matches", "attributes", "dataset", "submit"],
)
def test_a_form(name: str, shop: Shop) -> None:
    """Whatever its fields are called, it is tracked by its submit, not by clicks, and sent whole."""
    shop.open(FORM.replace("NAME", name))
    shop.run("form.querySelector('input').click(); yes.click()")
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")
    assert shop.sent == [("/next", [(name, "1"), ("answer", "yes")])]
    assert shop.events(1) == ["Answered"]


def test_a_button_of_a_form(shop: Shop) -> None:
    """A button of a form may say something of its own."""
    shop.open(FORM.replace("<button", '<button data-analytics-event="Pressed"'))
    shop.click("#yes")
    shop.later()
    shop.arrive("/next")
    assert len(shop.sent) == 1
    assert shop.events(2) == ["Pressed", "Answered"]


def test_a_link_that_is_tracked_both_ways(shop: Shop) -> None:
    """Two events, one way."""
    shop.open(LINK, "analytics.trackLink(link, 'Followed')")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert shop.events(2) == ["Signed Up", "Followed"]


def test_a_second_load(shop: Shop) -> None:
    """It warns, and does not track anything twice."""
    shop.visit.expect("paqbridge: load")
    shop.open(LINK, f"analytics.load({LOAD}); analytics.initialize({{Piwik: {LOAD}}})")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert shop.events(1) == ["Signed Up"]
