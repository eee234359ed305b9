"""A click on a tracked link is held until its event is delivered, then goes where it would have."""

from __future__ import annotations

import pytest

from tests.browser.links.shop import HELD, PATIENCE, Shop

LINK = '<a id="link" href="/next">Next</a>'
TRACK = "analytics.trackLink(document.querySelector('#link'), 'Followed', {place: 'top'})"


@pytest.mark.parametrize("bundle", ["analytics.full.min.js", "analytics.explain.min.js"])
def test_it_is_held_and_goes_on(bundle: str, shop: Shop) -> None:
    """The page is not left before the event is delivered, and is then, once."""
    shop.open(LINK, TRACK, bundle=bundle)
    shop.click()
    shop.later(HELD - 1)
    assert shop.notes() == []
    shop.later(1)
    shop.arrive("/next")
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize("other", ["trackLink", "trackClick"])
def test_two_trackers_on_one_link(other: str, shop: Shop) -> None:
    """Both events are sent, and one way is gone."""
    shop.open(LINK, f"{TRACK}; {TRACK.replace('trackLink', other).replace('Followed', 'Seen')}")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert shop.events(2) == ["Followed", "Seen"]


def test_trackers_inside_one_another(shop: Shop) -> None:
    """A link and what it stands in are both tracked; the way is the link's."""
    body = f'<div id="box"><a href="/other">Other</a>{LINK}</div>'
    shop.open(body, f"{TRACK}; analytics.trackLink(box, 'Box')")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert shop.events(2) == ["Followed", "Box"]


def test_two_clicks(shop: Shop) -> None:
    """A double click is two events, and one way."""
    shop.open(LINK, TRACK)
    shop.page.dblclick("#link")
    shop.later()
    shop.arrive("/next")
    assert shop.events(2) == ["Followed", "Followed"]


def test_another_link_while_one_is_held(shop: Shop) -> None:
    """The visitor gets where the last click leads to, as without us."""
    shop.open(
        f'{LINK}<a id="other" href="/other">Other</a>',
        "analytics.trackLink([link, other], 'Followed')",
    )
    shop.click("#link")
    shop.click("#other")
    shop.later()
    shop.arrive("/other")


@pytest.mark.parametrize("attributes", ["", 'target="_self"', 'target="_SELF"', 'target=""'])
def test_the_same_window(attributes: str, shop: Shop) -> None:
    """A link into the same window is held."""
    shop.open(LINK.replace("<a", f"<a {attributes}"), TRACK)
    shop.click()
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")


@pytest.mark.parametrize("key", ["Control", "Shift"])
def test_a_key_for_another_window(key: str, shop: Shop) -> None:
    """The browser opens it, and this page stays; the click is tracked."""
    shop.open(LINK, TRACK)
    with shop.page.context.expect_page() as opened:
        shop.click(keys=[key])
    opened.value.wait_for_url("**/next")
    shop.stays()
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize("target", ["_blank", "other"])
def test_another_window(target: str, shop: Shop) -> None:
    """The browser opens it at once, and this page stays; the click is tracked."""
    shop.open(LINK.replace("<a", f'<a target="{target}"'), TRACK)
    with shop.page.context.expect_page() as opened:
        shop.click()
    opened.value.wait_for_url("**/next")
    shop.stays()
    assert shop.events(1) == ["Followed"]


def test_a_base_that_opens_windows(shop: Shop) -> None:
    """Where the document's base says in which window, the browser opens it."""
    shop.open(f'<base target="_blank">{LINK}', TRACK)
    with shop.page.context.expect_page():
        shop.click()
    shop.stays()


@pytest.mark.parametrize(("attributes", "key"), [("download", None), ("", "Alt")])
def test_a_download(attributes: str, key: str | None, shop: Shop) -> None:
    """A link that is to be kept is kept; the click is tracked."""
    shop.open(LINK.replace("<a", f"<a {attributes}"), TRACK)
    with shop.page.expect_download():
        shop.click(keys=[key] if key else None)
    shop.later(PATIENCE)
    assert shop.visit.run("location.pathname") == "/page.html"
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize(
    "attributes",
    ['ping="/ping"', 'rel="nofollow noreferrer"', 'referrerpolicy="no-referrer"'],
)
def test_what_the_other_page_is_told(attributes: str, shop: Shop) -> None:
    """A link that says so is left to the browser, which goes at once; the click is tracked."""
    shop.open(LINK.replace("<a", f"<a {attributes}"), TRACK)
    shop.click()
    shop.arrive("/next")
    assert shop.events(1) == ["Followed"]


def test_a_link_in_a_text_that_is_edited(shop: Shop) -> None:
    """A click there sets the cursor, and leads nowhere."""
    shop.open(f"<div contenteditable>{LINK}</div>", TRACK)
    shop.click()
    shop.stays()
    assert shop.events(1) == ["Followed"]


def test_a_meta_key(shop: Shop) -> None:
    """What it asks for is the browser's to say."""
    shop.open(LINK, TRACK)
    shop.click(keys=["Meta"])
    shop.page.wait_for_url("**/next")
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize(
    "href",
    ["mailto:a@shop.test", "tel:1", "javascript:note('to nowhere')", "#top", "/page.html#top"],
)
def test_what_is_no_other_page(href: str, shop: Shop) -> None:
    """Mail, telephone, code and places in the page are left to the browser, at once, and once."""
    shop.open(LINK.replace("/next", href), TRACK)
    shop.click()
    (way,) = shop.notes()
    shop.later(PATIENCE)
    assert shop.notes() == [way]
    assert shop.events(1) == ["Followed"]


def test_no_address(shop: Shop) -> None:
    """What leads nowhere is tracked, and its click does what it did."""
    shop.open('<button id="link" onclick="note(1)">Buy</button>', TRACK)
    shop.click()
    shop.stays()
    assert shop.notes() == [1]
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize(
    "body",
    [
        '<svg id="link" viewBox="0 0 9 9" width="99"><a xlink:href="/next"><rect width="9" height="9"/></a></svg>',
        '<svg viewBox="0 0 9 9" width="99"><a id="link" href="/next"><rect width="9" height="9"/></a></svg>',
        '<a href="/next"><span id="link">Next</span></a>',
        '<p id="link">Read <span>on</span> <a href="/next" hidden>Next</a></p>',
        '<span id="link" href="/next">Next</span>',
    ],
    ids=["xlink", "svg", "around", "inside", "attribute"],
)
def test_where_the_address_stands(body: str, shop: Shop) -> None:
    """On the link, around what is tracked, or inside of it; as SVG has it, too."""
    shop.open(body, TRACK)
    shop.click()
    assert shop.notes() == []
    shop.later()
    shop.arrive("/next")


@pytest.mark.parametrize("address", ["/next", "#part"])
def test_an_address_without_its_namespace(address: str, shop: Shop) -> None:
    """What a script has written so is followed, as by both of Segment's libraries: no browser does."""
    shop.open(
        '<svg viewBox="0 0 9 9" width="99"><a id="link"><rect width="9" height="9"/></a></svg>',
        f"link.setAttribute('xlink:href', '{address}'); {TRACK}",
    )
    shop.click()
    shop.later()
    shop.page.wait_for_url("**" + address)


def test_a_button_beside_the_first_link(shop: Shop) -> None:
    """A button in a tracked box does what it does; the link beside it is not followed."""
    shop.open(
        '<div id="box"><a href="/next">Next</a><button id="link">Like</button></div>',
        "analytics.trackLink(box, 'Box')",
    )
    shop.click()
    shop.stays()
    assert shop.events(1) == ["Box"]


def test_relative_to_the_base(shop: Shop) -> None:
    """An address is read as the document reads it."""
    shop.open(f'<base href="/sub/">{LINK.replace("/next", "next")}', TRACK)
    shop.click()
    shop.later()
    shop.arrive("/sub/next")


def test_a_link_of_a_frame(shop: Shop) -> None:
    """A link of a frame is tracked, and the frame goes where it leads."""
    shop.open('<iframe srcdoc="<a href=&quot;/next&quot;>Next</a>"></iframe>')
    frame = shop.page.frames[1]
    frame.wait_for_selector("a")
    shop.run("analytics.trackLink(frames[0].document.querySelector('a'), 'Followed')")
    frame.click("a")
    shop.later()
    frame.wait_for_url("**/next")
    assert shop.events(1) == ["Followed"]
    assert shop.visit.run("location.pathname") == "/page.html"


def test_functions(shop: Shop) -> None:
    """Event and properties are asked for at each click, by element."""
    body = LINK.replace("<a", '<a data-name="Name"')
    shop.open(
        body,
        """analytics.trackLink(link, (e) => e.dataset.name + ' asked', (e) => ({label: e.id}))
      link.dataset.name = 'Later'""",
    )
    shop.click()
    shop.later()
    shop.arrive("/next")
    (hit,) = shop.visit.arrived(1)
    assert (hit["e_a"], hit["e_n"]) == ("Later asked", "link")


@pytest.mark.parametrize("given", ["() => { throw 1 }", "'Followed', () => { throw 1 }"])
def test_a_function_that_throws(given: str, shop: Shop) -> None:
    """The link works as if it were not tracked, and the page's developers are told."""
    shop.visit.expect("a callback threw")
    shop.open(LINK, f"analytics.trackLink(link, {given})")
    shop.click()
    shop.arrive("/next")
    assert len(shop.visit.warnings) == 1
    assert shop.events(0) == []


def test_options(shop: Shop) -> None:
    """The fourth argument is that of track."""
    shop.open(LINK, "analytics.trackLink(link, 'Followed', {}, {integrations: {All: false}})")
    shop.click()
    shop.later()
    shop.arrive("/next")
    assert shop.events(0) == []


def test_no_timer_of_the_calls(shop: Shop) -> None:
    """Where no callback comes the visitor goes on nevertheless, after a second."""
    shop.open(
        LINK,
        f"{TRACK}; const plain = setTimeout; setTimeout = (f, ms) => ms === {HELD} ? 0 : plain(f, ms)",
    )
    shop.click()
    shop.later(PATIENCE - 1)
    assert shop.notes() == []
    shop.later(1)
    shop.arrive("/next")


def test_an_element_without_a_document(shop: Shop) -> None:
    """A link that a script makes, and clicks, leads where it leads."""
    shop.open(
        "",
        """const a = document.createElement('a'); a.href = '/next'
      analytics.trackLink(a, 'Followed'); window.made = a""",
    )
    shop.run("made.click()")
    shop.arrive("/next")
    assert shop.events(1) == ["Followed"]


@pytest.mark.parametrize("click", ["new Event('click', HOW)", "new CustomEvent('click', HOW)"])
def test_a_click_that_is_no_mouse_s(click: str, shop: Shop) -> None:
    """A script's event of that name alone leads nowhere in a browser; it is tracked."""
    shop.open(LINK, TRACK)
    how = "{bubbles: true, cancelable: true}"
    shop.run(f"link.dispatchEvent({click.replace('HOW', how)})")
    shop.stays()
    assert shop.events(1) == ["Followed"]


def test_a_click_of_another_button(shop: Shop) -> None:
    """A script's click of the middle button is the browser's to say: this page stays."""
    shop.open(LINK, TRACK)
    shop.run("link.dispatchEvent(new MouseEvent('click', {cancelable: true, button: 1}))")
    shop.stays()
    assert shop.events(1) == ["Followed"]


def test_a_map_of_the_server_s(shop: Shop) -> None:
    """The browser tells the server where on a picture was clicked, which a script cannot."""
    dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    shop.open(LINK.replace("Next", f'<img id="map" ismap width="9" height="9" src="{dot}">'), TRACK)
    shop.page.click("#map", position={"x": 3, "y": 4})
    shop.arrive("/next?3,4")
    assert shop.events(1) == ["Followed"]
