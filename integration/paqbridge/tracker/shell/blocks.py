"""Content blocks of the page: where they are, what they hold, when they are seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.elements import attribute, first_inside, matches
from paqbridge.host import attempt, page, watch_views

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

BLOCK = "[data-track-content],.matomoTrackContent,.piwikTrackContent"


def blocks_in(root: Untrusted) -> list[list[Untrusted]]:
    """Return name, piece and target of each block in an element, or in the page."""
    found: list[list[Untrusted]] = []
    for block in nodes_in(root):
        found.append(parts_of(block))
    return found


def nodes_in(root: Untrusted) -> list[Untrusted]:
    """Return the elements that are blocks."""
    place: Any = root
    found: list[Untrusted] = []
    nodes = attempt(lambda: (place or page.document).querySelectorAll(BLOCK))
    for node in nodes or []:
        found.append(node)
    return found


def parts_of(block: Untrusted) -> list[Untrusted]:
    """Return what a block says of itself: name, piece, target."""
    place: Any = block
    piece = said_in(block, "data-content-piece", "src")
    target = said_in(block, "data-content-target", "href") or place.href or ""
    return [said_in(block, "data-content-name", "") or piece or place.title, piece, target]


def said_in(block: Untrusted, name: str, fallback: str) -> Untrusted:
    """Return what a block, or the first element in it, says under a name."""
    selector = "[" + name + "]"
    holder: Any = block if matches(block, selector) else first_inside(block, selector)
    if not holder:
        return ""
    return attribute(holder, name).strip() or (holder[fallback] if fallback else "") or ""


def block_around(node: Untrusted) -> list[Untrusted] | None:
    """Return the parts of the block that an element is in, or None."""
    place: Any = node
    block = attempt(lambda: place.closest(BLOCK))
    return parts_of(block) if block else None


def watch_blocks(see: Callable[[list[Untrusted]], object]) -> None:
    """Tell of each block as it comes into view."""
    watch_views(nodes_in(None), lambda node: see(parts_of(node)))
