"""Clicks on links: the left button, the middle one, and the menu of the right one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.host import hear, page

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

LINKS = "a[href],area[href]"


def link_of(event: Untrusted) -> Untrusted:
    """Return the link that an event has come from, or None: the innermost, which may be one around
    a web component in which it began. A text in it is no element."""
    given: Any = event
    link: Untrusted = None

    def look(node: Untrusted) -> Untrusted:
        nonlocal link
        place: Any = node
        link = place.closest and place.closest(LINKS)
        return link

    return link if any(look(node) for node in given.composedPath()) else None


def watch_clicks(
    run: Callable[[list[Untrusted]], Untrusted], besides: Callable[[Untrusted], Untrusted]
) -> None:
    """Run a command for each link that is followed, or may be by way of the menu.

    ``besides`` gives what else there is to say of a link.
    """
    pressed: Untrusted = None

    def press(event: Untrusted) -> None:
        nonlocal pressed
        pressed = link_of(event)

    def lift(event: Untrusted) -> None:
        given: Any = event
        if given.button == 1 and link_of(event) == pressed:
            tell(event)

    def click(event: Untrusted) -> None:
        given: Any = event
        if given.button != 1:
            tell(event)

    def tell(event: Untrusted) -> None:
        link: Any = link_of(event)
        href = link.href if link else None
        if isinstance(href, str):
            is_download = link.hasAttribute("download")
            other = run(["$clicked", href, link.className, is_download, besides(link)])
            if other and other != href:
                link.href = other

    hear(page.document, "mousedown", press)
    hear(page.document, "mouseup", lift)
    hear(page.document, "click", click)
    hear(page.document, "contextmenu", click)
