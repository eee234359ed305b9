"""Addresses and titles of calls that a host announces as they are made, and hands over later.

By then the next route may be there, and the URL that the host says may be without its hash, or the
canonical one of then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, final

from paqbridge.host import canonical_link, page_facts, route
from paqbridge.native import call_member, create_notes, guard, guarded, read_member

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


@final
class Announced:
    """The calls of one host.

    ``event`` is what the host calls the announcement, ``owner_of`` returns what of it the call is
    known by when it is handed over: an object that the host makes for each call.
    """

    def __init__(self, event: str, owner_of: Callable[[Untrusted], Untrusted]) -> None:
        self._event = event
        self._owner_of = owner_of
        self._notes = create_notes()

    def hear(self, host: Untrusted) -> None:
        """Hear of calls, ahead of all plugins; from a host that tells of none there are none."""
        guard(lambda: self._hear(host))

    def _hear(self, host: Untrusted) -> None:
        on: Any = read_member(host, "on")
        if callable(on):
            call_member(on, host, [self._event, guarded(self._note)])

    def _note(self, given: Untrusted) -> None:
        now = page_facts()
        url = now["url"]
        moment = {"u": url, "t": now["title"], "links": canonical_link(), "route": route(url)}
        self._notes["note"](self._owner_of(given), moment)

    def moment(self, owner: Untrusted) -> Untrusted:
        """Return the facts of a call's moment, as snippets note them (``calls/message.py``), and
        the canonical link of then.
        """
        return self._notes["of"](owner)
