"""The way of a call through what the page has put in between, in the order of the calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.calls.waiting import CROWDED, LIMIT, PATIENCE, UNLOADED
from paqbridge.host import later, warn
from paqbridge.native import copied
from paqbridge.source.chain import OWN
from paqbridge.source.context import Handing
from paqbridge.source.plugins import is_meant_for, tell

if TYPE_CHECKING:
    from paqbridge.source.chain import Chain
    from paqbridge.source.plugins import Plugins
    from paqbridge.types.source import Call, Entry, Handed, Message

STUCK = "calls wait for a middleware or a plugin of the page"


@final
class Pipeline:
    """Calls wait until it is opened, and behind one that middleware takes its time for.

    ``hand`` makes what the page's functions see of a call, ``deliver`` brings it to Matomo, with
    its message if that was handed out, ``conclude`` tells who waits for its end.
    """

    def __init__(
        self,
        chain: Chain,
        plugins: Plugins,
        hand: Callable[[Call], Handed],
        deliver: Callable[[Call, Message | None], object],
        conclude: Callable[[Call, Handed | None], object],
        lost: Callable[[Call, str], object],
    ) -> None:
        self._chain = chain
        self._plugins = plugins
        self._hand = hand
        self._deliver = deliver
        self._conclude = conclude
        self._lost = lost
        self._is_open = False
        self._is_busy = False
        self._is_looping = False
        self._queue: list[Call] = []
        self._first = 0
        # How often all that waited has passed.
        self._turn = 0

    def is_free(self) -> bool:
        """Tell whether a call goes straight to Matomo."""
        return self._is_open and not self._is_busy and not self.has_hooks()

    def has_hooks(self) -> bool:
        """Tell whether functions of the page see each call."""
        return not (self._chain.is_empty() and self._plugins.is_empty())

    def open(self) -> None:
        """Let calls pass from now on."""
        self._is_open = True
        self.go_on()

    def send(self, call: Call) -> None:
        """Take a call."""
        if self.is_free():
            self._deliver(call, None)
            self._conclude(call, None)
        elif len(self._queue) - self._first < LIMIT:
            turn = self._turn
            is_first = len(self._queue) == 0
            self._queue.append(call)
            self.go_on()
            if is_first and self._turn == turn:
                later(lambda: self._complain(turn), PATIENCE)
        else:
            handed = self._hand(call)
            handed.fail(CROWDED)
            self._lost(call, CROWDED)
            self._conclude(call, handed)

    def _complain(self, turn: int) -> None:
        """Say so where calls wait still, which may be for ever: for what a function of the page
        waits for, perhaps a call of its own."""
        if self._turn == turn:
            warn(STUCK if self._is_open else UNLOADED, self._queue)

    def go_on(self) -> None:
        """Let what waits pass, one after the other, as far as it can now."""
        if self._is_looping:
            return
        self._is_looping = True
        while self._may_lead():
            call = self._queue[self._first]
            self._first += 1
            self._is_busy = True
            self._lead(call)
        self._is_looping = False
        if self._first == len(self._queue):
            self._queue = []
            self._first = 0
            self._turn += 1

    def _may_lead(self) -> bool:
        is_waiting = self._first < len(self._queue)
        is_free = self._is_open and not self._is_busy and not self._plugins.is_loading()
        return is_waiting and is_free

    def _lead(self, call: Call) -> None:
        handed = self._hand(call)
        if call["type"] == "reset" or not self.has_hooks():
            self._deliver(call, None)
            self._end(call, handed)
            return

        def at_destinations(passed: Message | None) -> None:
            if passed is None:
                handed.fail("middleware has dropped it")
                self._end(call, handed)
            else:
                handed.become(passed)
                self._plugins.change(handed, lambda: self._arrive(call, handed))

        self._chain.run("", handed.message(), at_destinations)

    def _arrive(self, call: Call, handed: Handed) -> None:
        """Bring a call that has come through to all destinations, each with a copy of its own."""
        if handed.has_failed():
            self._end(call, handed)
            return
        for entry in self._plugins.destinations():
            if is_meant_for(entry, handed):
                self._tell(entry, handed)

        def at_matomo(passed: Message | None) -> None:
            if passed is None:
                handed.fail("middleware has dropped it")
            else:
                self._deliver(call, passed)
            self._plugins.after(handed)
            self._end(call, handed)

        self._chain.run(OWN, copied_message(handed), at_matomo)

    def _tell(self, entry: Entry, handed: Handed) -> None:
        def pass_on(passed: Message | None) -> None:
            if passed is not None:
                tell(entry, Handing(lambda: passed))

        self._chain.run(entry["name"], copied_message(handed), pass_on)

    def _end(self, call: Call, handed: Handed) -> None:
        if handed.has_failed():
            self._lost(call, "a function of the page has dropped it")
        self._conclude(call, handed)
        self._is_busy = False
        self.go_on()


def copied_message(handed: Handed) -> Message:
    """Return a copy of a call's message, for one destination alone."""
    message: Message = copied(handed.message())  # type: ignore[assignment]
    return message
