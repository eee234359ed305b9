"""Where ours is not as Segment's libraries, on purpose: what, why, and calls that show it.

Where the two differ, ours is as analytics-next, unless that loses what a call says or tells
somebody what they should not know. A difference either leaves calls out, since what they make of
the visitor goes on in all that follows, or makes the notes of both even.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.beside.calls import CALLBACK, DATE, ODD_IDS, UNDEFINED, Call, drawn

Notes = list[dict[str, Any]]

SEED = int(os.environ.get("PAQBRIDGE_SEED", "20261128"))
BURST = 0.8
"""The share of sequences whose calls are made without waiting."""

SWITCHES = {"All", "all", "Recorder", "providers"}

IDENTITY = ("identify", "group", "user.identify", "group.identify")


@dataclass(frozen=True)
class Difference:
    library: str
    what: str
    why: str
    example: list[Call]
    leaves_out: Callable[[Call], bool] | None = None
    evens: Callable[[dict[str, Any]], None] | None = None
    """Changes a note: of a call, or of the end."""


def argument(call: Call, place: int) -> Any:
    """Return an argument; one that is not there is undefined."""
    return call[place] if len(call) > place else UNDEFINED


def is_nothing(value: Any) -> bool:
    """Tell whether it is null or undefined."""
    return value is None or value == UNDEFINED


def is_number(value: Any) -> bool:
    """Tell whether it is a number."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_odd(value: Any) -> bool:
    """Tell whether it is none of what ids are; JSON's 1 and true are two things."""
    return any(value == odd and type(value) is type(odd) for odd in ODD_IDS)


def has_odd_id(call: Call) -> bool:
    """Tell whether a call gives a value as an id that can be none."""
    return call[0] in (*IDENTITY, "user.id", "group.id") and is_odd(argument(call, 1))


def asks_for_group(call: Call) -> bool:
    """Tell whether all that is said is undefined."""
    said = call[1:]
    return call[0] == "group" and len(said) > 0 and all(one == UNDEFINED for one in said)


def changes_group(call: Call) -> bool:
    """Tell whether a page changes the group's id without a call that is sent."""
    is_setter = call[0] in ("group.id", "group.identify") and len(call) > 1
    return is_setter or call[0] == "group.logout"


def is_alias_of_nobody(call: Call) -> bool:
    """Tell whether an alias names no new id."""
    return call[0] == "alias" and not isinstance(argument(call, 1), str | int)


def has_no_id(call: Call) -> bool:
    """Tell whether a call of an identity has null, undefined or nothing for an id."""
    return call[0] in IDENTITY and is_nothing(argument(call, 1))


def empties_id(call: Call) -> bool:
    """Tell whether a call says that there is no id, with an empty text or undefined."""
    is_setter = call[0] in ("user.id", "group.id", "user.traits", "group.traits") and len(call) > 1
    return is_setter and argument(call, 1) in ("", UNDEFINED)


def has_number(call: Call) -> bool:
    """Tell whether a call gives a number as an id."""
    is_one = call[0] in (*IDENTITY, "user.id", "group.id", "alias", "user.anonymousId")
    return (is_one or call[0] == "setAnonymousId") and any(map(is_number, call[1:3]))


def sets_number(call: Call) -> bool:
    """Tell whether a call sets a user's id to a number."""
    return call[0] == "user.id" and is_number(argument(call, 1))


def unsets_anonymous(call: Call) -> bool:
    """Tell whether a call sets the anonymous id to undefined."""
    return call[0] == "user.anonymousId" and len(call) > 1 and argument(call, 1) == UNDEFINED


def begins_with_callback(call: Call) -> bool:
    """Tell whether a callback is all that a call has."""
    return argument(call, 1) == CALLBACK


def has_text_for_traits(call: Call) -> bool:
    """Tell whether traits are a text."""
    return call[0] in IDENTITY and argument(call, 2) == "text"


def says_where_it_is(call: Call) -> bool:
    """Tell whether the options of a page call say something of the page."""
    said = [one for one in call[2:] if isinstance(one, dict)]
    return call[0] == "page" and any("page" in one.get("context", one) for one in said)


def objects_of(call: Call) -> list[dict[str, Any]]:
    """Return a call's arguments that are objects: options among them."""
    return [one for one in call[1:] if isinstance(one, dict)]


def switches_at_top(call: Call) -> bool:
    """Tell whether options say at their top, or under providers, who gets a call."""
    said = objects_of(call)
    return any(not SWITCHES.isdisjoint(one) for one in said)


def integrations_of(call: Call) -> list[Any]:
    """Return what options give as integrations."""
    said = objects_of(call)
    return [one["integrations"] for one in said if "integrations" in one]


def goes_on_after_callback(call: Call) -> bool:
    """Tell whether a callback is not the last argument."""
    return CALLBACK in call and call[-1] != CALLBACK


def has_odd_timestamp(call: Call) -> bool:
    """Tell whether options have a timestamp that is neither a date nor the whole text of one."""
    said = [one.get("timestamp", DATE) for one in objects_of(call)]
    return any(one != DATE and not str(one).endswith("Z") for one in said)


def messages_of(note: dict[str, Any], *kinds: str) -> list[dict[str, Any]]:
    """Return a note's messages of some kinds."""
    return [one for one in note.get("messages", []) if one["type"] in kinds]


def without_alias_id(note: dict[str, Any]) -> None:
    """Leave out who an alias is for."""
    for message in messages_of(note, "alias"):
        message.pop("userId", None)


def without_other_campaign(note: dict[str, Any]) -> None:
    """Leave out the campaign where a call says that the page has another query."""
    for message in messages_of(note, "page"):
        if message["context"]["page"]["search"] == "?s":
            message["context"].pop("campaign", None)


def without_user(note: dict[str, Any]) -> None:
    """Leave out who the user is, where the call does not say so."""
    for message in messages_of(note, "page", "track", "group"):
        message.pop("userId", None)


def without_browser(note: dict[str, Any]) -> None:
    """Leave out what the browser and the address say."""
    found = {"locale": "en-US", "campaign": {"source": "mail", "name": "spring"}}
    for message in note.get("messages", []):
        context = message["context"].items()
        message["context"] = {n: value for n, value in context if found.get(n) != value}


def without_nothing(note: dict[str, Any]) -> None:
    """Leave out what is null or empty at the top."""
    for message in note.get("messages", []):
        for name in ("category", "name", "previousId", "properties"):
            if message.get(name) in (None, "", {}):
                message.pop(name, None)
    for message in messages_of(note, "alias"):
        if message.get("userId") is None:
            message.pop("userId", None)


def without_told(note: dict[str, Any]) -> None:
    """Leave out what listeners were told."""
    note.pop("told", None)


def without_answer(note: dict[str, Any]) -> None:
    """Leave out what a setter returns."""
    note.pop("answer", None)


DIFFERENCES = [
    Difference(
        "next",
        "an alias after identify names the new id, not the one that is stored",
        "the newer library replaces the id that the call is about by the known one",
        [["identify", "u"], ["alias", "v"]],
        evens=without_alias_id,
    ),
    Difference(
        "next",
        "an alias without a new id keeps the place of its arguments, and its options",
        "the newer library takes the previous id for the new one, and loses the options",
        [["alias", None, "u", {"ip": "0.0.0.0"}]],
        leaves_out=is_alias_of_nobody,
    ),
    Difference(
        "next",
        "0, NaN, true, false and lists are no ids; traits beside them are taken",
        "the newer library makes the ids '0' and 'NaN', and loses the traits beside true",
        [["identify", 0, {"a": 1}]],
        leaves_out=has_odd_id,
    ),
    Difference(
        "next",
        "group(undefined) asks for the group",
        "methods do not count their arguments; Segment's snippets replay such calls as questions",
        [["group", UNDEFINED]],
        leaves_out=asks_for_group,
    ),
    Difference(
        "next",
        "a group that changes or logs out leaves the visitor's anonymous id alone",
        "the newer library takes it away with a group's, which has none; the classic one does not",
        [["user.anonymousId", "A"], ["group.logout"]],
        leaves_out=changes_group,
    ),
    Difference(
        "next",
        "an empty id is nobody: who logs in after it keeps the anonymous id",
        "the newer library takes the change from an empty id for another person",
        [["user.id", ""], ["user.anonymousId", "A"], ["identify", "v"]],
        leaves_out=lambda call: call[0] == "user.id" and argument(call, 1) == "",
    ),
    Difference(
        "next",
        "a number that is set as the id is its text",
        "the newer library takes 7 for somebody else than '7', with another anonymous id, and stores '7'",
        [["identify", "7"], ["user.id", 7], ["track", "E"]],
        leaves_out=sets_number,
    ),
    Difference(
        "next",
        "the campaign is what the address says",
        "the newer library reads the query that a page call gives; Matomo knows the address",
        [["page", {"search": "?s"}]],
        evens=without_other_campaign,
    ),
    Difference(
        "next",
        "options say at their top, or under providers, which destinations get a call",
        "the newer library leaves that in the context, where nobody looks",
        [["track", "E", None, {"All": False}]],
        leaves_out=switches_at_top,
    ),
    Difference(
        "next",
        "a text says nothing of destinations",
        "the newer library takes its letters for the names of destinations",
        [["track", "E", None, {"integrations": "Recorder"}]],
        leaves_out=lambda call: any(isinstance(one, str) for one in integrations_of(call)),
    ),
    Difference(
        "next",
        "what follows a callback is not looked at",
        "the newer library takes it for what would stand there without the callback, but in identify",
        [["track", "E", CALLBACK, {"integrations": {"All": False}}]],
        leaves_out=goes_on_after_callback,
    ),
    Difference(
        "classic",
        "a timestamp that is text stays one, and a number one",
        "the classic library makes dates of texts, and leaves out what is none",
        [["identify", "u", None, {"timestamp": "2021-02-03"}]],
        leaves_out=has_odd_timestamp,
    ),
    Difference(
        "classic",
        "what is no object says nothing of destinations, and a message has an object of them",
        "the classic library hands on what a page gives",
        [["track", "E", None, {"integrations": True}]],
        leaves_out=lambda call: any(not isinstance(one, dict) for one in integrations_of(call)),
    ),
    Difference(
        "classic",
        "there is screen",
        "the classic library has none",
        [["screen", "N"]],
        leaves_out=lambda call: call[0] == "screen",
    ),
    Difference(
        "classic",
        "track takes an object with event and properties",
        "the classic library passes the object on as the name",
        [["track", {"event": "E", "properties": {"a": 1}}]],
        leaves_out=lambda call: call[0] == "track" and isinstance(argument(call, 1), dict),
    ),
    Difference(
        "classic",
        "a call without an id joins its traits to those that are known",
        "the classic library forgets the known ones",
        [["identify", "u", {"a": 1}], ["identify", None, {"b": 2}]],
        leaves_out=has_no_id,
    ),
    Difference(
        "classic",
        "undefined asks; an empty id is another person",
        "the classic library counts arguments, and empties id or traits",
        [["user.id", "u"], ["user.id", UNDEFINED]],
        leaves_out=empties_id,
    ),
    Difference(
        "classic",
        "ids are texts",
        "the classic library keeps numbers, so that 7 and '7' are two people",
        [["identify", 7], ["identify", "7", {"a": 1}]],
        leaves_out=has_number,
    ),
    Difference(
        "classic",
        "0, NaN, true, false and lists are no ids",
        "the classic library stores most of them as they are",
        [["identify", True]],
        leaves_out=has_odd_id,
    ),
    Difference(
        "classic",
        "undefined does not forget the anonymous id",
        "the classic library counts arguments",
        [["user.anonymousId", "A"], ["user.anonymousId", UNDEFINED], ["track", "E"]],
        leaves_out=unsets_anonymous,
    ),
    Difference(
        "classic",
        "a callback alone is one",
        "the classic library makes it an id or a category, and does not call it",
        [["identify", CALLBACK]],
        leaves_out=begins_with_callback,
    ),
    Difference(
        "classic",
        "traits that are a text are none",
        "the classic library stores it, and throws when traits are to be joined to it",
        [["identify", "u", "text"]],
        leaves_out=has_text_for_traits,
    ),
    Difference(
        "classic",
        "an empty category goes into the properties",
        "the classic library leaves there what the properties say, or nothing",
        [["page", "", "N", {"category": "K"}]],
        leaves_out=lambda call: call[0] == "page" and argument(call, 1) == "",
    ),
    Difference(
        "classic",
        "options say where a page call is",
        "the classic library puts the page's own facts over it",
        [["page", None, None, None, {"context": {"page": {"path": "/own"}}}]],
        leaves_out=says_where_it_is,
    ),
    Difference(
        "classic",
        "group(undefined) asks for the group",
        "methods do not count their arguments",
        [["group", UNDEFINED]],
        leaves_out=asks_for_group,
    ),
    Difference(
        "classic",
        "each message says who the user is",
        "the classic library leaves it to the destination to ask",
        [["identify", "u"], ["track", "E", {"a": 1}]],
        evens=without_user,
    ),
    Difference(
        "classic",
        "the context has locale and campaign",
        "the classic library leaves them to what sends to Segment",
        [["identify", "u"]],
        evens=without_browser,
    ),
    Difference(
        "classic",
        "what is not given is no key, and properties are an object",
        "the classic library has category and previousId as null, and leaves properties out",
        [["track", "E"], ["alias"]],
        evens=without_nothing,
    ),
    Difference(
        "classic",
        "listeners hear what the message has, and of a reset",
        "the classic library tells them what the call was given",
        [["reset"]],
        evens=without_told,
    ),
    Difference(
        "classic",
        "a setter returns what is set",
        "the classic library returns nothing, or the user",
        [["user.id", "u"]],
        evens=without_answer,
    ),
]


def of(library: str) -> list[Difference]:
    """Return the differences from a library."""
    return [one for one in DIFFERENCES if one.library == library]


def left(library: str, calls: list[Call]) -> list[Call]:
    """Return the calls that do the same in a library and in ours."""
    rules = [one.leaves_out for one in of(library) if one.leaves_out]
    return [call for call in calls if not any(rule(call) for rule in rules)]


def drawn_for(library: str, count: int) -> list[dict[str, Any]]:
    """Return sequences of calls that do the same in a library and in ours."""
    drawn_ones = drawn(SEED, count, BURST)
    return [{**one, "calls": left(library, one["calls"])} for one in drawn_ones]


def even(rules: list[Difference], notes: Notes) -> Notes:
    """Return notes without what is told apart on purpose."""
    for note in notes:
        for rule in rules:
            if rule.evens:
                rule.evens(note)
    return notes
