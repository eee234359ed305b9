"""The full standalone that explains: the parts of the full one, each under the journal's eyes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.commands.versions import for_version
from paqbridge.destination.chosen_tracker import chosen_tracker
from paqbridge.destination.memory import remembering
from paqbridge.destination.page_now import on_page
from paqbridge.explain.journal import Journal
from paqbridge.explain.misspelt import naming_misspelt
from paqbridge.explain.watched_destination import watched_destination
from paqbridge.explain.watched_gate import WatchedGate
from paqbridge.explain.watching import watched_event, watched_mapping, watched_pace
from paqbridge.explain.wording import long
from paqbridge.kits.full_parts import START, add_consent, full_kit
from paqbridge.kits.full_standalone import FULL_STANDALONE
from paqbridge.mapping.full.mapping import map_full
from paqbridge.native import guarded
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.page import Untrusted
    from paqbridge.types.source import Kits, WholeKit


def create_explaining() -> Kits:
    """Return the kits of one ``analytics`` that explains itself, with a journal of its own."""
    journal = Journal()

    def add(host: dict[str, Untrusted], find: Callable[[], Destination]) -> None:
        add_consent(host, find)
        host["explain"] = guarded(journal.explain)

    source: WholeKit = {**FULL_STANDALONE, "gate": lambda: WatchedGate(PlanGate(), journal)}
    plain = full_kit(
        EXPLAIN_SETTINGS,
        chosen_tracker,
        lambda: watched_destination(kit, journal, START.begin),
        False,
    )
    kit: Kit = {
        **plain,
        "words": long,
        "suits": naming_misspelt(plain["suits"], EXPLAIN_SETTINGS),
        "event": watched_event(plain["event"], journal),
        "pace": watched_pace(plain["pace"], journal),
        "mapping": for_version(
            remembering(on_page(START.own, START.move, watched_mapping(map_full, journal)))
        ),
        "add": add,
        "lost": journal.lose,
    }
    return {"source": source, "kit": kit}
