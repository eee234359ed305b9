"""Where and how cookies are kept, as the page wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import captured_in, written
from paqbridge.tracker.text import emit, refuse

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def set_cookie_domain(state: State, domain: Untrusted) -> None:
    """Have cookies kept for a domain, if the browser takes them there: the page tries it."""
    emit(state, "domain", captured_in("^[*]?(.*)", written(domain)))


def set_same_site(state: State, given: Untrusted) -> None:
    """Have cookies kept with Lax, Strict or, on https and for https alone, None."""
    word = captured_in("^(lax|strict|none)$", written(given).lower())
    if word == "none":
        set_secure_cookie(state, True)
        word = word if state["page"]["is_secure"] else "lax"
    if word == "":
        refuse(state)
    else:
        state["same_site"] = word


def set_secure_cookie(state: State, is_secure: Untrusted) -> None:
    """Have cookies kept for https alone."""
    if is_secure and not state["page"]["is_secure"]:
        refuse(state)
    else:
        state["is_secure"] = is_secure
