"""Content blocks of the page: where they are, what they hold, when they are seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.host import attempt, hear, page, watch_views
from paqbridge.native import guarded, resolved
from paqbridge.tracker.shell.clicks import link_of

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Run

BLOCK = "[data-track-content],.matomoTrackContent,.piwikTrackContent"


def blocks_in(root: Untrusted) -> list[list[Untrusted]]:
    """Return name, piece and target of each block in an element, or in the page; one that cannot
    be read costs no other."""
    tried = [parts_if_any(block) for block in nodes_in(root)]
    return [parts for parts in tried if parts is not None]


def parts_if_any(block: Untrusted) -> list[Untrusted] | None:
    """Return what a block says of itself, or None where that throws."""
    return attempt(lambda: parts_of(block))


def nodes_in(root: Untrusted) -> list[Untrusted]:
    """Return the elements that are blocks: one may be the element itself."""
    place: Any = root or page.document
    found: list[Untrusted] = [place] if attempt(lambda: place.matches(BLOCK)) else []
    for node in attempt(lambda: place.querySelectorAll(BLOCK)) or []:
        found.append(node)
    return found


def parts_of(block: Untrusted) -> list[Untrusted]:
    """Return what a block says of itself: name, piece, target."""
    place: Any = block
    shown: Any = holder_in(place, "Piece")
    aim: Any = holder_in(place, "Target")
    piece = said_in(shown, "piece") or address_in(shown, "src")
    target = said_in(aim, "target") or address_in(aim, "href") or address_in(shown, "href")
    origin = page.location.origin
    name = piece[len(origin) :] if piece.startswith(origin) else piece
    name = said_in(holder_in(place, "Name"), "name") or name
    title = place.getAttribute("title") or shown.getAttribute("title") or aim.getAttribute("title")
    return [name or title, piece, target]


def address_in(element: Untrusted, name: str) -> str:
    """Return an address that an element has, as the browser reads it, or nothing.

    What is no text is an SVG link's own, or a field of that name in a form.
    """
    holder: Any = element
    given = holder[name] or ""
    if not isinstance(given, str):
        given = given.baseVal and resolved(given.baseVal, page.document.baseURI)
    return given or ""


def marked(purpose: str) -> str:
    """Return what elements look like that a block has for a purpose.

    In small letters: of an attribute in a drawing, Firefox and Safari mind the case.
    """
    return f"[data-content-{purpose.lower()}],.matomoContent{purpose},.piwikContent{purpose}"


def holder_in(block: Untrusted, purpose: str) -> Untrusted:
    """Return the first element with the mark of a purpose, or the block itself."""
    place: Any = block
    mark = marked(purpose)
    found: Untrusted = not place.matches(mark) and place.querySelector(mark)
    return found or block


def said_in(element: Untrusted, purpose: str) -> str:
    """Return what an element says for a purpose."""
    holder: Any = element
    said: str = (holder.getAttribute("data-content-" + purpose) or "").strip()
    return said


def block_around(node: Untrusted) -> list[Untrusted] | None:
    """Return the parts of the block that an element is in, or None."""
    place: Any = node
    block = attempt(lambda: place.closest(BLOCK))
    return parts_of(block) if block else None


def block_touched(node: Untrusted) -> list[Untrusted] | None:
    """Return the parts of the block in whose target an element is, or None; a target may ask not
    to be told of. What is inside a web component is where that is."""
    place: Any = node
    block = place.closest(BLOCK)
    host = place.getRootNode().host  # a text, where a link that was taken out is its own root
    if not block and host and host.closest:
        return block_touched(host)
    aim: Any = holder_in(block or place, "Target")
    is_told = aim.contains(place) and not aim.matches(marked("IgnoreInteraction"))
    return block_around(place) if is_told else None


def watch_blocks(root: Untrusted, see: Callable[[list[Untrusted]], object]) -> None:
    """Tell of each block in an element, or in the page, as it comes into view."""
    watch_views(nodes_in(root), guarded(lambda node: see(parts_of(node))))


HEARING: list[Run] = []
"""The trackers that hear of clicks in blocks already."""


def watch_presses(run: Run) -> None:
    """Tell of clicks in blocks, once it is known that those are looked for."""

    def press(event: Untrusted) -> None:
        given: Any = event
        block = block_touched(given.composedPath()[0])
        if block:
            run(["$pressed", block, link_of(event)])

    if run not in HEARING:
        HEARING.append(run)
        hear(page.document, "click", press)
