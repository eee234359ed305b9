"""The full standalone that explains: the parts of the full one, each under the journal's eyes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.commands.versions import for_version
from paqbridge.destination.memory import remembering
from paqbridge.explain.journal import Journal
from paqbridge.explain.watched_destination import watched_destination
from paqbridge.explain.watched_gate import WatchedGate
from paqbridge.explain.watching import watched_events, watched_mapping, watched_pace
from paqbridge.explain.wording import long
from paqbridge.kits.full import FULL, add_consent
from paqbridge.kits.full_standalone import FULL_STANDALONE
from paqbridge.mapping.full.mapping import map_full
from paqbridge.native import guarded
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Kits, SourceKit


def create_explaining() -> Kits:
    """Return the kits of one ``analytics`` that explains itself, with a journal of its own."""
    journal = Journal()

    def add(host: dict[str, Untrusted], find: Callable[[], Destination]) -> None:
        add_consent(host, find)
        host["explain"] = guarded(journal.explain)

    source: SourceKit = {**FULL_STANDALONE, "gate": lambda: WatchedGate(PlanGate(), journal)}
    kit: Kit = {
        **FULL,
        "rows": EXPLAIN_SETTINGS,
        "words": long,
        "events": watched_events(FULL["events"], journal),
        "pace": watched_pace(FULL["pace"]),
        "mapping": for_version(remembering(watched_mapping(map_full, journal))),
        "destination": lambda: watched_destination(kit, journal),
        "add": add,
        "lost": journal.lose,
    }
    return {"source": source, "kit": kit}
