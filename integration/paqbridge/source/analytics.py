"""The lean standalone ``analytics``: Segment's calls, with Matomo as their only destination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.receiver import Receiver
from paqbridge.calls.waiting import Waiting
from paqbridge.flags import VERSION
from paqbridge.native import adopt, answered, guarded, kept_promise
from paqbridge.source.arguments import settings_in
from paqbridge.source.callbacks import CALLBACK_DELAY, Readiness, run_later

if TYPE_CHECKING:
    from paqbridge.types.destination import Kit
    from paqbridge.types.event import Kind
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.source import Analytics, SourceKit


LACKING = (
    "init timeout debug use add addIntegration addIntegrationMiddleware addDestinationMiddleware "
    "addSourceMiddleware setAnonymousId register deregister off once on emit trackLink "
    "trackSubmit trackClick trackForm alias screen group pageview normalize noConflict "
    "consent.remember consent.withdraw consent.give consent.set"
)
"""What only a full build has: methods, and what a snippet's stub calls them."""

UNKNOWN = "id traits properties anonymousId logout"
"""What a user or group is asked, and only a full build knows."""


def create_analytics(source: SourceKit, kit: Kit) -> Analytics:
    """Return the methods of ``analytics``; each takes what Segment's takes and never throws."""
    destination = kit["destination"]()
    gate = source["gate"]()
    receiver = Receiver(kit, destination, gate.judge)
    waiting = Waiting(receiver, kit["lost"])
    user = source["user"]()
    readiness = Readiness()
    is_loaded = False

    def lacking(name: str) -> Guarded:
        """Return a method that says, once, that it is not there.

        Its empty text is no id, and whatever trait it is asked for is undefined.
        """

        def tell() -> str:
            destination["complain"](name + ": in full builds", None)
            return ""

        return tell

    def method(kind: Kind) -> Guarded:
        """Return the method for calls of a kind; its arguments are Segment's overloads, and
        last, of a call that a stub has kept, what the stub has noted with it."""

        def call(
            a: Untrusted, b: Untrusted, c: Untrusted, d: Untrusted, e: Untrusted, f: Untrusted
        ) -> None:
            given = [a, b, c, d, e, f]
            message = source["message"](kind, given, user)
            waiting.accept(kind, message)
            run_later(message["callback"], CALLBACK_DELAY)

        return call

    def reset() -> None:
        user.reset()
        waiting.accept("reset", None)

    def load(first: Untrusted, second: Untrusted) -> None:
        """Start the destination, once, and deliver what has waited; it settles in any case."""
        nonlocal is_loaded
        if not is_loaded:
            is_loaded = True
            if gate.open(second):
                settings = settings_in(first, second)
                receiver.start(settings, readiness.settle, destination["load"])
                receiver.remember(user.remembered())
            else:
                readiness.settle()
            waiting.end()

    answer = kept_promise()
    person: dict[str, Guarded] = {}
    analytics: Analytics = {"VERSION": VERSION, "user": lambda: person}

    def expose(call: Guarded, name: str) -> None:
        analytics[name] = answered(guarded(call), answer)

    expose(load, "load")
    expose(load, "initialize")
    expose(reset, "reset")
    expose(readiness.ready, "ready")
    for kind in kit["methods"]:
        expose(method(kind), kind)
    for name in LACKING.split(" "):
        expose(lacking(name), name)
    for name in UNKNOWN.split(" "):
        person[name] = lacking("." + name)
    # What calls answer with can be waited for, has the methods as well, and is a group of which
    # nothing is known.
    adopt(answer, {**person, **analytics})
    person["id"] = user.id
    person["reset"] = user.reset
    kit["add"](analytics, lambda: destination)
    return analytics
