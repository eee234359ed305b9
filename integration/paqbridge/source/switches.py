"""Which destinations a call is for, where Segment's classic library lets a page say so. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import drop, each, is_dict, property_name, read
from paqbridge.read.facade import entries

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def switches_of(
    options: Untrusted, context: dict[str, Untrusted], destinations: list[str]
) -> dict[str, Untrusted]:
    """Return what a call's options say of destinations, and take it out of the call's context.

    It stands under ``integrations``, at the top, ``{All: false}``, or under ``providers``;
    ``destinations`` are the folded names that count there.
    """
    found: dict[str, Untrusted] = {}

    def take(value: Untrusted, name: str) -> None:
        if property_name(name) in destinations:
            found[name] = value
            drop(context, name)

    each(options, take)
    drop(context, "providers")
    providers, integrations = read(options, "providers"), read(options, "integrations")
    said = {**entries(providers), **found, **entries(integrations)}

    def prefer(value: Untrusted, name: str) -> None:
        # An object says more than that a destination is on.
        if is_dict(value) and said[name] is True:
            said[name] = value

    each(providers, prefer)
    return said
