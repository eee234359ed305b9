"""Takes ``_paq`` over, as ``matomo.js`` does, and puts ``Matomo`` and ``Piwik`` on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import global_value, once_shown, run, run_as, set_global
from paqbridge.native import is_list, keys, listing
from paqbridge.tracker.shell.tracker import create_tracker
from paqbridge.tracker.step import in_order

if TYPE_CHECKING:
    from paqbridge.types.page import Action, Guarded, Untrusted
    from paqbridge.types.tracker import Language, Run, Senses


def take_over(language: Language, senses: Senses, then: Action) -> None:
    """Be the page's tracker, unless it has one; a page that is prerendered waits to be shown.

    ``then`` is called once there is a tracker.
    """

    def begin_here() -> None:
        if not isinstance(global_value("Matomo"), dict):
            start(language, senses)
        then()

    once_shown(begin_here)


def start(language: Language, senses: Senses) -> None:
    """Run what waits in the queue, and from now on what is pushed."""
    run_command = create_tracker(language, senses)
    members = members_of(language, run_command)

    def other(url: Untrusted, site: Untrusted) -> Untrusted:
        run_other = senses["another"]()
        if run_other is None:
            return members
        run_other(["setTrackerUrl", url])
        run_other(["setSiteId", site])
        return members_of(language, run_other)

    def push(commands: list[Untrusted]) -> None:
        for command in commands:
            if is_list(command) and callable(command[0]):
                run_as(command[0], members, command[1:])
            else:
                run_command(command)

    matomo: dict[str, Untrusted] = {
        "initialized": False,
        "getTracker": other,
        "getAsyncTracker": lambda: members,
        "getAsyncTrackers": lambda: [members],
        "addPlugin": lambda name, plugin: run_command(["$plugin", name, plugin]),
    }
    senses["extend"](matomo, run_command)
    set_global("Matomo", matomo)
    set_global("Piwik", matomo)
    waiting = global_value("matomoPluginAsyncInit")
    begin(waiting if is_list(waiting) else [])
    begin([global_value("piwikAsyncInit"), global_value("matomoAsyncInit")])
    queue = global_value("_paq")
    set_global("_paq", {"push": listing(push)})
    if is_list(queue):
        push(in_order(queue, keys(language["first"])))
    matomo["initialized"] = True


def members_of(language: Language, run_command: Run) -> dict[str, Guarded]:
    """Return the object with a tracker's methods that pages get."""
    members: dict[str, Guarded] = {}

    def add(name: str) -> None:
        members[name] = listing(lambda args: run_command([name, *args]))

    for name in [*keys(language["first"]), *keys(language["later"])]:
        add(name)
    return members


def begin(waiting: list[Untrusted]) -> None:
    """Run the functions among what waits for the tracker."""
    for one in waiting:
        if callable(one):
            run(one)


def nothing() -> None:
    """Stand for what this tracker has not; a page may call it."""
