"""Content blocks: which were shown, and what was done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import changed, json_text, trimmed
from paqbridge.tracker.pace import track
from paqbridge.tracker.text import emit, pair, said

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def content_text(interaction: Untrusted, block: list[Untrusted]) -> str:
    """Return the parameters of a block: name, piece and, where there is one, target."""
    text = said("c_i", interaction) + pair("c_n", block[0] or "Unknown")
    return text + pair("c_p", block[1] or "Unknown") + said("c_t", block[2]) + "&ca=1"


def shown(state: State, blocks: list[list[Untrusted]]) -> None:
    """Say which blocks of the page were shown, each once for a page view."""
    for block in blocks:
        key = json_text(block)
        if state["shown"].get(key) != state["looks"]:
            state["shown"] = changed(state["shown"], key, state["looks"])
            track(state, "", content_text("", block))


def touched(state: State, interaction: Untrusted, block: list[Untrusted]) -> None:
    """Say what was done with a block of the page."""
    track(state, "", content_text(interaction or "Unknown", block))


def pressed(state: State, block: list[Untrusted], is_link: Untrusted) -> None:
    """Say that a block was clicked, where the page has had it told that it was shown, in whichever
    page view; a link in it is told of as a link, where those are."""
    is_heard = is_link and state["sees_clicks"]
    if state["shown"].get(json_text(block)) and not is_heard:
        touched(state, "click", block)


def track_impression(state: State, name: Untrusted, piece: Untrusted, target: Untrusted) -> None:
    """Say that something was shown; not without a name."""
    block: list[Untrusted] = [bare(one) for one in [name, piece, target]]
    if block[0]:
        track(state, "", content_text("", block))


def track_interaction(
    state: State, interaction: Untrusted, name: Untrusted, piece: Untrusted, target: Untrusted
) -> None:
    """Say what was done with something that was shown; not without both names."""
    block: list[Untrusted] = [bare(one) for one in [name, piece, target]]
    if bare(interaction) and block[0]:
        touched(state, bare(interaction), block)


def bare(value: Untrusted) -> Untrusted:
    """Return a text without the blanks around it; anything else as it is."""
    return trimmed(value) if isinstance(value, str) else value


def show_visible(state: State) -> None:
    """Have the page's blocks told as they come into view."""
    state["sees_blocks"] = True
    emit(state, "visible")


def look_again(state: State) -> None:
    """Have blocks told that are in view, on a page where that is wanted: none was told so far."""
    state["looks"] += 1
    if state["sees_blocks"]:
        emit(state, "visible")


def show_all(state: State) -> None:
    """Have all blocks of the page told."""
    emit(state, "blocks")


def show_within(state: State, node: Untrusted) -> None:
    """Have an element told, if it is a block, and those in it: as they come into view, on a page
    where that is wanted."""
    if node:
        emit(state, "visible" if state["sees_blocks"] else "blocks", node)


def touch_node(state: State, node: Untrusted, interaction: Untrusted) -> None:
    """Say what was done with the block that an element is in."""
    emit(state, "touch", [node, interaction])
