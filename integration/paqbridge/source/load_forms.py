"""The forms of ``load`` and ``initialize``: where in their arguments settings and options stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import contains, each, is_dict, read
from paqbridge.read.facade import entries
from paqbridge.read.options import own_values

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def settings_in(first: Untrusted, second: Untrusted) -> Untrusted:
    """Find the destination's settings.

    ``load(settings)``, ``load(key, {integrations: {Piwik: settings}})``,
    ``load({writeKey}, options)`` and ``initialize({Piwik: settings}, options)`` say the same.
    """
    places = [read(first, "integrations"), read(second, "integrations")]
    named = own_values([first, *places] if is_dict(first) else places)
    objects = [one for one in named if is_dict(one)]
    return objects[0] if len(objects) > 0 else first


def options_in(first: Untrusted, second: Untrusted) -> Untrusted:
    """Return what is said to ``analytics`` itself: the options, or all that is said."""
    if is_dict(second):
        return {**entries(first), **entries(second)}
    return first if is_dict(first) else None


def general_in(first: Untrusted, second: Untrusted) -> Untrusted:
    """Return what says for all calls whether they are meant for this destination.

    None where nothing does, so that no call is asked about it.
    """
    if is_dict(second):
        return second
    is_off = contains(own_values([first]), False)
    is_said = read(first, "integrations") is not None or read(first, "plan") is not None
    return first if is_off or is_said else None


def general_of(options: Untrusted) -> dict[str, Untrusted]:
    """Return which integrations options switch on or off; an object is a yes."""
    general: dict[str, Untrusted] = {}

    def take(value: Untrusted, name: str) -> None:
        general[name] = value if isinstance(value, bool) else is_dict(value)

    each(read(options, "integrations"), take)
    return general
