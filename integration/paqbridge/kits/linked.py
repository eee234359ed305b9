"""What the full standalones have besides their calls: links, forms, and events in HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from paqbridge.host import later
from paqbridge.native import each, guarded, promising
from paqbridge.source.callbacks import CALLBACK_DELAY
from paqbridge.source.html_events import start_html_events
from paqbridge.source.links import link_methods

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Action, Guarded, Untrusted
    from paqbridge.types.settings import FullSettings


def with_links(kit: Kit) -> Kit:
    """Return a kit whose ``analytics`` has the methods for links and forms as well."""

    def add(host: dict[str, Untrusted], find: Callable[[], Destination]) -> None:
        kit["add"](host, find)
        plain = cast("Guarded", host["track"])
        is_started = False

        def track(
            event: Untrusted, properties: Untrusted, options: Untrusted, done: Action
        ) -> None:
            plain(event, properties, options)
            later(done, CALLBACK_DELAY)

        def put(method: Untrusted, name: str) -> None:
            host[name] = promising(guarded(cast("Guarded", method)))

        def starting(start: Guarded) -> Guarded:
            def load(first: Untrusted, second: Untrusted) -> Untrusted:
                nonlocal is_started
                result = start(first, second)
                if not is_started and cast("FullSettings", find()["settings"])["htmlEvents"]:
                    is_started = True
                    start_html_events(track)
                return result

            return guarded(load)

        each(link_methods(track), put)
        for name in ("load", "initialize"):
            host[name] = starting(cast("Guarded", host[name]))

    return {**kit, "add": add}
