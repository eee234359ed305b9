"""What full builds are made of: everything that Matomo can do with a call, and consent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.calls.consent import consent_methods
from paqbridge.calls.message import full_event_of
from paqbridge.commands.full_grammar import FULL_GRAMMAR
from paqbridge.commands.versions import for_version
from paqbridge.destination.consent_ability import suits_full
from paqbridge.destination.full_opening import full_opening
from paqbridge.destination.late_title import waiting_for_titles
from paqbridge.destination.memory import remembering
from paqbridge.destination.page_now import on_page
from paqbridge.kits.silence import lose
from paqbridge.mapping.full.mapping import map_full
from paqbridge.native import each
from paqbridge.settings.wording import short
from paqbridge.transports.annotations import Annotations
from paqbridge.transports.matomo_start import MatomoStart
from paqbridge.transports.paq import Paq, is_other_user, pushing, tell_first

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit, ScriptMaker
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Row


def add_consent(host: dict[str, Untrusted], find: Callable[[], Destination]) -> None:
    """Put the methods of consent on a host's object, also by the names that a stub calls."""
    methods = consent_methods(find)
    host["consent"] = methods

    def put(method: Untrusted, name: str) -> None:
        host["consent." + name] = method

    each(methods, put)


ANNOTATIONS = Annotations()
PAQ = Paq(
    is_other_user,
    pushing({"setEcommerceView": ANNOTATIONS.view, "setHitTime": ANNOTATIONS.time}),
)
START = MatomoStart(PAQ.is_live, tell_first)


def full_kit(
    rows: list[Row],
    script: ScriptMaker,
    destination: Callable[[], Destination],
    hands_late: bool,
) -> Kit:
    """Return the kit of a full build that has these settings, its tracker so, and makes such
    destinations; ``hands_late`` is that of hosts."""
    return {
        "rows": rows,
        "suits": suits_full,
        "words": short,
        "event": full_event_of,
        "pace": waiting_for_titles,
        "maps_late": True,
        "hands_late": hands_late,
        "mapping": for_version(remembering(on_page(START.own, START.move, map_full))),
        "grammar": FULL_GRAMMAR,
        "opening": full_opening,
        "script": script,
        "destination": destination,
        "transport": PAQ,
        "methods": ("page", "identify", "track", "group", "alias"),
        "add": add_consent,
        "lost": lose,
    }
