"""Elements for CPython: as much of a document as ``paqbridge.elements`` asks, and events in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

from tests.support.fake_page import FakePage

HERE = "https://shop.test/here"
XLINK = "*xlink:href"
"""SVG's older attribute, of its namespace; without the star it is of none, and no link's."""

PART = re.compile(r"(\*|\w*)((?:\[[^\]]+\])*)$")


class Node:
    """Whatever hears of events."""

    nodeType = 1

    def __init__(self, parent: Node | None = None) -> None:
        self.parent = parent
        self.children: list[Element] = []
        self.heard: list[tuple[str, Callable[..., Any], bool]] = []

    def addEventListener(self, name: str, hear: Callable[..., Any], early: bool = False) -> None:
        """Listen."""
        self.heard.append((name, hear, early))

    def removeEventListener(self, name: str, hear: Callable[..., Any], early: bool = False) -> None:
        """Listen no longer."""
        self.heard = [one for one in self.heard if one != (name, hear, early)]

    def appendChild(self, child: Element) -> None:
        """Take an element in."""
        child.isConnected = True
        self.children.append(child)

    def querySelector(self, selector: str) -> Element | None:
        """Find the first element inside."""
        inside = (found for one in self.children for found in one.all())
        return next((one for one in inside if one.matches(selector)), None)


class Element(Node):
    """An element with attributes, by keyword; ``_`` in their names stands for ``-``."""

    def __init__(self, tag: str, parent: Node | None = None, **attributes: str) -> None:
        super().__init__(parent)
        self.tag = tag
        self.attributes = {name.replace("_", "-"): text for name, text in attributes.items()}
        self.isConnected = True
        if parent:
            parent.children.append(self)

    def all(self) -> list[Element]:
        """Return it, and all inside."""
        return [self, *(found for one in self.children for found in one.all())]

    def matches(self, selector: str) -> bool:
        """Tell whether one of the selectors fits: a name, attributes, something around."""
        return any(self.fits(one) for one in selector.split(","))

    def fits(self, selector: str) -> bool:
        """Tell whether one selector fits."""
        around, _, own = selector.rpartition(" ")
        found = PART.match(own)
        assert found, selector
        fits = found[1] in ("", "*", self.tag) and all(
            self.has(*re.split(r"~?=", test)) for test in re.findall(r"\[([^\]]+)\]", found[2])
        )
        if not fits or not around:
            return fits
        above = self.parent
        return isinstance(above, Element) and (above.fits(around) or above.fits(selector))

    def has(self, name: str, word: str | None = None) -> bool:
        """Tell whether an attribute is there, with a word in it."""
        names = [XLINK, "href"] if name == "*|href" else [name.replace("\\", "")]
        texts = [self.attributes[one] for one in names if one in self.attributes]
        return any(word is None or word in text.split() for text in texts)

    def getAttribute(self, name: str) -> str | None:
        """Return an attribute."""
        return self.attributes.get(name, self.attributes.get(XLINK) if name in XLINK else None)

    def getAttributeNames(self) -> list[str]:
        """Return the names of all attributes."""
        return list(self.attributes)

    def setAttribute(self, name: str, text: str) -> None:
        """Set an attribute."""
        self.attributes[name] = text

    def removeAttribute(self, name: str) -> None:
        """Take an attribute away."""
        self.attributes.pop(name, None)

    def remove(self) -> None:
        """Be in no document any more."""
        self.isConnected = False

    @property
    def href(self) -> str:
        """Where a link leads to."""
        return urljoin(HERE, self.attributes["href"])

    @property
    def protocol(self) -> str:
        """How."""
        return self.href.partition(":")[0] + ":"


class Form(Element):
    """A form that keeps in ``sent`` by which button it was submitted."""

    def __init__(self, parent: Node | None = None, **attributes: str) -> None:
        super().__init__("form", parent, **attributes)
        self.sent: list[Any] = []
        self.ownerDocument: Any = None

    def requestSubmit(self, button: Element | None = None) -> None:
        """Submit it as a button does."""
        self.sent.append(button if self.isConnected else "not at all")

    def submit(self) -> None:
        """Submit it as a script does."""
        self.sent.append("plainly")


class Document(Node):
    """A document."""

    def createElement(self, tag: str) -> Element:
        """Make an element that is nowhere."""
        return Element(tag)


class Window(Node):
    """A window that keeps in ``gone`` where it has gone."""

    def __init__(self) -> None:
        super().__init__()
        self.gone: list[str] = []
        self.document = Document(self)
        self.location = SimpleNamespace(href=HERE, assign=self.gone.append)


class Event:
    """An event of a visitor's; ``keys`` are those that are held down."""

    def __init__(self, name: str, target: Node, submitter: Any = None, **keys: bool) -> None:
        self.type = name
        self.target = target
        self.submitter = submitter
        self.isTrusted = self.bubbles = True
        self.isDefaultPrevented = None
        self.defaultPrevented = self.cancelBubble = False
        self.currentTarget: Node | None = None
        for key in ("ctrlKey", "metaKey", "shiftKey", "altKey"):
            setattr(self, key, keys.get(key, False))
        self.button = int(keys.get("button", False))

    def composedPath(self) -> list[Node]:
        """Return whom it passes."""
        path: list[Node] = []
        at: Node | None = self.target
        while at:
            path.append(at)
            at = at.parent
        return path

    def preventDefault(self) -> None:
        """Let nothing come of it."""
        self.defaultPrevented = True

    def happen(self) -> bool:
        """Tell everybody; return whether the browser then does what it does."""
        path = self.composedPath()
        up = path if self.bubbles else path[:1]
        for nodes, early in ((path[::-1], True), (up, False)):
            for node in nodes:
                self.currentTarget = node
                for name, hear, is_early in list(node.heard):
                    if (name, is_early) == (self.type, early):
                        hear(self)
                if self.cancelBubble:
                    return not self.defaultPrevented
        return not self.defaultPrevented


class Kind:
    """A kind of object of the browser's, with the methods of its prototype."""

    def __init__(self, kind: type) -> None:
        self.kind = kind
        self.prototype = self

    def __getitem__(self, method: str) -> Any:
        return SimpleNamespace(call=lambda one, *given: self.ask(method, one, given))

    def __getattr__(self, method: str) -> Any:
        return self[method]

    def ask(self, method: str, one: Any, given: tuple[Any, ...]) -> Any:
        """Call a method, of an object of that kind only."""
        assert isinstance(one, self.kind)
        return getattr(one, method)(*[each for each in given if each is not None])


def furnish(page: FakePage) -> Window:
    """Give a page kinds of elements, and a document; return the window of that."""
    window = Window()
    kinds = {"Element": Element, "EventTarget": Node, "Document": Node, "HTMLFormElement": Form}
    for name, kind in {**kinds, "Node": Node}.items():
        page[name] = Kind(kind)
    page["document"] = window.document
    return window
