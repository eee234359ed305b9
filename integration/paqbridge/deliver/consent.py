"""Consent: what a visitor has allowed, told to Matomo in its own commands.

``cookies`` tracks without cookies until consent, ``tracking`` fetches the script but tracks
nothing, ``load`` fetches nothing at all. Until then nothing of ours is stored either. Matomo
remembers a consent in a cookie of its own, so a page that finds it starts with consent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.commands.versions import lacks
from paqbridge.deliver.memory import forget
from paqbridge.host import read_cookie, shut_storage
from paqbridge.native import number, read

if TYPE_CHECKING:
    from paqbridge.types import Complain

COOKIES = {
    "cookie": "mtm_cookie_consent",
    "give": "setCookieConsentGiven",
    "remember": "rememberCookieConsentGiven",
    "withdraw": "forgetCookieConsentGiven",
}
TRACKING = {
    "cookie": "mtm_consent",
    "give": "setConsentGiven",
    "remember": "rememberConsentGiven",
    "withdraw": "forgetConsentGiven",
}
REQUIRED = {"cookies": "requireCookieConsent", "tracking": "requireConsent"}
"""What comes before all other commands, by the setting."""


def names_of(settings: Any) -> Any:
    """Return the cookie and the commands of the setting ``consent``."""
    return COOKIES if settings.get("consent") == "cookies" else TRACKING


def can_wait(settings: Any, complain: Complain) -> bool:
    """Tell whether this Matomo can do what ``consent`` asks for; complain where it cannot.

    An older tracker would track all the same, and nobody could take a consent back.
    """
    version = settings.get("matomoVersion")
    is_able = not is_asked(settings) or not lacks(version, names_of(settings)["withdraw"])
    if not is_able:
        complain({"name": "consent", "kind": can_wait}, "", version)
    return is_able


def is_asked(settings: Any) -> bool:
    """Tell whether anything waits for consent."""
    return (settings.get("consent") or "none") != "none"


def create_consent(settings: Any, deliver: Callable[[Any], None], go: Callable[[], None]) -> Any:
    """Return ``start``, ``state``, ``give``, ``remember`` and ``withdraw`` of one destination.

    ``go`` is called where a destination that waited for consent may begin. What is said before
    the start counts from there on.
    """
    status = "unknown"
    # Nothing at all has begun, for want of consent.
    is_waiting = False
    said: list[Any] = []

    def start() -> bool:
        """Look for a remembered consent; tell whether the destination may begin."""
        nonlocal status, is_waiting
        status = "none"
        if is_asked(settings):
            status = "given" if read_cookie(names_of(settings)["cookie"]) else "pending"
        shut_storage(status == "pending")
        is_waiting = status == "pending" and settings.get("consent") == "load"
        return not is_waiting

    def say_early() -> None:
        """Say what was said before the start."""
        nonlocal said
        before = said
        said = []
        for action in before:
            action()

    def change(action: Callable[[], None]) -> None:
        if status == "unknown":
            said.append(action)
        elif status != "none":
            action()

    def allow(command: Any, with_cookies: bool) -> None:
        nonlocal status, is_waiting
        is_first = is_waiting
        is_waiting = False
        status = "given"
        shut_storage(not with_cookies)
        if is_first:
            go()
        if not is_first or command[0] == names_of(settings)["remember"]:
            deliver([command])

    def give(options: Any) -> None:
        """Consent for this page; ``{cookies: false}`` to tracking, but without cookies."""
        with_cookies = read(options, "cookies") is not False

        def act() -> None:
            name = names_of(settings)["give"]
            is_plain = with_cookies or settings.get("consent") == "cookies"
            allow([name] if is_plain else [name, False], with_cookies)

        change(act)

    def remember(hours: Any) -> None:
        """Consent that Matomo remembers, for so many hours if a number says so."""

        def act() -> None:
            name = names_of(settings)["remember"]
            allow([name] if number(hours) is None else [name, number(hours)], True)

        change(act)

    def withdraw(options: Any) -> None:
        """Take consent back."""

        def act() -> None:
            nonlocal status
            status = "withdrawn"
            shut_storage(True)
            forget()
            if not is_waiting:
                deliver([[names_of(settings)["withdraw"]]])

        change(act)

    return {
        "start": start,
        "say_early": say_early,
        "state": lambda: status,
        "give": give,
        "remember": remember,
        "withdraw": withdraw,
    }
