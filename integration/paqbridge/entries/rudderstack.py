"""``rudderstack.mjs``: the integration for RudderStack's SDK, with the full mapping."""

from __future__ import annotations

from paqbridge.deliver.memory import remembering
from paqbridge.mapping.full.core import map_full
from paqbridge.plugins.rudderstack import create_plugin
from paqbridge.settings.full_table import FULL_SETTINGS

plugin = create_plugin(remembering(map_full), FULL_SETTINGS)
