"""``core.mjs``: the full mapping and the destination alone."""

from __future__ import annotations

from paqbridge.deliver.memory import remembering
from paqbridge.mapping.full.core import map_full
from paqbridge.plugins.core import create_core
from paqbridge.settings.full_table import FULL_SETTINGS

destination = create_core(remembering(map_full), FULL_SETTINGS)
