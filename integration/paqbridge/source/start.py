"""The start of a whole ``analytics``: settings, options and what they switch on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast, final

from paqbridge.host import address, later, on_route, warn
from paqbridge.native import any_text, guarded, keys, read
from paqbridge.source.callbacks import Readiness
from paqbridge.source.documented import wanted_document, with_document
from paqbridge.source.html_events import start_html_events
from paqbridge.source.load_forms import general_in, general_of, options_in, settings_in
from paqbridge.source.query_string import query_calls
from paqbridge.source.settings_document import LIMIT, fetch_document

if TYPE_CHECKING:
    from paqbridge.source.listeners import Listeners
    from paqbridge.source.person import Person
    from paqbridge.source.pipeline import Pipeline
    from paqbridge.types.calls import HostGate, Starting
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.settings import Settings
    from paqbridge.types.source import Keep


@final
class Start:
    """``load``, and what is known by it. ``call`` makes a call, as a page does; ``people`` are user
    and group."""

    def __init__(
        self,
        kit: Kit,
        destination: Destination,
        gate: HostGate,
        receiver: Starting,
        people: list[Person],
        pipeline: Pipeline,
        listeners: Listeners,
        call: Callable[[str, list[Untrusted], Keep], object],
        track_held: Guarded,
    ) -> None:
        self._kit = kit
        self._destination = destination
        self._gate = gate
        self._receiver = receiver
        self._people = people
        self._pipeline = pipeline
        self._listeners = listeners
        self._call = call
        self._track_held = track_held
        self._readiness = Readiness()
        self._general: dict[str, Untrusted] = {}
        self._is_loaded = False
        # A dimension is to have something that browser or campaign say.
        self._shows_context = False
        self._address = address()

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
        options = options_in(first, second)
        settings = settings_in(first, second)
        self._general = general_of(options)
        keeps_traits = says(settings, options, "persistTraits")
        for person in self._people:
            person.configure(options, keeps_traits)
        is_on = self._gate.open(general_in(first, second))
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
            self._receiver.remember(self._people[0].remembered())
            self._shows_context = shows_context(self._destination["settings"])
        else:
            settle()
        if says(settings, options, "queryString"):
            for asked in query_calls(read(options, "useQueryString")):
                self._make(cast("str", asked[0]), asked[1:])
        if says(settings, options, "htmlEvents"):
            start_html_events(guarded(self._track_held))
        if says(settings, options, "autoPages"):
            on_route(self._follow_route)
        if read(options, "initialPageview") is True:
            # Behind the calls of a stub, which are made as soon as this is done.
            later(lambda: self._make("page", []), 0)
        self._listeners.tell("initialize", [settings, options])
        self._pipeline.open()

    def _make(self, name: str, given: list[Untrusted]) -> None:
        """Make a call that settings or the page's URL ask for."""
        if name == "setAnonymousId":
            self._people[0].anonymous_id(given[0])
        else:
            self._call(name, [*given, None, None, None, None], lambda _: None)

    def _follow_route(self) -> None:
        """Call ``page`` where the address is another."""
        now = address()
        if now != self._address:
            self._address = now
            self._make("page", [])


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
