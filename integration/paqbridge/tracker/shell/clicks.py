"""Clicks on links: the left button, the middle one, and the menu of the right one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.elements import attribute, first_on_path, listen
from paqbridge.host import page
from paqbridge.tracker.shell.blocks import block_around

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

LINKS = "a[href],area[href]"


def watch_clicks(run: Callable[[list[Untrusted]], Untrusted]) -> None:
    """Run a command for each link that is followed, or may be by way of the menu."""
    pressed: Untrusted = None

    def press(event: Untrusted) -> None:
        nonlocal pressed
        pressed = first_on_path(event, LINKS)

    def lift(event: Untrusted) -> None:
        given: Any = event
        if given.button == 1 and first_on_path(event, LINKS) == pressed:
            tell(event)

    def click(event: Untrusted) -> None:
        given: Any = event
        if given.button != 1:
            tell(event)

    def tell(event: Untrusted) -> None:
        link: Any = first_on_path(event, LINKS)
        href = link.href if link else None
        if isinstance(href, str):
            other = run(["$crossed", href])
            if other != href:
                link.href = other
            has_name = link.hasAttribute("download")
            run(["$clicked", href, attribute(link, "class"), has_name, block_around(link)])

    for name, hear in (("mousedown", press), ("mouseup", lift), ("click", click)):
        listen(page.document, name, hear, True)
    listen(page.document, "contextmenu", click, True)
