"""Messages in Segment's common format: what the mapping looks at, and what is handed out.

The first are made for each call, the second only where somebody looks: middleware, a plugin, a
listener, or who waits for a call's promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.flags import VERSION
from paqbridge.host import browser_facts, noted_moment, page_context, random_id, timezone
from paqbridge.native import copied, date_of, each, has_own, or_null, read
from paqbridge.read.facade import entries
from paqbridge.source.campaign import campaign_of
from paqbridge.source.switches import switches_of

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Arguments, Call, Message

AT_TOP = ("integrations", "anonymousId", "timestamp", "userId", "messageId")
"""Options that belong to the message; ``context`` is its context, and all others go into it."""

FACTS = ("path", "referrer", "search", "title", "url")
"""What a page call's properties say of the page, if the page says nothing else."""


def context_of(options: Untrusted) -> dict[str, Untrusted]:
    """Return the context that a call's options give: a dict of its own, of the page's values."""
    if options is None:
        return {}
    context = entries(read(options, "context"))

    def take(value: Untrusted, name: str) -> None:
        if name not in AT_TOP and name != "context":
            context[name] = value

    each(options, take)
    return context


def moment_of(light: Message) -> dict[str, Untrusted]:
    """Return what is known of a call's moment: what was noted then, or the page as it is now."""
    return {**noted_moment(), **entries(light.get("moment"))}


def shown_page(kind: str, light: Message, moment: dict[str, Untrusted]) -> dict[str, Untrusted]:
    """Return what a call says of the page: the facts of its moment, or what a page call gives.

    Null is something that it gives, as in Segment's newer library.
    """
    given = light["properties"] if kind == "page" else None
    said = {name: read(given, name) for name in FACTS if has_own(given, name)}
    return {**page_context(moment), **said}


def described(
    context: dict[str, Untrusted], moment: dict[str, Untrusted], shown: dict[str, Untrusted]
) -> dict[str, Untrusted]:
    """Return a call's context with what is known of the browser, the campaign and the page."""
    campaign = campaign_of(moment["u"])
    known: dict[str, Untrusted] = {
        **browser_facts(),
        "timezone": timezone(),
        "library": {"name": "paqbridge", "version": VERSION},
    }
    if campaign is not None:
        known["campaign"] = campaign
    return {**known, **context, "page": {**shown, **entries(context.get("page"))}}


def light_message(
    kind: str, sorted_out: Arguments, user_id: Untrusted, moment: Untrusted, is_described: bool
) -> Message:
    """Return what the mapping looks at; ``is_described`` tells that it looks at the context."""
    message = sorted_out
    options = message["options"]
    context = context_of(options)
    message["userId"] = user_id
    message["moment"] = moment
    if is_described:
        noted = moment_of(message)
        context = described(context, noted, shown_page(kind, message, noted))
    message["context"] = context
    message["timestamp"] = read(options, "timestamp")
    return message


def handed_message(
    call: Call,
    anonymous_id: str | None,
    user_id: Untrusted,
    general: dict[str, Untrusted],
    destinations: list[str],
) -> Message:
    """Return the message of a call as Segment's libraries hand it out.

    ``general`` are the integrations that ``load`` was given; ``destinations`` the
    folded names of destinations.
    """
    light = call["message"]
    options = light["options"]
    moment = moment_of(light)
    shown = shown_page(call["type"], light, moment)
    context = entries(copied(light["context"]))
    message: Message = {
        "type": call["type"],
        "messageId": read(options, "messageId") or "paqbridge-" + random_id(),
        # A date, and what the page says as it says it: so have both of Segment's libraries.
        "timestamp": read(options, "timestamp") or date_of(cast("float", moment["d"])),
        "anonymousId": anonymous_id,
        "userId": user_id or read(options, "userId"),
        "integrations": {**general, **switches_of(options, context, destinations)},
        "context": described(context, moment, shown),
    }
    add_contents(message, light, shown)
    return message


def add_contents(message: Message, light: Message, shown: dict[str, Untrusted]) -> None:
    """Put what only one kind of call says into its message; a page call says what is shown."""
    kind = message["type"]
    if kind == "page" or kind == "screen":
        said = cast("dict[str, Untrusted]", copied(light["properties"]) or {})
        if kind == "page":
            said = {**shown, **said}
        add_names(message, light, said)
        message["properties"] = said
    elif kind == "track":
        message["event"] = light["event"]
        message["properties"] = copied(light["properties"]) or {}
    elif kind == "alias":
        message["userId"] = or_null(light["id"])
        message["previousId"] = light["from"]
    else:
        message["traits"] = copied(light["traits"])
        if kind == "group":
            message["groupId"] = or_null(light["groupId"])
        else:
            message["userId"] = or_null(message["userId"])


def add_names(message: Message, light: Message, said: dict[str, Untrusted]) -> None:
    """Put category and name of a page call into its message and its properties, where given."""
    for name in ("category", "name"):
        if light[name] is not None:
            message[name] = light[name]
            # Segment's newer library puts an empty category there, and no empty name.
            if message["type"] == "page" and (light[name] or name == "category"):
                said[name] = light[name]
