"""One entry of the journal: a call, where its commands are, and what it left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.commands.full_grammar import FULL_GRAMMAR
from paqbridge.commands.grammar import fits
from paqbridge.commands.versions import lacks
from paqbridge.explain.shown import NOTHING, shown
from paqbridge.explain.whereabouts import UNLOADED
from paqbridge.native import read, text
from paqbridge.read.values import NAME_LIMIT

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Note
    from paqbridge.types.event import Event
    from paqbridge.types.explain import Entry, Remark, Shown
    from paqbridge.types.page import Untrusted

NAMES = {
    "track": "event",
    "page": "name",
    "identify": "userId",
    "known": "userId",
    "alias": "userId",
    "group": "groupId",
}
"""What tells a call from others of its kind."""


def open_entry(event: Event) -> Entry:
    """Return the entry of a call of which nothing is known yet."""
    name = read(event, NAMES.get(event["type"]))
    return {
        "call": event["type"],
        "name": text(name, NAME_LIMIT) or ("" if name is None else shown(name)),
        "place": UNLOADED,
        "is_described": False,
        "is_delivered": False,
        "commands": [],
        "notes": [],
    }


def fill(entry: Entry, commands: list[Command], notes: list[Note], version: str) -> None:
    """Put into an entry what the mapping has made of its call, but what cannot be delivered.

    The commands are copies: a tracker that is live takes its own apart at once.
    """
    for note in notes:
        remark(entry, note["text"], note["received"])
    for command in commands:
        if lacks(version, command[0]):
            remark(entry, f"{command[0]}: a tracker of this matomoVersion lacks it", None)
        elif not fits(command, FULL_GRAMMAR):
            remark(entry, f"{command[0]}: not in the grammar of commands", command)
        else:
            entry["commands"].append([*command])


def remark(entry: Entry, said: str, received: Untrusted) -> None:
    """Put a note into an entry as plain data: what it is about, why, and what was received."""
    at = said.find(": ")
    what = said[:at] if at > 0 else entry["call"]
    why = said[at + 2 :] if at > 0 else said
    entry["notes"].append({"what": what, "why": why, "received": shown(received)})


def refusal(entry: Entry) -> str:
    """Return why a call without commands has none: the last note, which is taken away."""
    notes = entry["notes"]
    if len(notes) == 0:
        return "it says nothing to Matomo"
    entry["notes"] = notes[:-1]
    last = notes[-1]
    is_given = last["received"] != NOTHING
    return f"{last['why']}, received {last['received']}" if is_given else last["why"]


def as_data(entry: Entry) -> Shown:
    """Return an entry as a page gets it: a copy, so that ours stays as it is."""
    commands = [[*command] for command in entry["commands"]]
    notes: list[Remark] = [{**note} for note in entry["notes"]]
    return {
        "call": entry["call"],
        "name": entry["name"],
        "outcome": entry["place"][0],
        "why": entry["place"][1],
        "commands": commands,
        "notes": notes,
    }


def line(entry: Entry) -> str:
    """Return an entry as one line for the console."""
    name = f' "{entry["name"]}"' if entry["name"] else ""
    outcome, why = entry["place"]
    reason = f" ({why})" if why else ""
    names = [command[0] for command in entry["commands"]]
    sent = ": " + ", ".join(names) if len(names) > 0 else ""
    told = f"{entry['call']}{name} {outcome}{reason}{sent}"
    for note in entry["notes"]:
        told += f"; {note['what']}: {note['why']}, received {note['received']}"
    return told
