"""The full standalone, besides what the full build is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.calls.plan import PlanGate
from paqbridge.destination.chosen_tracker import chosen_tracker
from paqbridge.destination.consenting import create_consenting
from paqbridge.kits.full_parts import PAQ, START, full_kit
from paqbridge.settings.whole_table import WHOLE_SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.destination import Destination, Kit
    from paqbridge.types.source import WholeKit


def whole_destination() -> Destination:
    """Return a destination of this build."""
    return create_consenting(WHOLE, PAQ, START.begin)


WHOLE: Kit = full_kit(WHOLE_SETTINGS, chosen_tracker, whole_destination, False)

FULL_STANDALONE: WholeKit = {"gate": PlanGate}
