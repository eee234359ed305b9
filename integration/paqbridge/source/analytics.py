"""The standalone ``analytics``: Segment's calls, with Matomo as their only destination."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.deliver.destination import create_destination
from paqbridge.deliver.whereabouts import CROWDED
from paqbridge.flags import FULL, NOTES, VERSION
from paqbridge.host import attempt, later, page_facts, shut_storage, warn
from paqbridge.native import each, guarded, is_dict, promising, read
from paqbridge.read.enablement import enabled
from paqbridge.read.event import event_of
from paqbridge.read.options import add_own_values, own_values
from paqbridge.source.arguments import describe, options_of, take_callback
from paqbridge.source.integrations import own_places, planned_places, why_off
from paqbridge.source.user import create_user

if TYPE_CHECKING:
    from paqbridge.types import Event, Mapping, Row

CALLBACK_DELAY = 300
"""Milliseconds until a callback runs: Segment's time for requests to leave before a navigation."""

PENDING_LIMIT = 10000
"""Calls that are kept before ``load``; the newest are dropped."""


def create_analytics(mapping: Mapping, rows: list[Row], journal: Any = None) -> Any:
    """Return the methods of ``analytics``; each takes what Segment's takes and never throws.

    With a ``journal`` there is ``explain``, which returns it.
    """
    destination = create_destination(mapping, rows, journal)
    user: Any = create_user()
    pending: list[Any] = []
    waiting: list[Any] = []
    started: Any = None
    is_loaded = False
    is_ready = False

    def deliver(event: Event, options: Any) -> None:
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
        if NOTES and journal:
            journal["begin"](event)
        if is_loaded:
            deliver(event, options)
        elif len(pending) < PENDING_LIMIT:
            pending.append([event, options])
        elif NOTES and journal:
            journal["refuse"](event, CROWDED)

    def method(kind: str) -> Callable[..., None]:
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
        nonlocal started, is_loaded
        if not is_loaded:
            started = second
            is_loaded = True
            if not attempt(lambda: start(settings_in(first, second))):
                ready_now()
            for event, options in pending:
                deliver(event, options)

    def start(settings: Any) -> Any:
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
    landing: Any = page_facts() if FULL else None
    if FULL:
        # Nobody knows yet whether anything may be stored.
        shut_storage(True)

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
        analytics["consent"] = consent_of(destination["consent"], save)
    if NOTES and journal:
        analytics["explain"] = guarded(journal["explain"])
    return analytics


def consent_of(consent: Any, save: Callable[[bool], None]) -> Any:
    """Return what a page can say of consent; the stored user id follows it."""

    def saying(name: str) -> Any:
        def say(value: Any) -> None:
            if name == "withdraw":
                # While cookies may still be tried out: they are deleted on their own domain.
                save(False)
            consent[name](value)
            if name != "withdraw":
                save(True)

        return guarded(say)

    return {
        "give": saying("give"),
        "remember": saying("remember"),
        "withdraw": saying("withdraw"),
        "state": consent["state"],
    }


def run_later(callback: Any, milliseconds: int) -> None:
    """Run what may be a callback of the page's; one that throws is only warned of."""

    def run() -> None:
        try:
            callback()
        except Exception:
            warn("a callback threw", callback)

    if callable(callback):
        later(run, milliseconds)


def settings_in(first: Any, second: Any) -> Any:
    """Find the destination's settings in the arguments of ``load`` or ``initialize``.

    ``load(settings)``, ``load(key, {integrations: {Piwik: settings}})`` and
    ``initialize({Piwik: settings}, options)`` say the same.
    """
    named = own_values([first if is_dict(first) else read(second, "integrations")])
    return named[0] if len(named) > 0 else first
