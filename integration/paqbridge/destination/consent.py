"""Consent: what a visitor has allowed, told to Matomo in its own commands.

``cookies`` tracks without cookies until consent, ``tracking`` fetches the script but tracks
nothing, ``load`` fetches nothing at all. Until then nothing of ours is stored either. Matomo
remembers a consent in a cookie of its own, so a page that finds it starts with consent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast, final

from paqbridge.commands.versions import lacks
from paqbridge.destination.memory import forget
from paqbridge.destination.storage import save, shut
from paqbridge.host import has_objected, read_cookie
from paqbridge.native import number, read

if TYPE_CHECKING:
    from paqbridge.types.command import Command
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import FullSettings, Refuse, Settings

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


def names_of(settings: FullSettings) -> dict[str, str]:
    """Return the cookie and the commands of the setting ``consent``."""
    return COOKIES if settings["consent"] == "cookies" else TRACKING


def suits_full(given: Untrusted, settings: Settings, refuse: Refuse) -> bool:
    """Tell whether this Matomo can do what ``consent`` asks for; complain where it cannot.

    An older tracker would track all the same, and nobody could take a consent back. Global Privacy
    Control, which no tracker of Matomo knows, is a visitor's no to all.
    """
    full = cast("FullSettings", settings)
    if is_objected_to(full):
        return False
    is_able = not is_asked(full) or not lacks(full["matomoVersion"], names_of(full)["withdraw"])
    if not is_able:
        refuse({"name": "consent"}, "", full["matomoVersion"])
    return is_able


def is_objected_to(settings: FullSettings) -> bool:
    """Tell whether the visitor's browser objects, and the setting ``doNotTrack`` heeds that."""
    return settings["doNotTrack"] in (True, "gpc") and has_objected()


def is_asked(settings: FullSettings) -> bool:
    """Tell whether anything waits for consent."""
    return settings["consent"] != "none"


@final
class Consent:
    """The consent of one destination; ``go`` lets it begin where it had to wait for that.

    What is said before the start counts from there on.
    """

    def __init__(self, settings: FullSettings, say: Callable[[Command], None], go: Action) -> None:
        self._settings = settings
        self._say = say
        self._go = go
        self._status = "unknown"
        # Nothing at all has begun, for want of consent.
        self._is_waiting = False
        self._said: list[Action] = []

    def start(self) -> bool:
        """Look for a remembered consent; tell whether the destination may begin."""
        self._status = "none"
        if is_asked(self._settings):
            is_given = read_cookie(names_of(self._settings)["cookie"])
            self._status = "given" if is_given else "pending"
        self._shut(self._status == "pending")
        self._is_waiting = self._status == "pending" and self._settings["consent"] == "load"
        return not self._is_waiting

    def say_early(self) -> None:
        """Say what was said before the start."""
        said = self._said
        self._said = []
        for action in said:
            action()

    def state(self) -> str:
        """Return how things stand: unknown, none, pending, given or withdrawn."""
        return self._status

    def give(self, options: Untrusted) -> None:
        """Consent for this page; ``{cookies: false}`` to tracking, but without cookies."""
        with_cookies = read(options, "cookies") is not False

        def act() -> None:
            name = names_of(self._settings)["give"]
            is_plain = with_cookies or self._settings["consent"] == "cookies"
            self._allow([name] if is_plain else [name, False], with_cookies)

        self._change(act)

    def remember(self, hours: Untrusted) -> None:
        """Consent that Matomo remembers, for so many hours if a number says so."""

        def act() -> None:
            name = names_of(self._settings)["remember"]
            self._allow([name] if number(hours) is None else [name, number(hours)], True)

        self._change(act)

    def withdraw(self) -> None:
        """Take consent back."""

        def act() -> None:
            self._status = "withdrawn"
            shut(True)
            forget()
            if not self._is_waiting:
                self._say([names_of(self._settings)["withdraw"]])

        # While cookies may still be tried out: they are deleted on their own domain.
        save(False)
        self._change(act)

    def _change(self, action: Action) -> None:
        if self._status == "unknown":
            self._said.append(action)
        elif self._status != "none":
            action()

    def _allow(self, command: Command, with_cookies: bool) -> None:
        is_first = self._is_waiting
        self._is_waiting = False
        self._status = "given"
        self._shut(not with_cookies)
        if is_first:
            self._go()
        if not is_first or command[0] == names_of(self._settings)["remember"]:
            self._say(command)

    def _shut(self, is_shut: bool) -> None:
        shut(is_shut)
        if not is_shut:
            save(True)
