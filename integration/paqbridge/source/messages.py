"""Messages in Segment's common format, of the arguments that a page gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import is_dict
from paqbridge.source.arguments import take_callback

if TYPE_CHECKING:
    from paqbridge.types.event import Kind
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Message, User


def lean_message(kind: Kind, given: list[Untrusted], user: User) -> Message:
    """Return what the lean mapping looks at: it knows no facts of the page."""
    callback = take_callback(given)
    return {
        "callback": callback,
        "event": given[0],
        "properties": given[1],
        "userId": user.id(given[0]) if kind == "identify" else None,
        "options": options_of(kind, given),
    }


def options_of(kind: str, given: list[Untrusted]) -> Untrusted:
    """Return the options of ``page(category?, name?, properties?, options?)``,
    ``identify(id?, traits?, options?)`` or ``track(event, properties?, options?)``.

    An object in the place of a text is what would follow it: the properties or the traits.
    """
    place = 3 if kind == "page" else 2
    if kind == "page" and is_dict(given[1]):
        place = 2
    if kind != "track" and is_dict(given[0]):
        place = 1
    return given[place]
