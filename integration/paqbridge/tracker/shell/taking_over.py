"""Takes ``_paq`` over, as ``matomo.js`` does, and puts ``Matomo`` and ``Piwik`` on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import global_value, once_shown, run, set_global
from paqbridge.native import is_list, keys, listing
from paqbridge.tracker.methods import FIRST, METHODS
from paqbridge.tracker.shell.tracker import Tracker
from paqbridge.tracker.step import in_order

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted


def create_tracker() -> tuple[Tracker, dict[str, Guarded]]:
    """Return a tracker, and the object with its methods that pages get."""
    members: dict[str, Guarded] = {}
    tracker = Tracker(lambda: members)

    def add(name: str) -> None:
        members[name] = listing(lambda args: tracker.run([name, *args]))

    for name in METHODS.keys():
        add(name)
    tracker.start()
    return tracker, members


def take_over() -> None:
    """Be the page's tracker, unless it has one; a page that is prerendered waits to be shown."""
    if not isinstance(global_value("Matomo"), dict):
        once_shown(start)


def start() -> None:
    """Run what waits in the queue, and from now on what is pushed."""
    tracker, members = create_tracker()

    def other(url: Untrusted, site: Untrusted) -> Untrusted:
        one, its = create_tracker()
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
    for begin in listed_functions("matomoPluginAsyncInit"):
        run(begin)
    for name in ("piwikAsyncInit", "matomoAsyncInit"):
        if callable(global_value(name)):
            run(global_value(name))
    queue = global_value("_paq")
    set_global("_paq", {"push": listing(push)})
    if is_list(queue):
        push(ordered(queue))
    matomo["initialized"] = True


def nothing() -> None:
    """Stand for what this tracker has not; a page may call it."""


def listed_functions(name: str) -> list[Guarded]:
    """Return the functions in a list of the page's."""
    given = global_value(name)
    found: list[Guarded] = []
    for one in given if is_list(given) else []:
        if callable(one):
            found.append(one)
    return found


def ordered(queue: list[Untrusted]) -> list[Untrusted]:
    """Return what waits in a queue in the order in which it runs."""
    given = [one for one in queue if one is not None]
    return in_order(given, keys(FIRST))
