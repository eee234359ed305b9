"""The page's elements and events, as ``host`` is for its window.

A form has its fields as members, ahead of its own: one named ``target`` or ``submit`` is what
``form.submit`` gives. So elements are asked with the browser's methods, whatever they are called
by. Nothing here throws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import attempt, fields_of, global_value, methods_of, run_as
from paqbridge.native import guarded, is_list, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from paqbridge.types.page import Action, Guarded, Untrusted

MOST = 10000
"""Of longer lists the first so many elements: a page must not stall."""


def ask(
    kind: str,
    method: str,
    element: Untrusted,
    first: Untrusted = None,
    second: Untrusted = None,
    third: Untrusted = None,
) -> Untrusted:
    """Call the method that a kind of object has in this browser; None where it cannot be called."""
    return attempt(lambda: methods_of(kind)[method].call(element, first, second, third))


def matches(element: Untrusted, selector: str) -> bool:
    """Tell whether this is an element, of whichever frame, that a selector describes."""
    return ask("Element", "matches", element, selector) is True


def attribute(element: Untrusted, name: str) -> str:
    """Return an attribute's text; empty where there is none."""
    text = ask("Element", "getAttribute", element, name)
    return text if isinstance(text, str) else ""


def attribute_names(element: Untrusted) -> list[Untrusted]:
    """Return the names of all attributes."""
    names = ask("Element", "getAttributeNames", element)
    return names if is_list(names) else []


def items_of(given: Untrusted) -> list[Untrusted]:
    """Return what an array, a NodeList, an HTMLCollection or a jQuery object holds.

    Of anything else itself: a window has a length as well, and so has a text.
    """
    things: Any = given

    def items() -> list[Untrusted]:
        found: list[Untrusted] = []
        if matches(given, "*") or not (is_list(given) or things.item or things.jquery):
            return [given]
        for index in range(len(things)):
            if index < MOST:
                found.append(things[index])
            else:
                break
        return found

    found = attempt(items)
    return [given] if found is None else found


def listen(
    target: Untrusted, name: str, hear: Callable[[Untrusted], object], is_early: bool
) -> None:
    """Hear of events; early, before those who do not ask for that."""
    ask("EventTarget", "addEventListener", target, name, guarded(hear), is_early)


def listen_to_jquery(form: Untrusted, hear: Callable[[Untrusted], object]) -> None:
    """Hear of the submits that only jQuery's listeners hear of: ``$(form).submit()``."""

    def look(given: Untrusted) -> None:
        event: Any = given
        if not event.originalEvent:
            hear(event)

    attempt(lambda: global_value("jQuery")(form).on("submit", guarded(look)))


def path_of(given: Untrusted) -> list[Untrusted]:
    """Return whom an event passes on its way up, up to the window; of one of jQuery's nobody."""
    event: Any = given
    return attempt(lambda: event.composedPath()) or []


def first_on_path(event: Untrusted, selector: str) -> Untrusted:
    """Return the first element on an event's way up that a selector describes, or None."""
    for node in path_of(event):
        if matches(node, selector):
            return node
    return None


def first_inside(element: Untrusted, selector: str) -> Untrusted:
    """Return the first element inside another that a selector describes, or None."""
    return ask("Element", "querySelector", element, selector)


def is_plain(given: Untrusted) -> bool:
    """Tell a click that asks for nothing but to follow a link: no other window, no download.

    A script's event that is no mouse's has no button, and leads nowhere.
    """
    event: Any = given
    other = event.ctrlKey or event.metaKey or event.shiftKey or event.altKey
    return event.button == 0 and not other


def is_own(given: Untrusted) -> bool:
    """Tell an event of the browser's: one that a script makes submits no form."""
    event: Any = given
    return event.isTrusted is True


def submitter_of(given: Untrusted) -> Untrusted:
    """Return the button that submits a form, or None."""
    event: Any = given
    return event.submitter


def is_prevented(given: Untrusted) -> bool:
    """Tell whether somebody wants nothing to come of an event."""
    event: Any = given
    asked = event.isDefaultPrevented
    prevented = event.isDefaultPrevented() if asked else event.defaultPrevented
    return not not prevented


def prevent(given: Untrusted) -> None:
    """Let nothing come of an event."""
    event: Any = given
    attempt(lambda: event.preventDefault())


def at_end(given: Untrusted, action: Action) -> None:
    """Run ``action`` when everybody on an event's way has heard of it, and may have prevented it.

    That is behind the last listener of the window, or of whom the event is stopped at: one that a
    script makes may not go up at all. Where it is stopped at once, or behind us at the same
    element, nobody is told.
    """
    event: Any = given
    nodes = path_of(event)
    if len(nodes) == 0:
        at_end_of_jquery(event, action)
        return
    last = nodes[-1] if event.bubbles else nodes[0]

    def look(now: Untrusted) -> None:
        current: Any = now
        is_last = event.cancelBubble or current.currentTarget == last
        if current != event or is_last:
            for node in nodes:
                ask("EventTarget", "removeEventListener", node, event.type, look)
        if current == event and is_last:
            action()

    if event.cancelBubble or event.currentTarget == last:
        action()
    else:
        for node in nodes:
            ask("EventTarget", "addEventListener", node, event.type, look)


def at_end_of_jquery(event: Untrusted, action: Action) -> None:
    """Do the same for an event that jQuery has made; the window is the last that it tells."""

    def look(now: Untrusted) -> None:
        if now == event:
            action()

    attempt(lambda: global_value("jQuery")(global_value("window")).one("submit", guarded(look)))


def listen_in_shadows(event: Untrusted, name: str, hear: Guarded) -> None:
    """Hear of what the shadow roots keep to themselves that an event comes from; each once."""
    for node in path_of(event):
        inner: Any = node
        if inner.nodeType == 11:  # a shadow root
            ask("EventTarget", "addEventListener", node, name, hear, True)


def window_of(event: Untrusted) -> Untrusted:
    """Return the window that an event has come up to: a frame's, perhaps."""
    nodes = path_of(event)
    return nodes[-1] if len(nodes) > 0 else None


def base_target(window: Untrusted) -> str:
    """Return the name of the window that links and forms of a document lead to."""
    view: Any = window
    return attribute(ask("Document", "querySelector", view.document, "base[target]"), "target")


def address_in(window: Untrusted, text: str) -> str:
    """Return where a text leads to from a document; empty where that is no page of the web."""
    view: Any = window
    link: Any = ask("Document", "createElement", view.document, "a")
    ask("Element", "setAttribute", link, "href", text)
    return link.href if link.protocol == "https:" or link.protocol == "http:" else ""


def is_place_here(window: Untrusted, address: str) -> bool:
    """Tell whether an address is a place in the document that is open."""
    view: Any = window
    return address.find("#") >= 0 and address.split("#")[0] == view.location.href.split("#")[0]


def go_to(window: Untrusted, address: str) -> None:
    """Go to another page."""
    view: Any = window
    attempt(lambda: view.location.assign(address))


def can_submit() -> bool:
    """Tell whether the browser can submit a form as a button does."""
    return not not attempt(lambda: methods_of("HTMLFormElement").requestSubmit)


def submit_again(
    window: Untrusted, form: Untrusted, submitter: Untrusted, was_disabled: bool
) -> None:
    """Submit a form with the value of its button; no listener hears of it again.

    It was valid when the submit was heard of: pages empty fields, and disable buttons, then. Of a
    button that ``was_disabled`` by the end of the submit a browser does not send the value.
    """

    def stop(given: Untrusted) -> None:
        event: Any = given
        event.stopImmediatePropagation()

    def submit() -> bool:
        if has_own_submit(form) and attribute(submitter, "name") == "":
            submit_plainly(form)
        else:
            methods_of("HTMLFormElement").requestSubmit.call(form, submitter)
        return True

    is_checked = not matches(form, "[novalidate]")
    is_disabled = matches(submitter, "[disabled]") and not was_disabled
    ask("EventTarget", "addEventListener", window, "submit", stop, True)
    ask("Element", "setAttribute", form, "novalidate", "")
    if is_disabled:
        ask("Element", "removeAttribute", submitter, "disabled")
    if not attempt(submit):
        submit_plainly(form)
    if is_checked:
        ask("Element", "removeAttribute", form, "novalidate")
    if is_disabled:
        ask("Element", "setAttribute", submitter, "disabled", "")
    ask("EventTarget", "removeEventListener", window, "submit", stop, True)


def is_gone(form: Untrusted) -> bool:
    """Tell whether an element is in no document any more."""
    element: Any = form
    return element.isConnected is False


def with_fields_of_now(form: Untrusted, submitter: Untrusted, submit: Action) -> Action:
    """Return ``submit`` with the fields that the form has now, whatever becomes of it till then.

    Pages disable, empty or take away what has been submitted, as soon as the browser has read it.
    """
    fill = fields_of(form, submitter)

    def go() -> None:
        is_away = is_gone(form)
        if is_away:
            element: Any = form
            ask("Node", "appendChild", element.ownerDocument.documentElement, form)
        ask("EventTarget", "addEventListener", form, "formdata", fill)
        submit()
        ask("EventTarget", "removeEventListener", form, "formdata", fill)
        if is_away:
            ask("Element", "remove", form)

    return go


def has_own_submit(form: Untrusted) -> bool:
    """Tell whether a page has put a function over the form's ``submit``; a field is none."""
    return callable(read(form, "submit"))


def submit_plainly(form: Untrusted) -> None:
    """Submit a form as a script does, without a button: with the page's function, if it has one."""
    own = read(form, "submit")
    if callable(own):
        run_as(own, form, [])
    else:
        ask("HTMLFormElement", "submit", form)
