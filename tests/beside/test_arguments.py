"""What Segment's libraries make of a call's arguments, as facts about ours."""

from __future__ import annotations

from typing import Any

from tests.beside.calls import CALLBACK as F
from tests.beside.calls import UNDEFINED as U
from tests.beside.calls import Call
from tests.beside.conftest import Both

P = {"banana": "phone"}
T = {"phone": "555"}
O = {"integrations": {"Other": False}}  # noqa: E741

TRACKS: list[tuple[Call, Any]] = [
    (["track", "E", P, O, F], (P, O)),
    (["track", "E", P], (P, {})),
    (["track", "E", P, O], (P, O)),
    (["track", "E", P, F], (P, {})),
    (["track", "E", F], ({}, {})),
    (["track", "E", U, O], ({}, O)),
    (["track", {"event": "E", "properties": P}, O, F], (P, O)),
    (["track", {"event": "E", "properties": P}, O], (P, O)),
    (["track", {"event": "E", "properties": P}, F], (P, {})),
]
PAGES: list[tuple[Call, Any]] = [
    (["page", "", "", None, O], ("", "", {}, O)),
    (["page", "C", "N"], ("C", "N", {}, {})),
    (["page", "C", "N", P, O, F], ("C", "N", P, O)),
    (["page", "C", "N", P, F], ("C", "N", P, {})),
    (["page", "C", "N", F], ("C", "N", {}, {})),
    (["page", "N", P], (None, "N", P, {})),
    (["page", "N", P, O, F], (None, "N", P, O)),
    (["page", "N", P, F], (None, "N", P, {})),
    (["page", "N", F], (None, "N", {}, {})),
    (["page", P, O, F], (None, None, P, O)),
    (["page", P, F], (None, None, P, {})),
    (["page", None, "N", P, O, F], (None, "N", P, O)),
    (["page", "N", None, P, O, F], (None, "N", P, O)),
    (["page", "N", None, P], (None, "N", P, {})),
    (["page", "N", None, None, O], (None, "N", {}, O)),
    (["page", None, None, P], (None, None, P, {})),
    (["page", None, None, P, O, F], (None, None, P, O)),
    (["page", None, None, None, O, F], (None, None, {}, O)),
    (["page", U, U, U, O, F], (None, None, {}, O)),
    (["page", F], (None, None, {}, {})),
    (["page", None, None, None, None, F], (None, None, {}, {})),
]
IDENTITIES: list[tuple[bool, list[Any], Any]] = [
    (False, ["id", T, O, F], ("id", T, O)),
    (False, ["id", T, F], ("id", T, {})),
    (False, ["id", F], ("id", {}, {})),
    (True, [T, O, F], ("known", T, O)),
    (True, [T, F], ("known", T, {})),
    (False, ["id", None, O], ("id", {}, O)),
    (False, ["id", T], ("id", T, {})),
    (False, [U, T], (None, T, {})),
    (False, [None, T], (None, T, {})),
    (True, [None, T], ("known", T, {})),
]
ALIASES: list[tuple[Call, Any]] = [
    (["alias", "to", "from", O, F], ("to", "from", O)),
    (["alias", "to", O, F], ("to", None, O)),
    (["alias", "to", F], ("to", None, {})),
    (["alias", "to", "from", F], ("to", "from", {})),
    (["alias", 7, 8], ("7", "8", {})),
]

FACTS = ("path", "referrer", "search", "title", "url")


def messages(both: Both, sequences: list[list[Call]]) -> list[dict[str, Any]]:
    """Make calls, each on a page that knows nobody; return the last message of each sequence."""
    (ours,) = both("ours", [{"calls": calls, "burst": False} for calls in sequences])
    for calls, notes in zip(sequences, ours, strict=True):
        assert "never" not in notes[-1], calls
    return [notes[-1]["messages"][-1] for notes in ours]


def given(message: dict[str, Any]) -> dict[str, Any]:
    """Return the options that a message shows."""
    return {"integrations": message["integrations"]} if message["integrations"] else {}


def own(message: dict[str, Any]) -> dict[str, Any]:
    """Return a page's properties, without its facts and names."""
    return {n: v for n, v in message["properties"].items() if n not in (*FACTS, "name", "category")}


def test_arguments(both: Both) -> None:
    """Each argument finds its place, whatever stands before it, and callbacks are called."""
    found = iter(messages(both, [[call] for call, _ in (*TRACKS, *PAGES, *ALIASES)]))
    tracks, pages = [next(found) for _ in TRACKS], [next(found) for _ in PAGES]
    aliases = [*found]
    assert [("E", (one["properties"], given(one))) for one in tracks] == [
        ("E", expected) for _, expected in TRACKS
    ]
    assert [
        (call, (one.get("category"), one.get("name"), own(one), given(one)))
        for (call, _), one in zip(PAGES, pages, strict=True)
    ] == PAGES
    assert [
        (call, (one["userId"], one.get("previousId"), given(one)))
        for (call, _), one in zip(ALIASES, aliases, strict=True)
    ] == ALIASES


def test_arguments_of_identities(both: Both) -> None:
    """The same for identify and for group, which keep the id that is known."""
    calls = [
        [*([[f"{who}.identify", "known"]] if is_known else []), [method, *said]]
        for who, method in (("user", "identify"), ("group", "group"))
        for is_known, said, _ in IDENTITIES
    ]
    found = messages(both, calls)
    assert [
        (one.get("groupId" if one["type"] == "group" else "userId"), one["traits"], given(one))
        for one in found
    ] == [expected for _, _, expected in IDENTITIES] * 2
