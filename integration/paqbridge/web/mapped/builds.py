"""The two builds that can be asked for, as the parts that need no page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paqbridge.commands.versions import for_version
from paqbridge.explain.omissions import omissions
from paqbridge.kits.full import FULL
from paqbridge.kits.lean import LEAN
from paqbridge.mapping.full.mapping import map_full
from paqbridge.settings.whole_table import WHOLE_SETTINGS
from paqbridge.web.mapped.lean_notes import lean_omissions

if TYPE_CHECKING:
    from paqbridge.types.command import Command, Mapping, Note, State
    from paqbridge.types.destination import Kit
    from paqbridge.types.event import Event
    from paqbridge.types.settings import FullSettings, Row

    Omissions = Callable[[Event, FullSettings, State, list[Command]], list[Note]]


@dataclass(frozen=True)
class Build:
    """The kit of a build, its rows of settings, its mapping, and what says what that left out."""

    kit: Kit
    rows: list[Row]
    mapping: Mapping
    omissions: Omissions


BUILDS = {
    "lean": Build(LEAN, LEAN["rows"], LEAN["mapping"], lean_omissions),
    "full": Build(FULL, WHOLE_SETTINGS, for_version(map_full), omissions),
}
"""Name of a build -> its parts; the mapping is without what asks a page or storage."""
