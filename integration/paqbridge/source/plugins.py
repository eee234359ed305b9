"""Plugins of the page's: ``register`` and ``deregister``, as analytics-next has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from paqbridge.calls.gate import is_meant
from paqbridge.calls.waiting import LIMIT
from paqbridge.host import later, warn
from paqbridge.native import call_member, each_named, is_dict, property_name, read_member, settled
from paqbridge.read.options import NAMES
from paqbridge.source.once import once

if TYPE_CHECKING:
    from paqbridge.source.owner import Owner
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Entry, Handed, Keep

PATIENCE = 3000
"""Milliseconds that calls wait for a plugin to load which may change them."""

LOADING = "loading"

READY = "ready"

GONE = "gone"


@final
class Plugins:
    """The plugins of one ``analytics``; ``go_on`` is called when calls need not wait any more."""

    def __init__(self, owner: Owner, go_on: Callable[[], object]) -> None:
        self._owner = owner
        self._go_on = go_on
        self._entries: list[Entry] = []

    def register(self, given: list[Untrusted], context: Untrusted, keep: Keep) -> None:
        """Take plugins; who waits for them is told when all have loaded, or have failed to."""
        plugins = [one for one in given if one is not None]
        waiting = len(plugins) + 1

        def count() -> None:
            nonlocal waiting
            waiting -= 1
            if waiting == 0:
                keep(lambda: context)

        for plugin in plugins:
            self.add(plugin, context, count)
        count()

    def add(self, plugin: Untrusted, context: Untrusted, done: Callable[[], object]) -> None:
        """Take a plugin, and load it; one that cannot be loaded is warned of and left out.

        ``done`` is called, once, when nobody waits for it to load any more.
        """
        name = read_member(plugin, "name")
        entry: Entry = {
            "plugin": plugin,
            # Without one it would be taken for the source, whose name is empty.
            "name": name if isinstance(name, str) and name else "unnamed",
            "type": read_member(plugin, "type"),
            "state": LOADING,
            "waiting": [],
        }
        self._entries.append(entry)
        tell_done = once(lambda _: done())

        def ready(_: Untrusted) -> None:
            if entry["state"] == LOADING:
                entry["state"] = READY
                for call in entry["waiting"]:
                    tell(entry, call)
                entry["waiting"] = []
                tell_done(None)
                self._go_on()

        def fail(error: Untrusted) -> None:
            entry["state"] = GONE
            warn("a plugin cannot be loaded", error)
            tell_done(None)
            self._go_on()

        def give_up() -> None:
            if entry["state"] == LOADING and entry["type"] != "destination":
                warn("a plugin takes too long to load", entry["name"])
                ready(None)

        load = read_member(plugin, "load")
        settled(lambda: call_member(load, plugin, [context, self._owner.current()]), ready, fail)
        later(give_up, PATIENCE)
        if entry["type"] == "destination":
            tell_done(None)

    def forget(self, name: Untrusted) -> None:
        """Forget the plugins of a name, and let them unload."""
        for entry in self._entries:
            if entry["name"] == name and entry["state"] != GONE:
                entry["state"] = GONE
                ask(entry, "unload", [None, self._owner.current()])

    def names(self) -> list[str]:
        """Return the folded names under which a call can speak of destinations."""
        own = [property_name(one["name"]) for one in self._entries]
        return ["all", *NAMES, *own]

    def is_empty(self) -> bool:
        """Tell whether there is none."""
        return len(self._entries) == 0

    def is_loading(self) -> bool:
        """Tell whether calls have to wait for one that may change them."""
        return any(one["state"] == LOADING and one["type"] in CHANGING for one in self._entries)

    def change(self, call: Handed, done: Callable[[], object]) -> None:
        """Lead a call through those that change it: first ``before``, then ``enrichment``."""
        chosen = [*self._of("before"), *self._of("enrichment")]

        def step(index: int) -> None:
            if index == len(chosen) or call.has_failed():
                done()
            else:
                enrich(chosen[index], call, lambda: step(index + 1))

        step(0)

    def destinations(self) -> list[Entry]:
        """Return the destinations of the page's own."""
        return self._of("destination")

    def after(self, call: Handed) -> None:
        """Let those that come last see a call."""
        for entry in self._of("after"):
            tell(entry, call)

    def _of(self, kind: str) -> list[Entry]:
        return [
            one
            for one in self._entries
            if one["type"] == kind
            and (one["state"] == READY or kind not in CHANGING)
            and one["state"] != GONE
        ]


CHANGING = ("before", "enrichment")


def enrich(entry: Entry, call: Handed, go_on: Callable[[], object]) -> None:
    """Let a plugin change a call. One that throws costs a call only if it is a ``before``."""
    method = read_member(entry["plugin"], method_of(call))

    def take(result: Untrusted) -> None:
        if is_dict(read_member(result, "event")):
            call.become(read_member(result, "event"))
        elif entry["type"] == "before":
            call.fail("a plugin has returned nothing")
        go_on()

    def fail(error: Untrusted) -> None:
        # One that has cancelled the call throws as well.
        if not call.has_failed():
            warn("a plugin threw", error)
        if entry["type"] == "before":
            call.fail(error)
        go_on()

    if callable(method):
        settled(lambda: call_member(method, entry["plugin"], [call.page_side()]), take, fail)
    else:
        go_on()


def tell(entry: Entry, call: Handed) -> None:
    """Let a plugin see a call; what it makes of it is its own."""
    if entry["state"] == LOADING:
        if len(entry["waiting"]) < LIMIT:
            entry["waiting"].append(call)
    elif entry["state"] == READY:
        ask(entry, method_of(call), [call.page_side()])


def ask(entry: Entry, name: str, given: list[Untrusted]) -> None:
    """Call a method of a plugin, if it has it; nobody waits for what comes of it."""
    method = read_member(entry["plugin"], name)
    if callable(method):
        settled(
            lambda: call_member(method, entry["plugin"], given),
            lambda _: None,
            lambda error: warn("a plugin threw", error),
        )


def is_meant_for(entry: Entry, call: Handed) -> bool:
    """Tell whether a call's integrations leave a destination of the page's on."""
    integrations = call.message()["integrations"]
    own: list[Untrusted] = []

    def look(value: Untrusted, name: str) -> None:
        if name == property_name(entry["name"]):
            own.append(value)

    each_named(integrations, look)
    return is_meant(own, [integrations], None)


def method_of(call: Handed) -> str:
    """Return the name of a plugin's method for a call."""
    kind = call.message()["type"]
    return kind if isinstance(kind, str) else ""
