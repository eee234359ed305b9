"""``classic.full.mjs``: the integration for classic analytics.js, with the full mapping."""

from __future__ import annotations

from paqbridge.deliver.memory import remembering
from paqbridge.mapping.full.core import map_full
from paqbridge.plugins.classic import create_integration
from paqbridge.settings.full_table import FULL_SETTINGS

integration = create_integration(remembering(map_full), FULL_SETTINGS)
