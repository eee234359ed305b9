"""Where a visit has come from: a campaign of the address, or a referrer.

It is looked at when a visit begins, and kept for half a year, in a cookie. Unlike ``matomo.js``, a
visit that begins with neither leaves what is kept as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import fits_in, is_list, json_text, parsed, written
from paqbridge.tracker.address import host_of, parameter, purified
from paqbridge.tracker.cookies import cookie, may_keep, name_of, seconds, write
from paqbridge.tracker.hosts import is_excluded_referrer, is_own_host
from paqbridge.tracker.text import said

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

LIMIT = 1024
"""Characters of a referrer that are kept."""


def attribution(state: State) -> list[Untrusted]:
    """Return campaign, keyword, the second in which they were found, and referrer."""
    kept = kept_attribution(state)
    is_known = may_keep(state) and cookie(state, name_of(state, "ses")) != ""
    if is_known or is_unasked(state):
        return kept
    referrer = referrer_of(state)
    is_new = referrer != "" and not is_own_host(state, host_of(referrer))
    campaign = first_of(state, state["campaign_names"])
    keyword = first_of(state, state["keyword_names"])
    if campaign == "" and not is_new:
        return kept if keyword == "" else ["", keyword, kept[2], kept[3]]
    place = purified(state, referrer[:LIMIT]) if is_new else kept[3]
    found: list[Untrusted] = [campaign, keyword, seconds(state), place]
    if may_keep(state):
        write(state, name_of(state, "ref"), json_text(found), state["referral_life"])
    return found


def kept_attribution(state: State) -> list[Untrusted]:
    """Return what the cookie says, or that there is nothing."""
    kept = parsed(cookie(state, name_of(state, "ref"))) if may_keep(state) else None
    return kept if is_list(kept) and len(kept) > 3 else ["", "", 0, ""]


def first_of(state: State, names: list[str]) -> str:
    """Return the first of these fields of the address that says something."""
    for name in names:
        found = parameter(state["url"], name)
        if found != "" and not fits_in(state["untold"], name):
            return found
    return ""


def referrer_of(state: State) -> str:
    """Return where the visitor has come from, unless that is not to be told."""
    referrer = state["referrer"]
    if not isinstance(referrer, str):
        return ""
    return "" if is_unasked(state) or is_excluded_referrer(state, referrer) else referrer


def is_unasked(state: State) -> bool:
    """Tell whether the address asks not to be looked at for where the visitor has come from."""
    return parameter(state["url"], "ignore_referr?er") == "1"


def attribution_text(state: State) -> str:
    """Return the parameters that say it."""
    campaign, keyword, time, referrer = attribution(state)
    source = said("_rcn", campaign) + said("_rck", keyword)
    return source + f"&_refts={written(time)}" + said("_ref", purified(state, written(referrer)))
