"""Which elements trackLink takes, what it tracks, and which clicks have a way on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.source.html_events import start_html_events
from paqbridge.source.links import link_methods
from tests.support.fake_elements import XLINK, Element, Event, Form, Window
from tests.support.fake_page import FakePage


def click(element: Element, **keys: bool) -> bool:
    """Click; return whether the browser follows."""
    return Event("click", element, **keys).happen()


def test_it_follows(window: Window, tracked: Any) -> None:
    """The address is gone to when the event is delivered."""
    link = Element("a", window.document, href="/next")
    link_methods(tracked.owner)["trackLink"](link, "Followed", {"a": 1}, {"b": 2})
    assert not click(link)
    assert (tracked.calls, window.gone) == ([["Followed", {"a": 1}, {"b": 2}]], [])
    tracked.delivered[0]()
    assert window.gone == ["https://shop.test/next"]


def test_names(tracked: Any) -> None:
    """Each method has two names."""
    methods = link_methods(tracked.owner)
    assert list(methods) == ["trackLink", "trackClick", "trackForm", "trackSubmit"]
    assert methods["trackLink"] == methods["trackClick"] != methods["trackForm"]
    assert methods["trackForm"] == methods["trackSubmit"]


@pytest.mark.parametrize(
    "attributes",
    [
        {"href": ""},
        {"href": "mailto:a@shop.test"},
        {"href": "#top"},
        {"href": "/here#top"},
        {"href": "/next", "target": "_blank"},
        {"href": "/next", "download": ""},
        {"href": "/next", "ping": "/ping"},
        {"href": "/next", "rel": "nofollow noreferrer"},
        {"href": "/next", "referrerpolicy": "origin"},
    ],
)
def test_left_to_the_browser(attributes: dict[str, str], window: Window, tracked: Any) -> None:
    """Tracked, and not prevented."""
    link = Element("a", window.document, **attributes)
    link_methods(tracked.owner)["trackLink"](link, "Followed", None, None)
    assert click(link)
    assert tracked.calls == [["Followed", None, None]]


@pytest.mark.parametrize("key", ["ctrlKey", "metaKey", "shiftKey", "altKey", "button"])
def test_keys(key: str, window: Window, tracked: Any) -> None:
    """A key, or another button, asks for something else than to follow."""
    link = Element("a", window.document, href="/next")
    link_methods(tracked.owner)["trackLink"](link, "Followed", None, None)
    assert click(link, **{key: True})


def test_a_text_that_is_edited(window: Window, tracked: Any) -> None:
    """A link in it is text."""
    link = Element("a", Element("div", window.document, contenteditable=""), href="/next")
    link_methods(tracked.owner)["trackLink"](link, "Followed", None, None)
    assert click(link)


def test_a_place_on_a_picture(window: Window, tracked: Any) -> None:
    """The browser tells the server of it, where the picture in a link asks for that."""
    link = Element("a", window.document, href="/next")
    pictures = [Element("img", link, ismap=""), Element("img", link)]
    link_methods(tracked.owner)["trackLink"](link, "Followed", None, None)
    assert [Event("click", picture).happen() for picture in pictures] == [True, False]


@pytest.mark.parametrize(("target", "follows"), [("_SELF", False), ("other", True)])
def test_the_base(target: str, follows: bool, window: Window, tracked: Any) -> None:
    """The document may say in which window; the link goes before it."""
    Element("base", window.document, target=target)
    link = Element("a", window.document, href="/next")
    own = Element("a", window.document, href="/next", target="_self")
    link_methods(tracked.owner)["trackLink"]([link, own], "Followed", None, None)
    assert click(link) is follows
    assert not click(own)


def test_where_the_address_stands(window: Window, tracked: Any) -> None:
    """On the link that is clicked, on the element, on the first inside; not beside a button."""
    box = Element("div", window.document)
    button = Element("button", box)
    first, second = Element("a", box, href="/1"), Element("a", box, href="/2")
    odd = Element("span", window.document, href="/3")
    inside = Element("b", odd)
    link_methods(tracked.owner)["trackLink"]([box, odd], "Followed", None, None)
    for element in (box, first, second, odd, inside):
        assert not click(element)
        tracked.delivered[-1]()
    assert [way[-1] for way in window.gone] == ["1", "1", "2", "3", "3"]
    assert click(button)


@pytest.mark.parametrize(
    ("name", "address", "follows"),
    [
        (XLINK, "/next", False),
        (XLINK, "#top", True),
        ("xlink:href", "/next", False),
        ("xlink:href", "#top", False),
    ],
)
def test_svg(window: Window, tracked: Any, name: str, address: str, follows: bool) -> None:
    """Its older attribute is an address, too; one that a script has put there is only ours."""
    link = Element("a", window.document)
    link.attributes[name] = address
    link_methods(tracked.owner)["trackLink"](link, "Followed", None, None)
    assert click(link) is follows


@pytest.mark.parametrize(
    ("control", "around", "inside", "follows"),
    [
        ("button", "div", "div", False),
        ("button", "form", "div", True),
        ("button", "div", "form", True),
        ("input", "div", "div", True),
    ],
)
def test_a_control_in_a_link(
    window: Window, tracked: Any, control: str, around: str, inside: str, follows: bool
) -> None:
    """A browser follows the link of a button that has no form; all else is for the control."""
    link = Element("a", Element(around, window.document), href="/next")
    link_methods(tracked.owner)["trackLink"](link, "Followed", None, None)
    assert click(Element(control, Element(inside, link))) is follows


def test_functions(window: Window, tracked: Any) -> None:
    """Event and properties may be asked for, by element; options are taken as they are."""
    link = Element("a", window.document, href="/next")
    options: Any = print
    link_methods(tracked.owner)["trackLink"](link, lambda e: e.tag, lambda e: e.attributes, options)
    click(link)
    assert tracked.calls == [["a", {"href": "/next"}, print]]


def test_a_function_that_throws(fake: FakePage, window: Window, tracked: Any) -> None:
    """The link is as if it were not tracked, and one warning says why."""
    link = Element("a", window.document, href="/next")
    link_methods(tracked.owner)["trackLink"](link, "Followed", lambda e: 1 / 0, None)
    assert click(link)
    assert (tracked.calls, len(fake.warnings)) == ([], 1)
    assert "a callback threw" in fake.warnings[0]


@pytest.mark.parametrize("name", ["trackLink", "trackForm"])
def test_nothing(name: str, fake: FakePage, window: Window, tracked: Any) -> None:
    """No element, no word."""
    for given in (None, "", []):
        link_methods(tracked.owner)[name](given, "x", None, None)
    assert fake.warnings == []


@pytest.mark.parametrize("name", ["trackLink", "trackForm"])
def test_no_elements(name: str, fake: FakePage, window: Window, tracked: Any) -> None:
    """What is no element is one warning, which names the method; the rest of a list is tracked."""
    link = Element("a", window.document, href="/next")
    plain = SimpleNamespace(item=None, jquery=None)
    heard: list[Any] = []
    fake.console.warn = lambda *said: heard.append(said)
    strange = (".link", 5, plain, window)
    for given in strange:
        watch = link_methods(tracked.owner)[name]
        watch(given, "x", None, None)
        watch(6, "x", None, None)
    text = f"paqbridge: {name}: expected elements, received"
    assert heard == [(text, given) for given in strange]
    assert not link.heard


def test_how_it_listens(window: Window, tracked: Any) -> None:
    """Late: what a page stops on its way up is stopped."""
    methods = link_methods(tracked.owner)
    for method, element, name in (
        ("trackLink", Element("a", window.document, href="/next"), "click"),
        ("trackForm", Form(window.document), "submit"),
    ):
        methods[method](element, "x", None, None)
        assert [one[2] for one in element.heard if one[0] == name] == [False]
    # But the click that submits a form is looked at before a page can stop it.
    assert [one[2] for one in element.heard if one[0] == "click"] == [True]


def test_a_form(window: Window, tracked: Any) -> None:
    """It is submitted again with its button, and as it was."""
    form = Form(window.document, action="/next")
    button = Element("button", form)
    link_methods(tracked.owner)["trackForm"](form, "Answered", None, None)
    assert not Event("submit", form, button).happen()
    tracked.delivered[0]()
    assert (form.sent, form.attributes) == ([button], {"action": "/next"})


@pytest.mark.parametrize("is_in_html", [False, True])
def test_a_form_in_another_window(is_in_html: bool, window: Window, tracked: Any) -> None:
    """Ctrl at its button asks the browser for that: it is tracked, and not held."""
    form = Form(window.document, data_analytics_event="Answered")
    button = Element("button", form)
    if is_in_html:
        start_html_events(tracked.owner)
    else:
        link_methods(tracked.owner)["trackForm"](form, "Answered", None, None)
    for is_held in (False, True):
        Event("click", button, ctrlKey=not is_held).happen()
        assert Event("submit", form, button).happen() is not is_held
    assert [call[0] for call in tracked.calls] == ["Answered"] * 2


def test_jquery(fake: FakePage, window: Window, tracked: Any) -> None:
    """What jQuery alone hears of is tracked, and submitted as jQuery does; nothing else twice."""
    form = Form(window.document)
    heard: dict[Any, Any] = {}
    fake["window"] = "window"
    fake["jQuery"] = lambda one: SimpleNamespace(
        on=lambda name, hear: heard.update({one: hear}),
        one=lambda name, hear: heard.update({one: hear}),
    )
    link_methods(tracked.owner)["trackForm"](form, "Answered", None, None)
    heard[form](SimpleNamespace(originalEvent=object()))
    assert tracked.calls == []
    said: list[bool] = []
    event = SimpleNamespace(
        originalEvent=None,
        type="submit",
        isDefaultPrevented=lambda: len(said) > 0,
        preventDefault=lambda: said.append(True),
    )
    heard[form](event)
    heard["window"](SimpleNamespace())
    assert said == []
    heard["window"](event)
    tracked.delivered[0]()
    assert (said, form.sent) == ([True], ["plainly"])
