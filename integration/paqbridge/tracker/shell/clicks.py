"""Clicks on links: the left button, the middle one, and the menu of the right one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.host import hear, page

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

LINKS = "a[href],area[href]"


def link_of(event: Untrusted) -> Untrusted:
    """Return the innermost link that an event has come through, or None: it may be one around the
    web component in which the event began."""
    given: Any = event
    links = [one for one in given.composedPath() if one.matches and one.matches(LINKS)]
    return links[0] if len(links) > 0 else None


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
