"""Takes ``_paq`` over, as ``matomo.js`` does, and puts ``Matomo`` and ``Piwik`` on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import global_value, once_shown, run, set_global
from paqbridge.native import is_list, keys, listing
from paqbridge.tracker.shell.tracker import Tracker
from paqbridge.tracker.step import in_order

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.tracker import Language, Senses


def create_tracker(language: Language, senses: Senses) -> tuple[Tracker, dict[str, Guarded]]:
    """Return a tracker, and the object with its methods that pages get."""
    members: dict[str, Guarded] = {}
    tracker = Tracker(language, senses, lambda: members)

    def add(name: str) -> None:
        members[name] = listing(lambda args: tracker.run([name, *args]))

    for name in [*keys(language["first"]), *keys(language["later"])]:
        add(name)
    tracker.start()
    return tracker, members


def take_over(language: Language, senses: Senses) -> None:
    """Be the page's tracker, unless it has one; a page that is prerendered waits to be shown."""
    if not isinstance(global_value("Matomo"), dict):
        once_shown(lambda: start(language, senses))


def start(language: Language, senses: Senses) -> None:
    """Run what waits in the queue, and from now on what is pushed."""
    tracker, members = create_tracker(language, senses)

    def other(url: Untrusted, site: Untrusted) -> Untrusted:
        one, its = create_tracker(language, senses)
        one.run(["setTrackerUrl", url])
        one.run(["setSiteId", site])
        return its

    def push(commands: list[Untrusted]) -> None:
        for command in commands:
            tracker.take(command)

    matomo: dict[str, Untrusted] = {
        "initialized": False,
        "getTracker": other,
        "getAsyncTracker": lambda: members,
        "getAsyncTrackers": lambda: [members],
        "addPlugin": tracker.plug_in,
        "on": nothing,
        "off": nothing,
        "trigger": nothing,
    }
    set_global("Matomo", matomo)
    set_global("Piwik", matomo)
    waiting = global_value("matomoPluginAsyncInit")
    begin(waiting if is_list(waiting) else [])
    begin([global_value("piwikAsyncInit"), global_value("matomoAsyncInit")])
    queue = global_value("_paq")
    set_global("_paq", {"push": listing(push)})
    if is_list(queue):
        given = [one for one in queue if one is not None]
        push(in_order(given, keys(language["first"])))
    matomo["initialized"] = True


def nothing() -> None:
    """Stand for what this tracker has not; a page may call it."""


def begin(waiting: list[Untrusted]) -> None:
    """Run the functions among what waits for the tracker."""
    for one in waiting:
        if callable(one):
            run(one)
