"""Takes ``_paq`` over, as ``matomo.js`` does, and puts ``Matomo`` and ``Piwik`` on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import global_value, once_shown, run, set_global, take_queue
from paqbridge.native import answering, is_list, keys, listing
from paqbridge.tracker.step import in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.tracker import Language, Members


def take_over(start: Action, then: Action) -> None:
    """Be the page's tracker, unless it has one; a page that is prerendered waits to be shown.

    ``start`` makes the tracker and has it go live; ``then`` is called once there is one.
    """

    def begin_here() -> None:
        if not isinstance(global_value("Matomo"), dict):
            start()
        then()

    once_shown(begin_here)


def go_live(language: Language, members: Members, push: Callable[[list[Untrusted]], None]) -> None:
    """Run what waits for the tracker and in the queue, and from now on what is pushed.

    ``Matomo`` is the tracker of the queue, with what makes and finds trackers besides: so it has
    any function that a page may look for.
    """
    matomo = cast("dict[str, Untrusted]", members)
    matomo["DOM"] = answering(lambda command: push([command]))  # it warns of all of them
    set_global("Matomo", matomo)
    set_global("Piwik", matomo)
    waiting = global_value("matomoPluginAsyncInit")
    for one in [
        *(waiting if is_list(waiting) else []),
        global_value("piwikAsyncInit"),
        global_value("matomoAsyncInit"),
    ]:
        if callable(one):
            run(one)
    queue = take_queue({"push": listing(push)})
    if is_list(queue):
        push(in_order(queue, keys(language["first"])))
    matomo["initialized"] = True


def nothing() -> None:
    """Do nothing besides: where the tracker is all that a file has."""
