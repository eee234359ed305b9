"""Segment's argument overloads: every optional argument may be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import is_dict, read
from paqbridge.read.options import own_values

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted


def take_callback(given: list[Untrusted]) -> Guarded | None:
    """Take everything from the first function on out of ``given``; return that function, or None.

    What follows the callback is not looked at.
    """
    for index, argument in enumerate(given):
        if callable(argument):
            for place in range(index, len(given)):
                given[place] = None
            return argument
    return None


def take_moment(given: list[Untrusted]) -> Untrusted:
    """Take the page's facts that a snippet notes with a call out of ``given``.

    Return them, or None. They are an object marked ``__t: "bpc"`` (Segment's snippets 5.x, and
    ours).
    """
    last = len(given) - 1
    while last > 0 and given[last] is None:
        last -= 1
    moment = given[last]
    if read(moment, "__t") != "bpc":
        return None
    given[last] = None
    return moment


def settings_in(first: Untrusted, second: Untrusted) -> Untrusted:
    """Find the destination's settings in the arguments of ``load`` or ``initialize``.

    ``load(settings)``, ``load(key, {integrations: {Piwik: settings}})`` and
    ``initialize({Piwik: settings}, options)`` say the same.
    """
    named = own_values([first if is_dict(first) else read(second, "integrations")])
    return named[0] if len(named) > 0 else first
