"""Addresses: which fields are left out of them, and what a relative one means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import captured_in, fits_in, unescaped
from paqbridge.tracker.text import cut

if TYPE_CHECKING:
    from paqbridge.types.tracker import State

HOST = r"^(?:\w+:)?\/\/(?:[^/?#]*@)?([^/?#:]+)"
OURS = ("pk_vid", "ignore_referrer", "ignore_referer")
"""Fields that say something to the tracker, and nothing of the page."""

NONE = "^(?!)"
"""A pattern that nothing fits."""


def parameter(address: str, name: str) -> str:
    """Return a field of a query or hash, decoded; empty where there is none."""
    return unescaped(captured_in("[?&#]" + name + "=([^&#]*)", address))


def host_of(address: str) -> str:
    """Return the host of an address; of a text that is none, the text itself."""
    return captured_in(HOST, address) or address


def purified(state: State, address: str) -> str:
    """Return an address without the fields that are not to be told, in its query and hash."""
    before, anchor = cut(address, "#")
    place, query = cut(before, "?")
    return place + cleaned(state, query) + ("" if state["drops_hash"] else cleaned(state, anchor))


def cleaned(state: State, fields: str) -> str:
    """Return a query without what is not to be told; its mark goes with the last of it. That of a
    hash may be ``#?``."""
    mark = captured_in("^(#?[?]?)", fields)
    kept = []
    for field in fields[len(mark) :].split("&"):
        name, value = cut(field, "=")
        if value == "" or not (name in state["excluded"] or fits_in(state["untold"], name)):
            kept.append(field)
    text = "&".join(kept)
    return mark + text if text != "" or mark == fields else ""


def resolved(address: str, base: str) -> str:
    """Return what the page's script means by an address, as ``matomo.js`` understands it.

    A lower-case scheme makes it absolute, a path goes behind the host without its port, anything
    else into the folder of ``base``.
    """
    if captured_in("^([a-z]+:)", address) != "":
        return address
    if address.startswith("/"):
        return cut(base, "//")[0] + "//" + host_of(base) + address
    return folder_of(base) + address


def folder_of(address: str) -> str:
    """Return an address up to its last slash, which may be one of a hash, as of ``#/route``."""
    return captured_in("^([^?]*\\/)", address)
