"""Where consent stands, and what follows from that, for every setting of ``consent``: pure tables.

How things stand is one word: ``none`` (nothing is asked), ``pending`` (no answer yet), ``given``
(for this page), ``remembered`` (Matomo keeps the yes in a cookie), ``refused``. It follows from the
*sign* that the browser shows, which is one of these words as well (``pending`` and ``given`` are
what the page itself has told the tracker, ``refused`` our mark of a no to cookies), or ``removed``:
Matomo's cookie of that name, which stops all tracking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paqbridge.types.settings import FullSettings

YES = ("none", "given", "remembered")

VERBS = {"given": "set", "remembered": "remember", "refused": "forget"}
"""How the command begins that tells Matomo's tracker how things stand now."""


def mode_of(settings: FullSettings) -> str:
    """Return what waits for consent; where the calls say it themselves, nothing goes before."""
    is_stamped = settings["consent"] == "none" and len(settings["consentWithEvents"]) > 0
    return "load" if is_stamped else settings["consent"]


def command_of(mode: str, status: str) -> str:
    """Return the command that tells Matomo's tracker how things stand now."""
    kind = "CookieConsent" if mode == "cookies" else "Consent"
    return "require" + kind if status == "pending" else VERBS[status] + kind + "Given"


def cookie_of(mode: str) -> str:
    """Return the cookie in which Matomo remembers a yes."""
    return "mtm_cookie_consent" if mode == "cookies" else "mtm_consent"


def standing(mode: str, sign: str) -> str:
    """Return how things stand on a page that has not been told anything."""
    if sign == "removed":
        return "refused"
    return sign or ("none" if mode == "none" else "pending")


def may_send(mode: str, status: str, sign: str) -> bool:
    """Tell whether calls leave: with a yes, and where cookies alone are asked for, without one.

    A refusal of all tracking, which Matomo's own opt-out makes as well, counts for every mode.
    """
    return status in YES or (mode == "cookies" and sign not in ("removed", "pending"))
