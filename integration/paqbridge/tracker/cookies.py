"""Cookies as values: what they are called, what a step reads of them and writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import (
    as_number,
    changed,
    cookie_in,
    floored,
    rounded_whole,
    sha1,
    url_encoded,
    written,
)
from paqbridge.tracker.text import emit

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

OWN = ("id", "ses", "cvar", "ref")
"""What a visitor's cookies are called behind the prefix, in the order in which they are deleted."""

REMOVED = "mtm_consent_removed"


def seconds(state: State) -> int:
    """Return the time, in seconds since 1970."""
    return rounded_whole(state["facts"]["now"] / 1000)


def may_keep(state: State) -> bool:
    """Tell whether cookies of the visitor may be read and written: never without consent."""
    return state["keeps_cookies"] and state["has_consent"] and not state["is_off"]


def name_of(state: State, base: str) -> str:
    """Return a cookie's whole name; its four last letters stand for the cookie's place."""
    place = f"{state['domain'] or state['page']['host']}{state['path'] or '/'}"
    return f"{state['prefix']}{base}.{written(state['site'])}.{sha1(place)[:4]}"


def cookie(state: State, name: str) -> str:
    """Return a cookie, with what this step has written so far; empty where there is none."""
    own = state["written"].get(name)
    return cookie_in(state["facts"]["cookies"], name) or "" if own is None else own


def write(state: State, name: str, value: str, life: Untrusted) -> None:
    """Write a cookie for so many seconds; one whose life is over is deleted, and one that has none
    ends with the browser, as in ``matomo.js``. With a fraction it would be no life to a browser."""
    place = state["domain"] and ";domain=" + state["domain"]
    secure = ";secure" if state["is_secure"] else ""
    text = f"{name}={url_encoded(value)};path={state['path'] or '/'}"
    seconds_left = as_number(life)
    text += f";max-age={floored(seconds_left)}" if seconds_left else ""
    state["written"] = changed(state["written"], name, value)
    emit(state, "cookie", text + place + secure + f";SameSite={state['same_site']}")


def erase(state: State, name: str) -> None:
    """Delete a cookie, where there is one."""
    if cookie(state, name) != "":
        write(state, name, "", -1)


def erase_own(state: State) -> None:
    """Delete all cookies of the visitor, who is another one from now on."""
    state["drawn"] = {}
    for base in OWN:
        erase(state, name_of(state, base))
