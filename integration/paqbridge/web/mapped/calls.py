"""One call, taken through gate, mapping and grammar as ``calls/receiver.py`` does on a page."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from paqbridge.calls.gate import by_integrations
from paqbridge.calls.message import full_event_of
from paqbridge.commands.grammar import fitting
from paqbridge.destination.memory import keeps, left_to_next_page
from paqbridge.explain.entry import fill, open_entry, refusal
from paqbridge.hosts.generic import kind_of
from paqbridge.native import read
from paqbridge.read.options import own_values
from paqbridge.web.mapped.plain import plain
from paqbridge.web.mapped.state import State

if TYPE_CHECKING:
    from paqbridge.types.command import State as Known
    from paqbridge.types.event import FullEvent, Kind
    from paqbridge.types.explain import Remark
    from paqbridge.types.page import PageFacts
    from paqbridge.web.mapped.settings import Accepted

Outcome: TypeAlias = Literal["sent", "held", "not sent"]

ALL_OFF = "integrations switch all destinations off"
OFF = "integrations switch this destination off"
LACKING = "only a full build has this call"


@dataclass(frozen=True)
class Played:
    """What has become of a call."""

    commands: list[list[object]]
    notes: list[Remark]
    place: tuple[Outcome, str]
    state: State


@dataclass(frozen=True)
class Moment:
    """Where and when a call is made: settings, the page, whether the visitor may be known."""

    given: Accepted
    page: PageFacts
    own: PageFacts
    may_store: bool


def played(
    given: Accepted, message: object, state: State, page: PageFacts, may_store: bool
) -> Played:
    """Return what a call becomes; the user whom its message names is told of first."""
    data = plain(message)
    kind = cast("Kind", kind_of(data))
    if kind != "reset" and kind not in given.build.kit["methods"]:
        return Played([], [], ("not sent", LACKING), state)
    moment = Moment(given, page, state.own or page, may_store)
    event = event_of(kind, data, moment)
    own = by_integrations(event, data)
    if own is None:
        is_own = len(own_values([read(data, "integrations"), read(data, "context")])) > 0
        return Played([], [], ("not sent", OFF if is_own else ALL_OFF), state)
    event["options"] = own
    user = followed(kind, event["userId"], state.user)
    is_new = kind in ("page", "track") and user != state.user
    first = mapped(event_of("known", {"userId": user}, moment), state.mapping, moment)
    before = first if is_new else Played([], [], ("not sent", ""), state)
    call = mapped(event, before.state.mapping, moment)
    after = State(moment.own, call.state.mapping, user, left_by(call.state.mapping, given))
    return Played([*before.commands, *call.commands], call.notes, call.place, after)


def event_of(kind: Kind, message: object, moment: Moment) -> FullEvent:
    """Return the event of a call with the page's facts; it is mapped in the moment it is made."""
    page = moment.page
    facts = {"u": page["url"], "t": page["title"], "r": page["referrer"]}
    event = cast("FullEvent", full_event_of(kind, {**cast("Any", message), "moment": facts}))
    event["is_late"] = False
    event["storable"] = moment.may_store
    event["now"] = {
        "url": page["url"],
        "title": page["title"],
        "own": moment.own,
    }
    return event


def followed(kind: Kind, user: object, known: object) -> object:
    """Return who the user is after a call (``Receiver._follow``); False is nobody."""
    if kind == "identify":
        return user or known
    if kind == "reset":
        return False
    return user if kind in ("page", "track") and user is not None else known


def mapped(event: FullEvent, state: Known, moment: Moment) -> Played:
    """Return what the mapping makes of an event, in the words of the journal."""
    build, settings = moment.given.build, moment.given.settings
    commands, after, notes = build.mapping(event, settings, state)
    left_out = build.omissions(event, settings, state, commands)
    entry = open_entry(event)
    fill(entry, commands, [*left_out, *notes], settings["matomoVersion"])
    # Copies: the state holds products, and lists of their categories.
    sent = deepcopy(fitting(commands, build.kit["grammar"]))
    # A refusal is taken from the notes.
    place: tuple[Outcome, str] = ("sent", "") if sent else ("not sent", refusal(entry))
    return Played(sent, entry["notes"], place, State(moment.own, after))


def left_by(mapping: Known, given: Accepted) -> str | None:
    """Return what a page with this state stores for the next one."""
    is_full = isinstance(mapping, dict) and keeps(given.settings)
    return left_to_next_page(cast("Any", mapping), given.settings) if is_full else None
