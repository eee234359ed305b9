"""Addresses: which fields are left out of them, and what a relative one means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import captured_in, unescaped

if TYPE_CHECKING:
    from paqbridge.types.tracker import State

HOST = r"^(?:\w+:)?\/\/(?:[^/?#]*@)?([^/?#:]+)"
OURS = ("pk_vid", "ignore_referrer", "ignore_referer")
"""Fields that say something to the tracker, and nothing of the page."""


def parameter(address: str, name: str) -> str:
    """Return a field of a query or hash, decoded; empty where there is none."""
    return unescaped(captured_in("[?&#]" + name + "=([^&#]*)", address))


def host_of(address: str) -> str:
    """Return the host of an address; of a text that is none, the text itself."""
    return captured_in(HOST, address) or address


def purified(state: State, address: str) -> str:
    """Return an address without the fields that are not to be told, in its query and hash."""
    if state["drops_hash"]:
        address = address.split("#")[0]
    hash_at = address.find("#")
    before = address if hash_at < 0 else address[:hash_at]
    after = "" if hash_at < 0 else address[hash_at + 1 :]
    query_at = before.find("?")
    if query_at >= 0:
        query = before[query_at + 1 :]
        before = before[:query_at] + marked("?", query, cleaned(state, query))
    return before if hash_at < 0 else before + marked("#", after, cleaned(state, after))


def marked(mark: str, text: str, kept: str) -> str:
    """Return what is kept of a text behind its mark, which goes with the last field."""
    return "" if kept == "" and text != "" else mark + kept


def cleaned(state: State, fields: str) -> str:
    """Return fields as in a query, without those that are not to be told."""
    unwanted = [*OURS, *state["excluded"]]
    kept = []
    for field in fields.split("&"):
        name = field[: field.find("=")] if field.find("=") >= 0 else ""
        if name not in unwanted:
            kept.append(field)
    return "&".join(kept)


def resolved(address: str, base: str) -> str:
    """Return what the page's script means by an address, as ``matomo.js`` understands it.

    A lower-case scheme makes it absolute, a path goes behind the host without its port, anything
    else into the folder of ``base``.
    """
    if captured_in("^([a-z]+:)", address) != "":
        return address
    if address.startswith("/"):
        return base[: base.find("//")] + "//" + host_of(base) + address
    folder = base.split("?")[0].split("#")[0]
    return folder[: folder.rfind("/") + 1] + address
