"""The signs of consent that a browser shows: cookies, and what the page has told the tracker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.consent_states import command_of, cookie_of, mode_of
from paqbridge.host import (
    cookies,
    global_value,
    is_queued,
    keeps_no_cookies,
    read_storage,
    tracker_consent,
)
from paqbridge.native import cookie_in, read

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import FullSettings

REMOVED = "mtm_consent_removed"
"""Matomo's cookie of a refusal of all tracking."""

KEY = "paqbridge_consent"
"""Under this name local storage has a refusal of cookies, for which Matomo has no mark, or of all
where the page can have no cookies: ``removed``."""

YES_TO_ALL = ("setConsentGiven", "rememberConsentGiven", "forgetUserOptOut")
"""The commands that take a refusal of all tracking back."""


def sign_of(mode: str, is_live: bool, is_open: bool, is_told: bool) -> str:
    """Return the sign that counts (``consent_states.py``); empty where there is none.

    ``is_live`` tells whether Matomo's tracker is there. While calls leave (``is_open``) a queue in
    its place grows with them, and is not looked through, but while there is a yes of ours that the
    tracker has not been told (``is_told``): calls wait for that, and a no of the page's ends it.
    """
    is_heard = not is_live and not is_open
    found = cookies()
    # A yes in the queue is one to an earlier no: nobody else will tell, as nothing is fetched.
    if cookie_in(found, REMOVED) is not None and not (is_heard and queued("") == "given"):
        return "removed"
    # An empty one is no yes to Matomo either.
    if cookie_in(found, cookie_of(mode)):
        return "remembered"
    told = tracker_consent(mode == "cookies") if is_live else ""
    if is_heard or not (is_live or is_told):
        told = queued(mode)
        if is_open and told != "removed":
            told = ""
    mark = read_storage(KEY)
    # Our mark: other tabs leave it while calls leave here; what a page says after it counts.
    if mark and (is_open or told != "given"):
        if mark == "removed":
            return mark
        if mode == "cookies":
            return "refused"
    return told


def ended(mode: str, before: str) -> bool:
    """Tell whether a refusal has come to a tracker since the sign was ``before``."""
    return before != "removed" and sign_of(mode, True, True, True) == "removed"


def is_bare(is_live: bool) -> bool:
    """Tell whether the page has its tracker keep no cookies, though it may send."""
    return is_live and keeps_no_cookies()


def refuses_cookies() -> bool:
    """Tell whether there is our mark of a no to cookies, from where these were asked for."""
    return read_storage(KEY) == "refused"


def mode_here(settings: FullSettings, is_live: bool) -> str:
    """Return what waits for consent on this page: one that asks for nothing here may have its
    tracker ask for consent to cookies, or keep none."""
    mode = mode_of(settings)
    if mode == "none" and not settings["disableCookies"]:
        is_asked = not is_live and (
            is_queued("requireCookieConsent") or is_queued("disableCookies")
        )
        return "cookies" if is_asked or is_bare(is_live) else mode
    return mode


def queued(mode: str) -> str:
    """Return what the page has told the tracker that is to come: the last answer counts.

    A question takes none back: Matomo hears it first, wherever it stands.
    """
    queue: list[Untrusted] = global_value("_paq") or []
    is_all = mode != "cookies"
    said = ""
    for command in queue:
        name = read(command, "0")
        if name == "requireConsent":
            said = said or ("pending" if is_all else "")
        elif name in ("forgetConsentGiven", "optUserOut"):
            said = "removed"
        elif name in (command_of(mode, "given"), command_of(mode, "remembered")):
            said = "given"
        elif name in YES_TO_ALL or name == command_of(mode, "refused"):
            said = "given" if is_all else ""
    return said
