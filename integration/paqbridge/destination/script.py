"""Matomo's script: fetched once, and in the end it is live or counts as blocked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.host import inject_script, later, once_shown

if TYPE_CHECKING:
    from paqbridge.types.command import Command, PageTransport, Transport
    from paqbridge.types.destination import OutboxLike, ScriptMaker, Starter
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import Complain, Settings

TWICE = "loadScript: Matomo's script is there twice"
POLL = 50
"""Milliseconds until the second look for a tracker that the page itself loads; each further pause
is twice the one before."""


@final
class Script:
    """The script of one destination, at ``source``, and who waits for what becomes of it.

    ``start`` may start another tracker in its place, and tells whether it did.
    """

    def __init__(
        self,
        start: Starter,
        source: Callable[[Settings], str],
        settings: Settings,
        queue: PageTransport,
        transport: Transport,
        outbox: OutboxLike,
        complain: Complain,
    ) -> None:
        self._start = start
        self._source = source
        self._settings = settings
        self._queue = queue
        self._transport = transport
        self._outbox = outbox
        self._complain = complain
        # None while nobody waits: then nothing is looked for, and nothing said.
        self._listener: Action | None = None

    def expect(self, opening: list[Command]) -> None:
        """Look whether the page has a tracker already, which would be there twice."""
        if self._settings["loadScript"] and self._queue.is_taken(opening):
            self._complain(TWICE, True)

    def tell(self, listener: Action | None) -> None:
        """Call ``listener`` when the tracker is live or counts as blocked, perhaps repeatedly."""
        self._listener = listener

    def load(self) -> Untrusted:
        """Fetch the script and return its element, or look out for the page's own tracker.

        A page that is prerendered waits to be shown: Matomo would count what nobody sees.
        """
        if self._start(self._settings, self._transport, self._complain, self._settle):
            return None
        return once_shown(self._fetch)

    def _fetch(self) -> Untrusted:
        later(self._settle, self._settings["timeout"])
        if self._settings["loadScript"]:
            source = self._source(self._settings)
            return inject_script(source, self._settings["nonce"], self._settle)
        self._look(POLL)
        return None

    def _look(self, pause: int) -> None:
        if self._transport.is_live():
            self._settle()
        elif self._listener and pause * 2 < self._settings["timeout"]:
            later(lambda: self._look(pause * 2), pause)

    def _settle(self) -> None:
        """Count the tracker as live or as blocked, and tell who waits in either case.

        Called when the script has run or failed, and when its time is over. A script that did not
        take the queue over is no tracker. A host must not wait for a tracker that may never come;
        a late one is still welcome.
        """
        if self._listener:
            if self._transport.is_live():
                self._outbox.release()
            else:
                self._outbox.bound()
                if not self._settings["loadScript"]:
                    self._outbox.at_next_call(self.load)
                self._complain("Matomo's script is blocked", self._settings["serverUrl"])
            self._listener()


def fetching(start: Starter, source: Callable[[Settings], str]) -> ScriptMaker:
    """Return what makes scripts at ``source``, in whose place ``start`` may start a tracker."""
    return lambda settings, queue, transport, outbox, complain: Script(
        start, source, settings, queue, transport, outbox, complain
    )
