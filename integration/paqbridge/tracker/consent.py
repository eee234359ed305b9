"""Consent, in ``matomo.js``'s own cookies: to all tracking, or to cookies alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import as_number, written
from paqbridge.tracker.cookies import REMOVED, cookie, erase, erase_own, write

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

GIVEN = "mtm_consent"
COOKIES = "mtm_cookie_consent"
AGES = 946080000
"""Thirty years, in seconds: browsers make less of it."""


def life(hours: Untrusted) -> float:
    """Return how many seconds an answer is remembered."""
    return as_number(hours) * 3600 if hours else AGES


def refresh(state: State) -> None:
    """Look whether another tab has given consent, or has taken it back: then nothing leaves any
    more that waits for its turn."""
    if cookie(state, REMOVED) != "":
        state["has_consent"] = False
        state["pending"] = []
    elif state["keeps_cookies"] and cookie(state, GIVEN) != "":
        state["has_consent"] = True


def has_remembered_consent(state: State) -> bool:
    """Tell whether consent is remembered."""
    return cookie(state, GIVEN) != "" and cookie(state, REMOVED) == ""


def remembered_consent(state: State) -> Untrusted:
    """Return when consent was given that is remembered; None where it is not."""
    return cookie(state, GIVEN) if has_remembered_consent(state) else None


def require_consent(state: State) -> None:
    """Hold all requests until there is consent; cookies end with them."""
    state["is_consent_required"] = True
    state["has_consent"] = has_remembered_consent(state)
    if not state["has_consent"]:
        state["keeps_cookies"] = False


def remember_consent(state: State, hours: Untrusted) -> None:
    """Remember that consent was given."""
    write(state, GIVEN, written(state["facts"]["now"]), life(hours))


def forget_consent(state: State, hours: Untrusted) -> None:
    """Hold all requests from now on, on later pages too, and delete the visitor's cookies."""
    erase(state, GIVEN)
    write(state, REMOVED, written(state["facts"]["now"]), life(hours))
    refresh(state)
    forget_cookie_consent(state)
    require_consent(state)


def disable_cookies(state: State) -> None:
    """Keep no cookies, and delete those that there are."""
    state["keeps_cookies"] = False
    erase_own(state)


def require_cookie_consent(state: State) -> None:
    """Keep no cookies until there is consent."""
    if cookie(state, COOKIES) == "":
        disable_cookies(state)


def remember_cookie_consent(state: State, hours: Untrusted) -> None:
    """Remember that consent to cookies was given."""
    write(state, COOKIES, written(state["facts"]["now"]), life(hours))


def forget_cookie_consent(state: State) -> None:
    """Keep no cookies from now on."""
    erase(state, COOKIES)
    disable_cookies(state)


def remembered_cookie_consent(state: State) -> Untrusted:
    """Return when consent to cookies was given that is remembered, else 0."""
    return cookie(state, COOKIES) or 0


def has_consent(state: State) -> bool:
    """Tell whether requests may leave."""
    return state["has_consent"]


def is_opted_out(state: State) -> bool:
    """Tell whether requests may not leave."""
    return not state["has_consent"]


def set_do_not_track(state: State, is_asked: Untrusted) -> None:
    """Send nothing and keep nothing where the browser asks for that; False takes it back."""
    state["is_off"] = is_asked and state["page"]["is_refusing"]
    if state["is_off"]:
        disable_cookies(state)
