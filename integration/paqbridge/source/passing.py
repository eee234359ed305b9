"""What others are told of a call: the gate after middleware, and listeners. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import each, is_dict, or_null, read
from paqbridge.read.facade import entries

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Message


def changed_options(
    options: Untrusted, passed: Message, general: dict[str, Untrusted]
) -> dict[str, Untrusted]:
    """Return a call's options, with what functions of the page have switched on or off.

    ``general`` is what counted before them for all calls.
    """
    own = entries(read(options, "integrations"))

    def take(value: Untrusted, name: str) -> None:
        if value != general.get(name):
            own[name] = value

    each(passed["integrations"], take)
    return {**entries(options), "integrations": own, "context": passed["context"]}


def heard_of(kind: str, message: Message, options: Untrusted) -> list[Untrusted]:
    """Return what listeners hear of a call."""
    if kind == "track":
        return [message["event"], message["properties"], options]
    if kind == "alias":
        return [message["userId"], or_null(message["previousId"]), options]
    if kind == "identify" or kind == "group":
        place = "userId" if kind == "identify" else "groupId"
        return [message[place], message["traits"], options]
    category, name = or_null(message.get("category")), or_null(message.get("name"))
    said = options
    if is_dict(options):
        # The classic library writes the page's facts into what the page has passed.
        own = entries(read(options, "context"))
        own["page"] = read(message["context"], "page")
        said = {**entries(options), "context": own}
    return [category, name, message["properties"], said]
