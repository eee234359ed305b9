"""The journal of the build that explains."""

from __future__ import annotations

from typing import TypeAlias, TypedDict

from paqbridge.types.command import Command

Place: TypeAlias = list[str]
"""What has become of a call: outcome and reason, in the words of ``analytics.explain()``."""


class Remark(TypedDict):
    """Something that a call left out: what, why, and what was received."""

    what: str
    why: str
    received: str


class Entry(TypedDict):
    """A call in the journal; ``place`` is outcome and reason."""

    call: str
    name: str
    place: Place
    is_described: bool
    is_delivered: bool
    commands: list[Command]
    notes: list[Remark]


class Shown(TypedDict):
    """An entry as a page gets it."""

    call: str
    name: str
    outcome: str
    why: str
    commands: list[Command]
    notes: list[Remark]
