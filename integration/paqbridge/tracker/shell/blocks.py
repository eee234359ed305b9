"""Content blocks of the page: where they are, what they hold, when they are seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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
    piece = said_in(block, "data-content-piece", "src") or place.src or ""
    origin = page.location.origin
    name = piece[len(origin) :] if piece.startswith(origin) else piece
    target = said_in(block, "data-content-target", "href") or place.href or ""
    return [said_in(block, "data-content-name", "") or name or place.title, piece, target]


def said_in(block: Untrusted, name: str, fallback: str) -> str:
    """Return what a block, or the first element in it, says under a name."""
    place: Any = block
    holder = place if place.hasAttribute(name) else place.querySelector("[" + name + "]")
    if not holder:
        return ""
    return holder.getAttribute(name).strip() or (holder[fallback] if fallback else "") or ""


def block_around(node: Untrusted) -> list[Untrusted] | None:
    """Return the parts of the block that an element is in, or None."""
    place: Any = node
    block = attempt(lambda: place.closest(BLOCK))
    return parts_of(block) if block else None


def watch_blocks(see: Callable[[list[Untrusted]], object]) -> None:
    """Tell of each block as it comes into view."""
    watch_views(nodes_in(None), lambda node: see(parts_of(node)))
