"""Consent that is given: what was held leaves, and the visitor is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import is_given
from paqbridge.tracker.consent import remember_consent, remember_cookie_consent
from paqbridge.tracker.cookies import REMOVED, erase
from paqbridge.tracker.pace import release, track
from paqbridge.tracker.visitor import visitor_info

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def give_consent(state: State, with_cookies: Untrusted) -> None:
    """Send what was held, in its order; keep cookies from now on, unless that is not wanted. What
    the browser can do may be told as well, whatever the page has said before."""
    state["has_consent"] = True
    state["features"] = state["page"]["features"]
    erase(state, REMOVED)
    release(state)
    if with_cookies or not is_given(with_cookies):
        give_cookie_consent(state)


def give_remembered_consent(state: State, hours: Untrusted) -> None:
    """Take consent, and remember it."""
    give_consent(state, True)
    remember_consent(state, hours)


def give_cookie_consent(state: State) -> None:
    """Keep cookies from now on; a ping says who the visitor of the requests before is."""
    if not state["keeps_cookies"]:
        state["keeps_cookies"] = True
        if state["gate"] > 0:
            visitor_info(state)
            track(state, "ping", "&ping=1")


def give_remembered_cookie_consent(state: State, hours: Untrusted) -> None:
    """Take consent to cookies, and remember it."""
    give_cookie_consent(state)
    remember_cookie_consent(state, hours)


def forget_opt_out(state: State) -> None:
    """Take consent without cookies."""
    give_consent(state, False)
