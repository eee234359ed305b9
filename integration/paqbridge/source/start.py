"""The start of a whole ``analytics``: settings, options and what they switch on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, final

from paqbridge.host import address, later, on_route, warn
from paqbridge.native import any_text, is_list, keys, read
from paqbridge.read.facade import entries
from paqbridge.source.deciding import decide, has_deciders
from paqbridge.source.documented import wanted_document, with_document
from paqbridge.source.html_events import start_html_events
from paqbridge.source.load_forms import general_in, general_of, options_in, settings_in
from paqbridge.source.query_string import query_calls
from paqbridge.source.readiness import Readiness
from paqbridge.source.settings_document import LIMIT, fetch_document

if TYPE_CHECKING:
    from paqbridge.source.listeners import Listeners
    from paqbridge.source.owner import Owner
    from paqbridge.source.person import Person
    from paqbridge.source.pipeline import Pipeline
    from paqbridge.types.calls import HostGate, Starting
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Settings


@final
class Start:
    """``load``, and what is known by it. ``people`` are user and group."""

    def __init__(
        self,
        kit: Kit,
        destination: Destination,
        gate: HostGate,
        receiver: Starting,
        people: list[Person],
        pipeline: Pipeline,
        listeners: Listeners,
        owner: Owner,
    ) -> None:
        self._kit = kit
        self._destination = destination
        self._gate = gate
        self._receiver = receiver
        self._people = people
        self._pipeline = pipeline
        self._listeners = listeners
        self._owner = owner
        self._readiness = Readiness()
        self._general: dict[str, Untrusted] = {}
        self._is_loaded = False
        # A dimension is to have something that browser or campaign say: who knows before the start?
        self._shows_context = True
        # Where the page was when it was loaded, and at its latest route.
        self._landed, self._address = "", ""
        self._follows_routes = False

    def readiness(self) -> Readiness:
        """Return who waits for the tracker."""
        return self._readiness

    def is_loaded(self) -> bool:
        """Tell whether ``load`` has been called."""
        return self._is_loaded

    def general(self) -> dict[str, Untrusted]:
        """Return which integrations the options switch on or off."""
        return self._general

    def shows_context(self) -> bool:
        """Tell whether a dimension is to have a part of a call's context."""
        return self._shows_context

    def load(self, first: Untrusted, second: Untrusted) -> None:
        """Start the destination, once, and let pass what has waited; it settles in any case."""
        if self._is_loaded:
            warn("load: it has been loaded already", first)
            return
        self._is_loaded = True
        self._landed = address() or ""
        self._address = self._landed
        plugins = read(first, "plugins")
        if is_list(plugins):
            self._owner.call("register", plugins)
        options = options_in(first, second)
        settings = settings_in(first, second)
        self._watch_routes(settings, options)
        self._general = general_of(options)
        general = general_in(first, second)
        asks = has_deciders(options)
        is_on = asks or self._admit(settings, options, general)
        said_key = first if isinstance(first, str) else read(first, "writeKey")
        key = said_key or read(self._owner.current(), "_writeKey")
        # In analytics-next's place for a document that the page has already: its own word.
        given = read(first, "cdnSettings")
        wanted = self._landed if given else wanted_document(settings, key)
        url = wanted if is_on else None

        def begin(document: Untrusted, said: Untrusted, may_start: bool) -> None:
            merged = with_document(settings, document, url, self._kit["rows"]) if url else settings
            self._begin(merged, said, may_start)

        def decided(document: Untrusted, is_off: bool) -> None:
            said = {**entries(options), "disable": is_off}
            begin(document, said, self._admit(settings, said, general))

        def go_on(document: Untrusted) -> None:
            if asks:
                decide(options, settings, document, decided)
            else:
                begin(document, options, is_on)

        if url is None or given:
            go_on(given)
        else:
            fetch_document(url, LIMIT, go_on)

    def _admit(self, settings: Untrusted, options: Untrusted, general: Untrusted) -> bool:
        """Let user and group follow the options; tell whether these let anything start."""
        keeps_traits = says(settings, options, "persistTraits")
        for person in self._people:
            person.configure(options, keeps_traits)
        return self._gate.open(general) and read(options, "disable") is not True

    def _begin(self, settings: Untrusted, options: Untrusted, is_on: bool) -> None:
        def settle() -> None:
            self._readiness.settle()
            self._listeners.tell("ready", [])

        if is_on:
            self._receiver.start(settings, settle, self._destination["load"])
            self._receiver.remember(self._people[0].remembered())
            self._shows_context = shows_context(self._destination["settings"])
        else:
            settle()
        limits = read(options, "useQueryString")
        if limits is not False and says(settings, options, "queryString"):
            for asked in query_calls(self._landed, limits):
                self._owner.call(cast("str", asked[0]), asked[1:])
        if says(settings, options, "htmlEvents"):
            start_html_events(self._owner)
        self._watch_routes(settings, options)
        if read(options, "initialPageview") is True:
            # Behind the calls of a stub, which are made as soon as this is done.
            later(lambda: self._owner.call("page", []), 0)
        self._listeners.tell("initialize", [settings, options])
        self._pipeline.open()

    def _watch_routes(self, settings: Untrusted, options: Untrusted) -> None:
        """Call ``page`` at each change of the address from now on, where that is asked for; at once
        if there was one while the settings document, which asks for it, was fetched."""
        if not self._follows_routes and says(settings, options, "autoPages"):
            self._follows_routes = True
            on_route(self._follow_route)
            self._follow_route()

    def _follow_route(self) -> None:
        """Call ``page`` where the address is another."""
        now = address() or ""
        if now != self._address:
            self._address = now
            self._owner.call("page", [])


def shows_context(settings: Settings) -> bool:
    """Tell whether a dimension is to have a part of a call's context."""
    dimensions = read(settings, "dimensions")
    return any(path.startswith("context.") for path in keys(dimensions))


def says(settings: Untrusted, options: Untrusted, name: str) -> bool:
    """Tell whether settings or options switch something on; a script element says so in text."""
    return is_yes(read(settings, name)) or is_yes(read(options, name))


def is_yes(value: Untrusted) -> bool:
    """Tell whether a value is true, also as a text."""
    return (any_text(value, 6) or "").lower() == "true"
