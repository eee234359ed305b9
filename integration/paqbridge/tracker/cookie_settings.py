"""Where and how cookies are kept, as the page wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import as_number, captured_in, written
from paqbridge.tracker.text import emit, refuse

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def set_cookie_domain(state: State, domain: Untrusted) -> None:
    """Have cookies kept for a domain, if the browser takes them there: the page tries it."""
    emit(state, "domain", captured_in("^[*]?(.*)", written(domain)))


def set_same_site(state: State, given: Untrusted) -> None:
    """Have cookies kept with Lax, Strict or, on https and for https alone, None."""
    word = written(given).lower()
    policy = word[:1].upper() + word[1:]
    if policy not in ("Lax", "Strict", "None"):
        refuse(state)
        return
    if policy == "None":
        set_secure_cookie(state, True)
        if not state["page"]["is_secure"]:
            policy = "Lax"
    state["same_site"] = policy


def set_secure_cookie(state: State, is_secure: Untrusted) -> None:
    """Have cookies kept for https alone."""
    if is_secure and not state["page"]["is_secure"]:
        refuse(state)
    else:
        state["is_secure"] = not not is_secure


def set_visitor_life(state: State, seconds: Untrusted) -> None:
    """Have visitors known for so many seconds."""
    state["visitor_life"] = as_number(seconds)


def set_session_life(state: State, seconds: Untrusted) -> None:
    """Take a visit to be over after so many seconds."""
    state["session_life"] = as_number(seconds)


def set_referral_life(state: State, seconds: Untrusted) -> None:
    """Have kept for so many seconds where a visit has come from."""
    state["referral_life"] = as_number(seconds)
