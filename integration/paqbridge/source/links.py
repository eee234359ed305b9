"""``trackLink`` and ``trackForm``: an event for each click on a link, each submit of a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from paqbridge.elements import (
    address_in,
    attribute,
    base_target,
    first_inside,
    first_on_path,
    go_to,
    is_place_here,
    is_plain,
    items_of,
    listen,
    listen_to_jquery,
    matches,
    window_of,
)
from paqbridge.host import run_as, warn
from paqbridge.source.forms import note_click, way_of_submit
from paqbridge.source.holding import hold
from paqbridge.source.once import once

if TYPE_CHECKING:
    from paqbridge.source.owner import Owner
    from paqbridge.types.page import Action, Guarded, Untrusted
    from paqbridge.types.source import Way

LINK = r"a[*|href],a[xlink\:href],area[href]"
"""A script that does not know of namespaces writes the second; the browser follows the others."""


CONTROL = "button,input,select,textarea,label,summary"

FOR_THE_BROWSER = "[download],[ping],[referrerpolicy],[rel~=noreferrer],[contenteditable] *"
"""Links that ask for what a script which goes to their address could not do, or that are text."""


def link_methods(owner: Owner) -> dict[str, Guarded]:
    """Return the methods, by name; they call the owner's ``track``."""

    def watch_link(element: Untrusted, given: list[Untrusted]) -> None:
        listen(element, "click", hearing(owner, element, given, way_of_click), False)

    def watch_form(element: Untrusted, given: list[Untrusted]) -> None:
        hear = hearing(owner, element, given, way_of_submit)
        listen(element, "click", note_click, True)
        listen(element, "submit", hear, False)
        listen_to_jquery(element, hear)

    link = method("trackLink", watch_link)
    form = method("trackForm", watch_form)
    return {"trackLink": link, "trackClick": link, "trackForm": form, "trackSubmit": form}


def method(name: str, watch: Callable[[Untrusted, list[Untrusted]], None]) -> Guarded:
    """Return a method that has each of the elements watched which it is given.

    It warns, once, of what is no element.
    """
    complain = once(lambda given: warn(name + ": expected elements", given))

    def watch_all(
        elements: Untrusted, event: Untrusted, properties: Untrusted, options: Untrusted
    ) -> None:
        if elements is None or elements == "":
            return
        for element in items_of(elements):
            if matches(element, "*"):
                watch(element, [event, properties, options])
            else:
                complain(elements)

    return watch_all


def hearing(
    owner: Owner, element: Untrusted, given: list[Untrusted], way: Way
) -> Callable[[Untrusted], None]:
    """Return a listener that tracks what is ``given``; functions are asked for it by element."""

    def said() -> list[Untrusted]:
        return [said_of(given[0], element), said_of(given[1], element), given[2]]

    def hear(event: Untrusted) -> None:
        call = cast("list[Untrusted] | None", run_as(said, None, []))
        if call is not None:
            hold(owner, event, element, call, way)

    return hear


def said_of(given: Untrusted, element: Untrusted) -> Untrusted:
    """Return what a function of the page's says of an element, or what is none."""
    return given(element) if callable(given) else given


def way_of_click(event: Untrusted, element: Untrusted) -> Action | None:
    """Return what goes on with a click, or None where the browser had better do it itself."""
    link = link_of(event, element)
    window = window_of(event)
    target = attribute(link, "target") or base_target(window)
    written = attribute(link, "href") or attribute(link, "xlink:href")
    address = address_in(window, written)
    if (
        written == ""
        or address == ""
        or not (target == "" or target.lower() == "_self")
        or not is_plain(event)
        or (is_place_here(window, address) and matches(link, "[*|href]"))
        or matches(link, FOR_THE_BROWSER)
        # The browser tells the server where on the picture was clicked.
        or first_on_path(event, "[ismap]")
    ):
        return None
    return lambda: go_to(window, address)


def link_of(event: Untrusted, element: Untrusted) -> Untrusted:
    """Return the link that is clicked: that on the way up, the element, the first link in it.

    A control on the way up is none, and does in a link what the browser says; but a button without
    a form leads where its link does.
    """
    clicked = first_on_path(event, LINK + "," + CONTROL)
    if matches(clicked, LINK):
        return clicked
    leads = not clicked or (matches(clicked, "button") and not first_on_path(event, "form"))
    if leads and matches(element, "[*|href]"):
        return element
    return None if clicked else first_inside(element, LINK)
