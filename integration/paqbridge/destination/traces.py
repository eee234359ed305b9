"""What a visitor's answer leaves in the browser, and what it takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from paqbridge.destination.consent_signs import KEY, REMOVED, is_bare
from paqbridge.destination.consent_states import YES, cookie_of
from paqbridge.destination.memory import forget
from paqbridge.host import YEAR, clock, on_leave, read_cookie, read_storage, write_storage
from paqbridge.native import floored
from paqbridge.storage.allowed import may_store, save, shut
from paqbridge.storage.erasing import erase_of_matomo, erase_visitor, put_back, visitor

if TYPE_CHECKING:
    from paqbridge.types.settings import FullSettings


@final
class Traces:
    """The traces of one destination's visitor."""

    def __init__(self, settings: FullSettings) -> None:
        self._settings = settings
        # The visitor's cookies of a time with consent, which Matomo deletes while it may set none.
        self._visitor: list[str] = []

    def start(self) -> None:
        """Know whom an earlier page with consent has left; who does not answer is left to the
        next one."""
        self._know()
        on_leave(self._leave_page)

    def _know(self) -> None:
        found = visitor(self._settings, "_pk_id.")
        if len(found) > 0 and not self._settings["disableCookies"]:
            self._visitor = found

    def leave(self, mode: str, status: str, sign: str, has_cookies: bool) -> None:
        """Leave what goes with how things stand now, and let be stored what may; ``sign`` is the
        one before."""
        is_stored = status in YES and has_cookies
        if status == "refused" or not has_cookies:
            self._leave_nothing(mode)
        if status == "pending":
            self._know()
            if sign == "remembered":  # whoever is asked again: Matomo would go by that
                erase_of_matomo(cookie_of(mode), self._settings)
        else:
            self._mark(mode, status == "refused", sign == "removed", has_cookies)
        shut(not is_stored)
        if is_stored:
            save(True)
            self.put_back()

    def follow(self, is_told: bool) -> None:
        """Store what a yes allows that the tracker knows of, but while the page has it keep no
        cookies."""
        if is_told and not self._settings["disableCookies"]:
            is_shut = is_bare(True)
            if is_shut == may_store():
                self._visitor = []
                forget()
                shut(is_shut)
                save(not is_shut)

    def remember(self, mode: str, hours: list[float]) -> None:
        """Remember a yes until Matomo does: the page may be left before its script has come.

        With ``disableCookies`` Matomo never does.
        """
        name = cookie_of(mode)
        if self._settings["disableCookies"] or not read_cookie(name):
            # With a fraction it would be no life to a browser, and end with the session.
            life = f"{floored(hours[0] * 3600)}" if len(hours) > 0 else YEAR
            put_back(f"{name}={clock()}", life, self._settings)

    def put_back(self) -> None:
        """Let Matomo know the visitor again, where it has deleted the cookies."""
        for one in self._visitor:
            if read_cookie(one.split("=")[0]) is None:
                put_back(one, YEAR, self._settings)

    def ready(self, mode: str) -> bool:
        """Be ready for Matomo to hear of an answer; true.

        A yes that it has found in its queue, and remembered, was the one before.
        """
        if not may_store():
            erase_of_matomo(cookie_of(mode), self._settings)
        self.put_back()
        return True

    def _leave_nothing(self, mode: str) -> None:
        """Leave nothing of the visitor: what ours has stored, Matomo's cookies, a remembered
        yes."""
        self._visitor = []
        save(False)
        forget()
        erase_visitor(self._settings)
        erase_of_matomo(cookie_of(mode), self._settings)

    def _mark(self, mode: str, is_refused: bool, is_removed: bool, has_cookies: bool) -> None:
        """Leave a refusal for later pages, or take it back with a yes; ``is_removed`` tells that
        Matomo has its own mark of one.

        A no to cookies alone has a mark of ours, since Matomo has none that lets tracking go on; so
        has any where there are no cookies, as in another site's frame.
        """
        if is_refused and (mode != "cookies" or is_removed):
            put_back(f"{REMOVED}={clock()}", YEAR, self._settings)
            if read_cookie(REMOVED) is None:
                write_storage(KEY, "removed")
        elif read_storage(KEY) == "removed" or (has_cookies and mode in ("cookies", "none")):
            write_storage(KEY, "refused" if is_refused else None)
        if not is_refused and read_cookie(REMOVED) is not None:
            erase_of_matomo(REMOVED, self._settings)

    def _leave_page(self) -> None:
        if not may_store():
            self.put_back()
