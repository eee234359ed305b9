"""The whole of ``window.analytics``; where Segment's libraries differ, as analytics-next does."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.calls.message import amend
from paqbridge.calls.receiver import Receiver
from paqbridge.host import noted_moment
from paqbridge.native import break_with, copied, number, read
from paqbridge.source.arguments import take_callback, take_moment
from paqbridge.source.callbacks import CALLBACK_DELAY
from paqbridge.source.chain import Chain, destination_name
from paqbridge.source.context import Handing
from paqbridge.source.full_messages import handed_message, light_message
from paqbridge.source.listeners import Listeners
from paqbridge.source.overloads import (
    alias_arguments,
    identity_arguments,
    is_name,
    page_arguments,
    track_arguments,
)
from paqbridge.source.passing import changed_options, heard_of
from paqbridge.source.person import Person
from paqbridge.source.pipeline import Pipeline
from paqbridge.source.plugins import Plugins
from paqbridge.source.promises import keep_nothing
from paqbridge.source.readiness import call_after
from paqbridge.source.start import Start
from paqbridge.storage.allowed import shut

if TYPE_CHECKING:
    from paqbridge.source.owner import Owner
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.event import FullEvent, Kind
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.source import Arguments, Call, Handed, Keep, Message, WholeKit


@final
class Source:
    """What the methods of one ``analytics`` do."""

    def __init__(self, source: WholeKit, kit: Kit, owner: Owner) -> None:
        # Nothing is stored before it is known that something may be.
        shut(True)
        self._destination: Destination = kit["destination"]()
        self._gate = source["gate"]()
        self._receiver = Receiver(kit, self._destination, self._gate.judge)
        self._user = Person("user")
        self._group = Person("group")
        self._listeners = Listeners(owner)
        self._chain = Chain()
        self._plugins = Plugins(owner, lambda: self._pipeline.go_on())
        self._pipeline = Pipeline(
            self._chain,
            self._plugins,
            self._hand,
            self._deliver,
            self._conclude,
            lambda call, why: kit["lost"](call["event"], why),
        )
        self._timeout: float = CALLBACK_DELAY
        self._start = Start(
            kit,
            self._destination,
            self._gate,
            self._receiver,
            [self._user, self._group],
            self._pipeline,
            self._listeners,
            owner,
        )

    def destination(self) -> Destination:
        """Return the destination."""
        return self._destination

    def user(self) -> Person:
        """Return who the visitor is."""
        return self._user

    def group(self) -> Person:
        """Return the visitor's group."""
        return self._group

    def listeners(self) -> Listeners:
        """Return who listens."""
        return self._listeners

    def call(self, kind: str, given: list[Untrusted], done: Keep) -> None:
        """Take a call with Segment's overloads; ``done`` is told its context in the end."""
        moment = take_moment(given)
        callback = take_callback(given)
        sorted_out = self._sorted_out(kind, given)
        if kind == "track" and not is_name(sorted_out["event"]):
            done(lambda: break_with("Event missing"))
            done = keep_nothing
        anonymous = read(sorted_out["options"], "anonymousId")
        if anonymous is not None:
            self._user.anonymous_id(anonymous)
        known = self._user.current()
        user_id: Untrusted = sorted_out["id"] if kind == "alias" else known
        if kind == "page" or kind == "screen" or kind == "track":
            user_id = user_id or False
        is_free = self._pipeline.is_free()
        if moment is None and not is_free:
            moment = noted_moment()
        message = light_message(kind, sorted_out, user_id, moment, self._start.shows_context())
        event_kind = "page" if kind == "screen" else cast("Kind", kind)
        self._send(event_kind, kind, is_free, message, callback, done, known)

    def _sorted_out(self, kind: str, given: list[Untrusted]) -> Arguments:
        """Sort out arguments, and let user or group take what the call says of them."""
        if kind == "track":
            return track_arguments(given)
        if kind == "alias":
            return alias_arguments(given)
        if kind != "identify" and kind != "group":
            return page_arguments(given)
        found = identity_arguments(given)
        person = self._user if kind == "identify" else self._group
        person.identify(cast("str | None", found["id"]), found["traits"])
        found["traits"] = person.known_traits()
        if kind == "group":
            found["groupId"] = person.id()
        return found

    def _send(
        self,
        kind: Kind,
        name: str,
        is_free: bool,
        message: Message,
        callback: Untrusted,
        done: Keep,
        known: str | None,
    ) -> None:
        """Make a call of a message; ``is_free`` tells that it need not wait for anything."""
        # Dates stay dates: the page's functions ask them.
        kept = message if is_free else copied(message)
        is_seen = not is_free and name != "reset" and self._pipeline.has_hooks()
        call: Call = {
            "type": name,
            "kind": kind,
            "message": cast("Message", kept),
            "user": known,
            # Whoever looks at a call that waits sees who it was then.
            "anonymous": self._user.anonymous_id() if is_seen else None,
            "callback": callback,
            "event": self._receiver.event(kind, kept),
            "done": done,
            "is_early": not self._start.is_loaded(),
        }
        if call["is_early"]:
            # Nobody knows whether ``load`` will come: a stub's calls make nobody wait either.
            done(lambda: self._hand(call).page_side())
        if self._listeners.has("dispatch_start") or self._listeners.has("invoke"):
            handed = self._hand(call)
            self._listeners.tell("dispatch_start", [handed.page_side()])
            self._listeners.tell("invoke", [handed.message()])
        self._pipeline.send(call)

    def reset(self) -> None:
        """Forget the visitor and the group, and let Matomo forget them."""
        known: Message = {"userId": self._user.id()}
        self._user.reset()
        self._group.reset()
        is_free = self._pipeline.is_free()
        self._send("reset", "reset", is_free, known, None, keep_nothing, None)
        self._listeners.tell("reset", [])

    def _hand(self, call: Call) -> Handed:
        def make() -> Message:
            anonymous = call["anonymous"] or self._user.anonymous_id()
            general = self._start.general()
            return handed_message(call, anonymous, call["user"], general, self._plugins.names())

        return Handing(make)

    def _deliver(self, call: Call, passed: Message | None) -> None:
        """Bring a call to Matomo; ``passed`` is what functions of the page have made of it."""
        event = cast("FullEvent", call["event"])
        message = call["message"]
        if passed is not None:
            user_id = read(passed, "userId")
            said = read(message["options"], "userId")
            if said is not None and user_id == said:
                # Only the page's functions change whom Matomo is told of.
                user_id = message["userId"]
            is_telling = call["kind"] == "page" or call["kind"] == "track"
            changed = {
                "userId": user_id or False if is_telling else user_id,
                "options": changed_options(message["options"], passed, self._start.general()),
            }
            message = {**passed, **changed}
            amend(event, message)
            # Middleware of consent tools stamps calls.
            event["answer"] = self._destination["consent"].number(event)
        self._receiver.take(event, message)

    def _conclude(self, call: Call, handed: Handed | None) -> None:
        """Tell who waits for the end of a call; what it was is shown only to who looks."""
        kind = call["type"]
        if kind != "reset" and self._listeners.has(kind):
            handed = handed or self._hand(call)
            heard = heard_of(kind, handed.message(), call["message"]["options"])
            self._listeners.tell(kind, heard)
        if call["callback"] is not None:
            handed = handed or self._hand(call)
            side = handed.page_side()
            call_after(cast("Guarded", call["callback"]), side, self._timeout)
        if not call["is_early"]:
            call["done"](lambda: (handed or self._hand(call)).page_side())

    def start(self) -> Start:
        """Return what is known of the start."""
        return self._start

    def add_source_middleware(self, functions: list[Untrusted]) -> None:
        """Let functions of the page see each call first."""
        self._chain.add("", functions, False)

    def add_destination_middleware(self, name: Untrusted, functions: list[Untrusted]) -> None:
        """Let functions of the page see what one destination gets."""
        self._chain.add(destination_name(name), functions, False)

    def add_integration_middleware(self, functions: list[Untrusted]) -> None:
        """Do the same for every destination, in the form of Segment's older library."""
        self._chain.add("*", functions, True)

    def register(self, given: list[Untrusted], keep: Keep) -> None:
        """Take plugins."""
        self._plugins.register(given, Handing(lambda: {}).page_side(), keep)

    def deregister(self, names: list[Untrusted]) -> None:
        """Forget plugins by name."""
        for name in names:
            if name is not None:
                self._plugins.forget(name)

    def timeout(self, milliseconds: Untrusted) -> None:
        """Set how long callbacks wait; null is what it was at first."""
        given = number(milliseconds)
        self._timeout = CALLBACK_DELAY if given is None else given
