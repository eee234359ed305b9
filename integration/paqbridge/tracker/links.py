"""Which clicks are told of: those that leave the site, and downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import fits_in, unescaped, written
from paqbridge.tracker.address import NONE, host_of, purified
from paqbridge.tracker.content import content_text, pressed
from paqbridge.tracker.hosts import is_own_address
from paqbridge.tracker.pace import track
from paqbridge.tracker.text import cut, emit, listed, pair
from paqbridge.tracker.visitor import link_text, visitor_id

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

NO_PLACE = "^((java|vb|j|live|ecma)script|mocha|mailto|tel):"
EXTENSIONS = (
    "7z aac apk arc arj asc asf asx avi azw3 bin csv deb dmg doc docx epub exe flv gif gz gzip "
    "hqx ibooks jar jpg jpeg js md5 mobi mp2 mp3 mp4 mpg mpeg mov movie msi msp odb odf odg ods "
    "odt ogg ogv pdf phps png ppt pptx qt qtm ra ram rar rpm rtf sea sha sha256 sha512 sig sit tar "
    "tbz tbz2 bz bz2 tgz torrent txt wav wma wmv wpd xls xlsx xml xz z zip"
)


def link_kind(state: State, href: str, classes: str, is_download: bool) -> str | None:
    """Return ``link`` or ``download``, nothing for a link within the site, or None for one that is
    ignored."""
    tracker = state["endpoint"]
    is_ignored = has_class(classes, "ignore", state["ignore_classes"])
    if is_ignored or fits_in(NO_PLACE, href) or (tracker and href.startswith(tracker)):
        return None
    if has_class(classes, "link", state["link_classes"]):
        return "link"
    if is_download or has_class(classes, "download", state["download_classes"]):
        return "download"
    if fits_in("\\.(" + "|".join(state["extensions"]) + ")([?&#]|$)", href):
        return "download"
    return "" if is_own_address(state, href) else "link"


def has_class(classes: str, purpose: str, own: list[str]) -> bool:
    """Tell whether an element has a class of Matomo's for a purpose, or one that the page named."""
    names = ["(?:piwik|matomo)[_-]" + purpose, *own]
    return fits_in("(^|\\s)(" + "|".join(names) + ")(\\s|$)", classes)


def clicked(state: State, href: str, classes: str, is_download: bool, besides: str) -> str:
    """Say that a link was clicked, where that is told, and something besides; return its address,
    where links to other hosts say nothing of the visitor."""
    tell(state, link_kind(state, href, classes, is_download), href, besides or "")
    return href


def tell(state: State, kind: str | None, href: str, besides: str) -> None:
    """Say that a link of a kind that is told of was clicked, and something besides."""
    if kind:
        track(state, "link", pair(kind, purified(state, unescaped(href))) + besides)


def clicked_in_block(
    state: State, href: str, classes: str, is_download: bool, block: list[Untrusted] | None
) -> str:
    """Say that a link was clicked, where that is told, and in which content block; return the
    address that it is to have."""
    kind = link_kind(state, href, classes, is_download)
    besides = ""
    if block is not None:
        besides = content_text("click", [block[0], block[1], block[2] or href])
        if not kind:
            pressed(state, block, False)
    tell(state, kind, href, besides)
    return crossed(state, href) if kind == "" else href


def crossed(state: State, href: str) -> str:
    """Return the address of a link within the site, with the visitor, if there is one, who is kept,
    where it leads to another host."""
    is_here = host_of(href) == state["page"]["host"]
    if not state["crosses"] or is_here or visitor_id(state) == "":
        return href
    before, anchor = cut(href, "#")
    # The page there needs all else that the link has, whatever is not to be told.
    place = purified({**state, "excluded": ["pk_vid"], "untold": NONE}, before)
    return place + ("&" if "?" in place else "?") + link_parameter(state) + anchor


def set_extensions(state: State, given: Untrusted) -> None:
    """Take these file extensions for those of downloads: a list, or a text with bars between."""
    state["extensions"] = words(given)


def add_extensions(state: State, given: Untrusted) -> None:
    """Take these file extensions, too, for those of downloads."""
    state["extensions"] = [*state["extensions"], *words(given)]


def remove_extensions(state: State, given: Untrusted) -> None:
    """Take these file extensions for those of downloads no more."""
    gone = words(given)
    state["extensions"] = [one for one in state["extensions"] if one not in gone]


def words(given: Untrusted) -> list[str]:
    """Return file extensions, of a list or of a text with bars between them."""
    return written(given).split("|") if isinstance(given, str) else listed(given)


def set_link_classes(state: State, names: Untrusted) -> None:
    """Take links of these classes for ones that leave the site."""
    state["link_classes"] = listed(names)


def set_download_classes(state: State, names: Untrusted) -> None:
    """Take links of these classes for downloads."""
    state["download_classes"] = listed(names)


def set_ignore_classes(state: State, names: Untrusted) -> None:
    """Tell of no links of these classes."""
    state["ignore_classes"] = listed(names)


def enable_links(state: State) -> None:
    """Have clicks on links told."""
    if not state["sees_clicks"]:
        state["sees_clicks"] = True
        emit(state, "links")


def link_parameter(state: State) -> str:
    """Return what a link to another domain of the site has to say."""
    return "pk_vid=" + link_text(state)
