"""What a page may ask the tracker, besides what stands in its state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.tracker.address import folder_of, resolved
from paqbridge.tracker.attribution import attribution
from paqbridge.tracker.cookies import may_keep
from paqbridge.tracker.text import cut

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def matomo_url(state: State) -> str:
    """Return the folder that requests go to; an address without a scheme has the page's."""
    address = state["endpoint"]
    base = state["page"]["address"]
    if address.startswith("//"):
        return folder_of(cut(base, "//")[0] + address)
    return folder_of(resolved(address, base))


def campaign(state: State) -> Untrusted:
    """Return the campaign that the visit has come from."""
    return attribution(state)[0]


def keyword(state: State) -> Untrusted:
    """Return the keyword of that campaign."""
    return attribution(state)[1]


def found_at(state: State) -> Untrusted:
    """Return the second in which that was found."""
    return attribution(state)[2]


def referrer(state: State) -> Untrusted:
    """Return the referrer that the visit has come from."""
    return attribution(state)[3]


def page_view(state: State) -> Untrusted:
    """Return the id of the latest page view, or None."""
    return state["page_view"] or None


def takes_cookies(state: State) -> bool:
    """Tell whether cookies are kept."""
    return may_keep(state) and state["page"]["takes_cookies"]
