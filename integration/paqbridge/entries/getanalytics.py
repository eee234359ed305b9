"""``getanalytics.mjs``: the plugin for getanalytics.io's ``analytics``, with the full mapping."""

from __future__ import annotations

from paqbridge.deliver.memory import remembering
from paqbridge.mapping.full.core import map_full
from paqbridge.plugins.getanalytics import create_plugin
from paqbridge.settings.full_table import FULL_SETTINGS

plugin = create_plugin(remembering(map_full), FULL_SETTINGS)
