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

KNOWN: list[Call] = [["user.identify", "known"]]

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
IDENTITIES: list[tuple[list[Call], list[Any], Any]] = [
    ([], ["id", T, O, F], ("id", T, O)),
    ([], ["id", T, F], ("id", T, {})),
    ([], ["id", F], ("id", {}, {})),
    (KNOWN, [T, O, F], ("known", T, O)),
    (KNOWN, [T, F], ("known", T, {})),
    ([], ["id", None, O], ("id", {}, O)),
    ([], ["id", T], ("id", T, {})),
    ([], [U, T], (None, T, {})),
    ([], [None, T], (None, T, {})),
    (KNOWN, [None, T], ("known", T, {})),
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
    ours, _ = both("ours", [{"calls": calls, "burst": False} for calls in sequences])
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
    tracks = messages(both, [[call] for call, _ in TRACKS])
    pages = messages(both, [[call] for call, _ in PAGES])
    aliases = messages(both, [[call] for call, _ in ALIASES])
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
    for who, known, name in (
        ("identify", "user.identify", "userId"),
        ("group", "group.identify", "groupId"),
    ):
        before = [[[known, *call[1:]] for call in calls] for calls, _, _ in IDENTITIES]
        calls = [[who, *said] for _, said, _ in IDENTITIES]
        found = messages(both, [[*one, call] for one, call in zip(before, calls, strict=True)])
        assert [(one[name], one["traits"], given(one)) for one in found] == [
            expected for _, _, expected in IDENTITIES
        ]
