"""Where consent stands, and what follows from that, for every setting of ``consent``: pure tables.

How things stand is one word: ``none`` (nothing is asked), ``pending`` (no answer yet), ``given``
(for this page), ``remembered`` (Matomo keeps the yes in a cookie), ``refused``. It follows from the
*sign* that the browser shows, which is one of these words as well (``pending`` and ``given`` are
what the page itself has told the tracker, ``refused`` our mark of a no to cookies), or ``removed``:
Matomo's cookie of that name, which stops all tracking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import read

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import FullSettings

YES = ("none", "given", "remembered")

TOLD = ("given", "pending")
"""The signs of what the tracker has been told."""

VERBS = {"given": "set", "remembered": "remember", "refused": "forget"}
"""How the command begins that tells Matomo's tracker how things stand now."""


def mode_of(settings: FullSettings) -> str:
    """Return what waits for consent; where the calls say it themselves, nothing goes before."""
    is_stamped = settings["consent"] == "none" and len(settings["consentWithEvents"]) > 0
    return "load" if is_stamped else settings["consent"]


def allows_cookies(options: Untrusted) -> bool:
    """Tell whether a yes is one to cookies: what is said of them, if anything, must be true."""
    cookies = read(options, "cookies")
    return cookies is None or cookies is True


def command_of(mode: str, status: str) -> str:
    """Return the command that tells Matomo's tracker how things stand now."""
    kind = "CookieConsent" if mode == "cookies" else "Consent"
    return "require" + kind if status == "pending" else VERBS[status] + kind + "Given"


def words_of(
    mode: str, status: str, sign: str, commands: list[Command], is_bare: bool
) -> list[Command]:
    """Return the commands of an answer as the tracker has to hear them.

    A yes to cookies alone leaves one silent that the page has had ask for all, or an opt-out has
    shut. One that is to keep no cookies (``is_bare``) would begin with that at a plain yes, or one
    that it is to remember, and tell who the visitor is; it cannot read one that it has remembered.
    """
    if status not in ("given", "remembered"):
        return commands
    if mode == "cookies" and sign in ("removed", "pending"):
        return [["setConsentGiven"], *commands]
    if not is_bare:
        return commands
    return [] if mode == "cookies" else [["disableCookies"], ["setConsentGiven", False]]


def said_of(status: str) -> str:
    """Return the answer that makes things stand so, as a word of ``consent.set``."""
    return "given" if status in YES else status


def cookie_of(mode: str) -> str:
    """Return the cookie in which Matomo remembers a yes."""
    return "mtm_cookie_consent" if mode == "cookies" else "mtm_consent"


def standing(mode: str, sign: str) -> str:
    """Return how things stand on a page that has not been told anything."""
    if sign == "removed":
        return "refused"
    return sign or ("none" if mode == "none" else "pending")


def standing_first(mode: str, sign: str, is_live: bool) -> str:
    """Return how things stand at the start; ``is_live`` tells of a tracker that was there first.

    It sets cookies as long as nobody asks: that is no yes to them.
    """
    return standing(mode, "" if is_live and mode == "cookies" and sign == "given" else sign)


def first_words(mode: str, status: str, is_live: bool) -> list[Command]:
    """Return what a tracker that was there first has to hear once more: the question with which we
    begin takes back a yes of the page's."""
    is_taken = is_live and mode == "tracking" and status == "given"
    return news_of(mode, status, not is_taken, is_live)


def news_of(mode: str, status: str, is_told: bool, is_live: bool) -> list[Command]:
    """Return what a tracker has to hear of an answer, which the page itself may have told it.

    Of a yes in the queue a tracker to come hears once more: calls wait for that, and a no of the
    page's ends it. What it allows stays as the page has it.
    """
    if not is_told:
        return [[command_of(mode, said_of(status))]]
    is_queued = status == "given" and not is_live and mode != "cookies"
    return [["setConsentGiven", False]] if is_queued else []


def is_open_question(mode: str, sign: str) -> bool:
    """Tell whether a sign is none of an answer to what ``mode`` asks for."""
    return sign == "" or (sign == "pending" and mode != "cookies")


def changed(mode: str, status: str, before: str, sign: str, is_bare: bool) -> str:
    """Return how things stand when there is another sign than ``before``.

    A tracker that says no more what it was told takes nothing back, but where cookies are asked
    for, and the page has it keep none any more (``is_bare``).
    """
    if sign == "" and is_bare and mode == "cookies" and status in ("given", "remembered"):
        return "refused"
    if mode == "cookies" and before == "remembered" and sign == "given":
        # A tracker goes on with the cookies of a yes that is over, or was taken back elsewhere.
        return "pending"
    return status if sign == "" and before in TOLD else standing(mode, sign)


def may_send(mode: str, status: str, sign: str) -> bool:
    """Tell whether calls leave: with a yes, and where cookies alone are asked for, without one.

    A refusal of all tracking, which Matomo's own opt-out makes as well, counts for every mode.
    """
    return status in YES or (mode == "cookies" and sign not in ("removed", "pending"))
