"""The standalone ``analytics``: Segment's calls, with Matomo as their only destination."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import create_destination
from paqbridge.deliver.whereabouts import CROWDED
from paqbridge.flags import FULL, NOTES, VERSION
from paqbridge.host import attempt, later, page_facts, shut_storage, warn
from paqbridge.native import each, guarded, promising, read
from paqbridge.read.enablement import enabled
from paqbridge.read.event import event_of
from paqbridge.read.options import add_own_values, own_values
from paqbridge.source.arguments import describe, options_of, settings_in, take_callback
from paqbridge.source.consent import consent_methods
from paqbridge.source.integrations import own_places, planned_places, why_off
from paqbridge.source.user import create_user

if TYPE_CHECKING:
    from paqbridge.types import Event, Mapping, Row

CALLBACK_DELAY = 300
"""Milliseconds until a callback runs: Segment's time for requests to leave before a navigation."""

PENDING_LIMIT = 10000
"""Calls that are kept before ``load``; the newest are dropped."""


def create_analytics(mapping: Mapping, rows: list[Row], words: Any, journal: Any = None) -> Any:
    """Return the methods of ``analytics``; each takes what Segment's takes and never throws.

    With a ``journal`` there is ``explain``, which returns it.
    """
    destination = create_destination(mapping, rows, words, journal)
    user: Any = create_user()
    # Calls before ``load``, each with its options; callbacks before the destination is ready.
    pending: list[Any] = []
    waiting: list[Any] = []
    # What ``initialize`` was given besides settings: integrations, and a tracking plan.
    started: Any = None
    is_loaded = False
    is_ready = False
    landing: Any = page_facts() if FULL else None
    if FULL:
        # Nobody knows yet whether anything may be stored.
        shut_storage(True)

    def deliver(event: Event, options: Any) -> None:
        """Hand a call to the destination, unless its options or the tracking plan say no."""
        places = own_places(options)
        if started is not None:
            places = [*places, *planned_places(started, event)]
        # Without places there are no options at all, and nothing to look for.
        if len(places) > 0:
            context = read(options, "context")
            own = event["options"]
            add_own_values(places, own)
            if not enabled(own, places, context):
                if NOTES and journal:
                    journal["refuse"](event, why_off(own, started, event))
                return
            add_own_values([context], own)
        if NOTES and journal:
            journal["hand_over"](event)
        destination["send"](event)

    def accept(event: Event, options: Any) -> None:
        """Deliver a call, or keep it until ``load``."""
        if NOTES and journal:
            journal["begin"](event)
        if is_loaded:
            deliver(event, options)
        elif len(pending) < PENDING_LIMIT:
            pending.append([event, options])
        elif NOTES and journal:
            journal["refuse"](event, CROWDED)

    def method(kind: str) -> Callable[..., None]:
        """Return the method for calls of a kind; its arguments are Segment's overloads."""

        def call(a: Any, b: Any, c: Any, d: Any, e: Any) -> None:
            given = [a, b, c, d, e]
            callback = take_callback(given)
            options = options_of(kind, given)
            event: Any = event_of(kind, None, [])
            event["event"] = given[0]
            event["properties"] = given[1]
            if FULL:
                describe(kind, given, event)
                event["context"] = read(options, "context")
                if kind == "page":
                    event["page"] = {**page_facts(), "landing": landing["url"]}
            if kind == "identify":
                event["userId"] = user["id"](given[0])
            accept(event, options)
            run_later(callback, CALLBACK_DELAY)

        return call

    def reset() -> None:
        known = {"userId": user["id"]()} if FULL else None
        user["reset"]()
        accept(event_of("reset", known, []), None)

    def load(first: Any, second: Any) -> None:
        """Start the destination, once, and deliver what has waited; it settles in any case."""
        nonlocal started, is_loaded
        if not is_loaded:
            started = second
            is_loaded = True
            if not attempt(lambda: start(settings_in(first, second))):
                ready_now()
            for event, options in pending:
                deliver(event, options)

    def start(settings: Any) -> Any:
        """Start the destination; tell whether it may work, and can with these settings."""
        places = own_places(started)
        if not enabled(own_values(places), places, None) or not destination["configure"](settings):
            return False
        destination["start"](ready_now)
        destination["load"]()
        if FULL:
            user["save"](True)
        return True

    def look_and_save(is_allowed: bool) -> None:
        """Keep the user id or forget it; called before a withdrawal and after a consent."""
        journal["look"]()
        user["save"](is_allowed)

    def ready_now() -> None:
        """Run what waits for the destination: it is live, blocked, or will never start."""
        nonlocal waiting, is_ready
        is_ready = True
        for callback in waiting:
            run_later(callback, 0)
        waiting = []

    def ready(callback: Any) -> None:
        if is_ready:
            run_later(callback, 0)
        else:
            waiting.append(callback)

    analytics: Any = {"VERSION": VERSION, "user": lambda: user}

    def expose(call: Any, name: str) -> None:
        analytics[name] = promising(guarded(call))

    calls = {
        "load": load,
        "initialize": load,
        "page": method("page"),
        "identify": method("identify"),
        "track": method("track"),
        "reset": reset,
        "ready": ready,
    }
    each(calls, expose)
    if FULL:
        expose(method("group"), "group")
        expose(method("alias"), "alias")
        save = look_and_save if NOTES and journal else user["save"]
        analytics["consent"] = consent_methods(destination["consent"], save)
    if NOTES and journal:
        analytics["explain"] = guarded(journal["explain"])
    return analytics


def run_later(callback: Any, milliseconds: int) -> None:
    """Run what may be a callback of the page's; one that throws is only warned of."""

    def run() -> None:
        try:
            callback()
        except Exception:
            warn("a callback threw", callback)

    if callable(callback):
        later(run, milliseconds)
