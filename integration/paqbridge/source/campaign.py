"""The campaign that a page's URL speaks of, as Segment's messages have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import each_in_query

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

MARK = "utm_"


def campaign_of(url: Untrusted) -> dict[str, Untrusted] | None:
    """Return the parameters of a URL that are called ``utm_...``; ``utm_campaign`` is the name.

    None where there are none. Matomo reads them itself, from the address: this is for dimensions.
    """
    if not isinstance(url, str) or url.split("#")[0].find(MARK) < 0:
        return None
    campaign: dict[str, Untrusted] = {}

    def take(value: Untrusted, name: str) -> None:
        if name.find(MARK) >= 0:
            short = name[4:]
            campaign["name" if short == "campaign" else short] = value

    each_in_query(url, take)
    return campaign
