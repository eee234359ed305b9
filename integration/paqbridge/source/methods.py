"""The methods of the whole ``window.analytics``, as the page gets them: none throws."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.flags import VERSION
from paqbridge.host import run_as, warn, write_storage
from paqbridge.native import each, guarded, is_null, listing, live, or_null, text
from paqbridge.read.values import NAME_LIMIT
from paqbridge.source.arguments import take_moment
from paqbridge.source.links import link_methods
from paqbridge.source.once import once
from paqbridge.source.owner import Owner
from paqbridge.source.promises import Promises
from paqbridge.source.whole import Source

if TYPE_CHECKING:
    from paqbridge.source.person import Person
    from paqbridge.types.destination import Kit
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.source import Analytics, Keep, Whole, WholeKit

CALLS = ("page", "identify", "track", "alias", "screen")

STUBS = ("add", "addIntegration", "normalize", "queryString")
"""What Segment's libraries have and a page with Matomo alone has no use for: each warns once."""


def create_whole(source_kit: WholeKit, kit: Kit) -> Whole:
    """Return ``analytics``, whose methods take what Segment's take, and who it is for the page."""
    analytics: Analytics = {
        "VERSION": VERSION,
        "invoked": True,
        "Integrations": {},
        "plugins": {},
        "failedInitializations": [],
    }
    owner = Owner(analytics)
    source = Source(source_kit, kit, owner)
    promises = Promises()
    live(analytics, "initialized", source.start().is_loaded)
    add_start(analytics, source, promises)
    add_calls(analytics, source, promises, owner)
    add_people(analytics, source, promises)
    add_events(analytics, source)
    add_hooks(analytics, source, promises, owner)
    add_links(analytics, promises, owner)
    add_stubs(analytics, owner)
    kit["add"](analytics, source.destination)
    promises.know(analytics)
    return {"analytics": analytics, "owner": owner}


def add_start(analytics: Analytics, source: Source, promises: Promises) -> None:
    """Add what starts and what waits for the start."""

    def load(given: list[Untrusted]) -> None:
        source.start().load(given[0], given[1])

    def ready(given: list[Untrusted], keep: Keep) -> None:
        take_moment(given)
        source.start().readiness().ready(given[0])
        source.start().readiness().ready(lambda: keep(lambda: None))

    for name in ("load", "initialize", "init"):
        analytics[name] = promises.answering_at_once(load)
    analytics["ready"] = promises.answering(ready)
    analytics["timeout"] = guarded(source.timeout)


def add_calls(analytics: Analytics, source: Source, promises: Promises, owner: Owner) -> None:
    """Add what is sent."""

    def expose(name: str) -> None:
        analytics[name] = promises.answering(lambda given, keep: source.call(name, given, keep))

    def pageview(url: Untrusted, a: Untrusted, b: Untrusted, c: Untrusted) -> Untrusted:
        return owner.call("page", [{"path": url} if isinstance(url, str) else None, a, b, c])

    for name in CALLS:
        expose(name)
    analytics["pageview"] = guarded(pageview)
    analytics["reset"] = guarded(source.reset)


def add_people(analytics: Analytics, source: Source, promises: Promises) -> None:
    """Add who the visitor is; ``group`` without arguments returns the group, and sends nothing."""
    user = person_methods(source.user())
    group = person_methods(source.group())
    call = promises.answering(lambda given, keep: source.call("group", given, keep))

    def group_or_call(
        a: Untrusted, b: Untrusted, c: Untrusted, d: Untrusted, e: Untrusted, f: Untrusted
    ) -> Untrusted:
        said = [a, b, c, d, e, f]
        # Segment's snippet notes the page with a call that only asks.
        take_moment(said)
        is_asking = all(one is None and not is_null(one) for one in said)
        return group if is_asking else call(a, b, c, d, e, f)

    analytics["user"] = lambda: user
    analytics["group"] = guarded(group_or_call)
    analytics["setAnonymousId"] = user["anonymousId"]


def person_methods(person: Person) -> dict[str, Untrusted]:
    """Return the methods of ``analytics.user()`` or ``analytics.group()``."""
    traits = guarded(person.shown_traits)
    methods: dict[str, Untrusted] = {
        "id": guarded(lambda value: or_null(person.id(value))),
        "anonymousId": guarded(person.shown_anonymous_id),
        "traits": traits,
        "properties": traits,
        "identify": guarded(person.take),
        "logout": guarded(person.logout),
        "reset": guarded(person.reset),
        "save": lambda: True,
        "options": person.options(),
    }

    def load() -> dict[str, Untrusted]:
        person.load()
        return methods

    methods["load"] = guarded(load)
    return methods


def add_events(analytics: Analytics, source: Source) -> None:
    """Add what a page can listen to."""
    listeners = source.listeners()
    analytics["on"] = guarded(listeners.on)
    analytics["once"] = guarded(listeners.once)
    analytics["off"] = guarded(listeners.off)
    analytics["emit"] = listing(listeners.emit)


def add_hooks(analytics: Analytics, source: Source, promises: Promises, owner: Owner) -> None:
    """Add what a page can put in between."""

    def for_destination(given: list[Untrusted]) -> None:
        source.add_destination_middleware(given[0], given[1:])

    def use(plugin: Untrusted) -> Untrusted:
        if callable(plugin):
            run_as(plugin, None, [owner.current()])
        return owner.current()

    def register(given: list[Untrusted], keep: Keep) -> None:
        take_moment(given)
        source.register(given, keep)

    hooks = {
        "addSourceMiddleware": source.add_source_middleware,
        "addDestinationMiddleware": for_destination,
        "addIntegrationMiddleware": source.add_integration_middleware,
        "deregister": source.deregister,
    }
    for name, hook in hooks.items():
        analytics[name] = promises.answering_at_once(hook)
    analytics["register"] = promises.answering(register)
    analytics["use"] = guarded(use)
    analytics["debug"] = guarded(debug)


def add_links(analytics: Analytics, promises: Promises, owner: Owner) -> None:
    """Add what tracks links and forms."""

    def add(method: Untrusted, name: str) -> None:
        watch = cast("Guarded", method)
        analytics[name] = promises.answering_at_once(
            lambda given: watch(given[0], given[1], given[2], given[3])
        )

    each(link_methods(owner), add)


def debug(what: Untrusted) -> None:
    """Switch on what Segment's classic libraries print; false switches it off."""
    if what is False:
        write_storage("debug", None)
    else:
        write_storage("debug", "analytics:" + (text(what, NAME_LIMIT) or "*"))


def add_stubs(analytics: Analytics, owner: Owner) -> None:
    """Add what does nothing but say so, once."""

    def add(name: str) -> None:
        tell = once(lambda _: warn(name + ": there is no such thing here", None))

        def stub() -> Untrusted:
            tell(None)
            return owner.current()

        analytics[name] = guarded(stub)

    for name in STUBS:
        add(name)
