"""Putting the whole ``analytics`` on the page, over any of Segment's stock snippets or ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.host import global_value, has_page, own_attribute, route, set_global, warn
from paqbridge.native import adopt, contains, each, guarded, is_list, read, read_member, text
from paqbridge.read.facade import entries
from paqbridge.read.options import own_values
from paqbridge.read.values import NAME_LIMIT
from paqbridge.source.install import create_replay
from paqbridge.source.script_settings import script_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Owner, Whole

FIRST = (
    "setAnonymousId",
    "addSourceMiddleware",
    "addDestinationMiddleware",
    "addIntegrationMiddleware",
    "register",
    "on",
    "once",
)
"""What counts for all that a stub has queued, wherever it stands there: no call passes by a consent
hook. All else is made again in its order."""

MARKS = ("invoked", "SNIPPET_VERSION", "ab")
"""What Segment's snippets put on their stub: those since 3.0, the ones of 2.0, and those before."""


def install_whole(whole: Whole) -> None:
    """Make ``analytics`` the page's, start it if the page says how, replay the stub's calls.

    The stub stays the same object, so that references which the page took to it go on working. A
    second copy of the script, of whatever version, or another library, is left alone; an element
    that is called ``analytics`` is none. On a server nothing happens.
    """
    analytics, owner = whole["analytics"], whole["owner"]
    said = script_settings()
    key = "globalSegmentAnalyticsKey"
    # The running element may say it alone; that of text which a library runs says it with a site.
    name = own_attribute(key) or text(read(said, key), NAME_LIMIT) or "analytics"
    before = global_value(name)
    if callable(read_member(before, "track")) and not is_list(before):
        warn(f"window.{name} is another library", before)
    elif has_page() and read(before, "VERSION") is None:
        stub = before if is_list(before) else []
        replay = create_replay(analytics)
        analytics["push"] = guarded(create_push(owner, replay))
        analytics["noConflict"] = guarded(lambda: give_back(name, before, owner.current()))
        queued = [*stub]
        started = start_of(stub, said)
        owner.become(adopt(stub, analytics))
        set_global(name, owner.current())
        number_routes(queued)
        for one in queued:
            if contains(FIRST, read(one, "0")):
                replay(one)
        if started is not None:
            replay(started)
        for one in queued:
            if not contains(FIRST, read(one, "0")):
                replay(one)


def number_routes(queued: list[Untrusted]) -> None:
    """Number the routes of the calls that a stub has kept, before the first of them is made.

    A route that was left and came back is another one, with a title of its own.
    """

    def number(value: Untrusted, index: str) -> None:
        if read(value, "__t") == "bpc":
            moment = cast("dict[str, Untrusted]", value)
            moment["route"] = route(cast("str", read(value, "u")))

    for call in queued:
        each(call, guarded(number))


def create_push(owner: Owner, replay: Callable[[Untrusted], None]) -> Callable[[Untrusted], None]:
    """Return what makes one call as a snippet keeps it, of the method as the page has it by now.

    Where a snippet that has run after this script has put its own there, which push the call
    again, it is ours that is called.
    """
    latest: Untrusted = None

    def push(given: Untrusted) -> None:
        nonlocal latest
        name = read(given, "0")
        if latest and read(latest, "0") == name and read(latest, "1") == read(given, "1"):
            replay(latest)
        elif is_list(given):
            before = latest
            latest = given
            owner.call(cast("str", name), given[1:])
            latest = before

    return push


def give_back(name: str, before: Untrusted, own: Untrusted) -> Untrusted:
    """Put back what was there before this script; return what it has put there."""
    set_global(name, before)
    return own


def start_of(stub: Untrusted, said: dict[str, Untrusted] | None) -> list[Untrusted] | None:
    """Return the call of ``load`` that the page has made without queueing it, or None.

    Segment's snippets keep only the options of theirs, and insert this script. What its own element
    says, ``said``, goes before them.
    """
    options = read(stub, "_loadOptions")
    if said is None and not any(read(stub, mark) for mark in MARKS):
        return None
    own = own_values([read(options, "integrations")])
    settings = {**entries(own[0] if len(own) > 0 else None), **entries(said)}
    return ["load", {"Piwik": settings}, options]
