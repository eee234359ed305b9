"""The whole of ``window.analytics``: users, groups, calls, events, middleware and plugins.

It does what Segment's libraries do, with Matomo as the destination; where the two differ, as
analytics-next, unless that loses a call or tells somebody what they should not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.calls.message import amend
from paqbridge.calls.receiver import Receiver
from paqbridge.host import address, later, noted_moment, on_route, run_as, warn
from paqbridge.native import each, guarded, is_dict, keys, number, or_null, read
from paqbridge.read.facade import entries
from paqbridge.source.arguments import take_callback, take_moment
from paqbridge.source.callbacks import CALLBACK_DELAY, Readiness
from paqbridge.source.chain import OWN, Chain, destination_name
from paqbridge.source.context import Handing
from paqbridge.source.documented import wanted_document, with_document
from paqbridge.source.full_messages import handed_message, light_message
from paqbridge.source.html_events import start_html_events
from paqbridge.source.listeners import Listeners
from paqbridge.source.load_forms import general_of, options_in, settings_in
from paqbridge.source.overloads import (
    alias_arguments,
    identity_arguments,
    page_arguments,
    track_arguments,
)
from paqbridge.source.person import Person
from paqbridge.source.pipeline import Pipeline
from paqbridge.source.plugins import Plugins
from paqbridge.source.query_string import query_calls
from paqbridge.source.settings_document import LIMIT, fetch_document
from paqbridge.storage.allowed import shut

if TYPE_CHECKING:
    from paqbridge.source.owner import Owner
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.event import FullEvent, Kind
    from paqbridge.types.page import Action, Guarded, Untrusted
    from paqbridge.types.settings import Settings
    from paqbridge.types.source import Arguments, Call, Handed, Keep, Message, WholeKit


@final
class Source:
    """What the methods of one ``analytics`` do."""

    def __init__(self, source: WholeKit, kit: Kit, owner: Owner) -> None:
        # Nothing is stored before it is known that something may be.
        shut(True)
        self._kit = kit
        self._destination: Destination = kit["destination"]()
        self._gate = source["gate"]()
        self._receiver = Receiver(kit, self._destination, self._gate.judge)
        self._user = Person("user")
        self._group = Person("group")
        self._listeners = Listeners(owner)
        self._chain = Chain()
        self._plugins = Plugins(owner, self._go_on)
        self._pipeline = Pipeline(
            self._chain, self._plugins, self._hand, self._deliver, self._conclude, self._lose
        )
        self._readiness = Readiness()
        self._timeout: float = CALLBACK_DELAY
        self._general: dict[str, Untrusted] = {}
        self._is_loaded = False
        # A dimension is to have something that browser or campaign say.
        self._shows_context = False
        self._address = address()

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

    def readiness(self) -> Readiness:
        """Return who waits for the tracker."""
        return self._readiness

    def is_loaded(self) -> bool:
        """Tell whether ``load`` has been called."""
        return self._is_loaded

    # Calls.

    def call(self, kind: str, given: list[Untrusted], done: Keep) -> None:
        """Take a call with Segment's overloads; ``done`` is told its context in the end."""
        moment = take_moment(given)
        callback = take_callback(given)
        sorted_out = self._sorted_out(kind, given)
        anonymous = read(sorted_out["options"], "anonymousId")
        if anonymous is not None:
            self._user.anonymous_id(anonymous)
        user_id: Untrusted = self._user.current()
        if kind == "page" or kind == "screen" or kind == "track":
            user_id = user_id or False
        if kind == "alias":
            user_id = sorted_out["id"]
        if moment is None and not self._pipeline.is_free():
            moment = noted_moment()
        message = light_message(sorted_out, user_id, moment, self._shows_context)
        self._send(
            "page" if kind == "screen" else cast("Kind", kind), kind, message, callback, done
        )

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
        message: Message,
        callback: Untrusted,
        done: Keep,
    ) -> None:
        kept = message if self._pipeline.is_free() else self._receiver.kept(message)
        # A reset makes no id anew.
        is_seen = name != "reset" and self._pipeline.has_hooks()
        call: Call = {
            "type": name,
            "kind": kind,
            "message": cast("Message", kept),
            "user": self._user.current(),
            # Whoever looks at a call that waits sees who it was then.
            "anonymous": self._user.anonymous_id() if is_seen else None,
            "callback": callback,
            "event": self._receiver.event(kind, kept),
            "done": done,
        }
        if self._listeners.has("dispatch_start") or self._listeners.has("invoke"):
            handed = self._hand(call)
            self._listeners.tell("dispatch_start", [handed.page_side()])
            self._listeners.tell("invoke", [handed.message()])
        self._pipeline.send(call)

    def track_held(
        self, event: Untrusted, properties: Untrusted, options: Untrusted, done: Action
    ) -> None:
        """Track what a navigation waits for: ``done`` is called after the time of callbacks.

        Nobody tells when Matomo's tracker has sent something.
        """
        given = [event, properties, options, None, None, None]
        self.call("track", given, lambda _: later(done, self._timeout))

    def reset(self) -> None:
        """Forget the visitor and the group, and let Matomo forget them."""
        known: Message = {"userId": self._user.id()}
        self._user.reset()
        self._group.reset()
        self._send("reset", "reset", known, None, lambda _: None)
        self._listeners.tell("reset", [])

    def _hand(self, call: Call) -> Handed:
        def make() -> Message:
            anonymous = call["anonymous"] or self._user.anonymous_id()
            return handed_message(call, anonymous, call["user"], self._general)

        return Handing(make)

    def _deliver(self, call: Call, passed: Message | None) -> None:
        """Bring a call to Matomo; ``passed`` is what functions of the page have made of it."""
        event = cast("FullEvent", call["event"])
        message = call["message"]
        if passed is not None:
            user_id = read(passed, "userId")
            is_telling = call["kind"] == "page" or call["kind"] == "track"
            changed = {
                "userId": user_id or False if is_telling else user_id,
                "options": self._changed_options(message["options"], passed),
            }
            message = {**passed, **changed}
            amend(event, message)
            if event["answer"] < 0:
                # Middleware of consent tools stamps calls.
                event["answer"] = self._destination["consent"].number(event)
        self._receiver.take(event, message)

    def _changed_options(self, options: Untrusted, passed: Message) -> Untrusted:
        """Return a call's options, with what its functions have switched on or off."""
        general = self._general
        own = entries(read(options, "integrations"))

        def take(value: Untrusted, name: str) -> None:
            if value != general.get(name):
                own[name] = value

        each(passed["integrations"], take)
        return {**entries(options), "integrations": own, "context": passed["context"]}

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
            later(lambda: run_as(cast("Guarded", call["callback"]), None, [side]), self._timeout)
        call["done"](lambda: (handed or self._hand(call)).page_side())

    def _lose(self, call: Call, why: str) -> None:
        if call["event"] is not None:
            self._kit["lost"](call["event"], why)

    def _go_on(self) -> None:
        self._pipeline.go_on()

    # The start.

    def load(self, first: Untrusted, second: Untrusted) -> None:
        """Start the destination, once, and let pass what has waited; it settles in any case."""
        if self._is_loaded:
            warn("load: it has been loaded already", first)
            return
        self._is_loaded = True
        options = options_in(first, second)
        settings = settings_in(first, second)
        self._general = general_of(options)
        keeps_traits = says(settings, options, "persistTraits")
        self._user.configure(options, keeps_traits)
        self._group.configure(options, keeps_traits)
        is_on = self._gate.open(second if is_dict(second) else first)
        if not is_on or read(options, "disable") is True:
            self._begin(settings, options, False)
            return
        url = wanted_document(settings, first if isinstance(first, str) else None)
        if url is None:
            self._begin(settings, options, True)
        else:
            self._begin_with(url, settings, options)

    def _begin_with(self, url: str, settings: Untrusted, options: Untrusted) -> None:
        """Begin when the settings document is there, or counts as missing."""

        def begin(document: Untrusted) -> None:
            merged = with_document(settings, document, url, self._kit["rows"])
            self._begin(merged, options, True)

        fetch_document(url, LIMIT, begin)

    def _begin(self, settings: Untrusted, options: Untrusted, is_on: bool) -> None:
        def settle() -> None:
            self._readiness.settle()
            self._listeners.tell("ready", [])

        if is_on:
            self._receiver.start(settings, settle, self._destination["load"])
            self._receiver.remember(self._user.remembered())
            self._shows_context = shows_context(self._destination["settings"])
        else:
            settle()
        if says(settings, options, "queryString"):
            for asked in query_calls(read(options, "useQueryString")):
                self._make(cast("str", asked[0]), asked[1:])
        if says(settings, options, "htmlEvents"):
            start_html_events(guarded(self.track_held))
        if says(settings, options, "autoPages"):
            on_route(self._follow_route)
        if read(options, "initialPageview") is True:
            self.call("page", [None, None, None, None, None, None], lambda _: None)
        self._pipeline.open()
        self._listeners.tell("initialize", [settings, options])

    def _make(self, name: str, given: list[Untrusted]) -> None:
        """Make a call that the page's URL asks for."""
        if name == "setAnonymousId":
            self._user.anonymous_id(given[0])
        else:
            self.call(name, [*given, None, None, None, None], lambda _: None)

    def _follow_route(self) -> None:
        """Call ``page`` where the address is another."""
        now = address()
        if now != self._address:
            self._address = now
            self.call("page", [None, None, None, None, None, None], lambda _: None)

    # What the page puts in between.

    def add_source_middleware(self, functions: list[Untrusted]) -> None:
        """Let functions of the page see each call first."""
        self._chain.add("", functions, False)

    def add_destination_middleware(self, name: Untrusted, functions: list[Untrusted]) -> None:
        """Let functions of the page see what one destination gets."""
        self._chain.add(destination_name(name), functions, False)

    def add_integration_middleware(self, functions: list[Untrusted]) -> None:
        """Do the same in the form of Segment's older library."""
        self._chain.add(OWN, functions, True)

    def register(self, plugins: list[Untrusted]) -> None:
        """Take plugins."""
        for plugin in plugins:
            if plugin is not None:
                self._plugins.add(plugin, Handing(lambda: {}).page_side())

    def deregister(self, names: list[Untrusted]) -> None:
        """Forget plugins by name."""
        for name in names:
            if name is not None:
                self._plugins.forget(name)

    def timeout(self, milliseconds: Untrusted) -> None:
        """Set how long callbacks wait; null is what it was at first."""
        given = number(milliseconds)
        self._timeout = CALLBACK_DELAY if given is None else given


def shows_context(settings: Settings) -> bool:
    """Tell whether a dimension is to have a part of a call's context."""
    dimensions = read(settings, "dimensions")
    return any(path.startswith("context.") for path in keys(dimensions))


def says(settings: Untrusted, options: Untrusted, name: str) -> bool:
    """Tell whether settings or options switch something on."""
    return read(settings, name) is True or read(options, name) is True


def heard_of(kind: str, message: Message, options: Untrusted) -> list[Untrusted]:
    """Return what listeners hear of a call."""
    if kind == "track":
        return [message["event"], message["properties"], options]
    if kind == "alias":
        return [message["userId"], message["previousId"], options]
    if kind == "identify" or kind == "group":
        place = "userId" if kind == "identify" else "groupId"
        return [message[place], message["traits"], options]
    category, name = or_null(message.get("category")), or_null(message.get("name"))
    return [category, name, message["properties"], options]
