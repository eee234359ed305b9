"""``segment.mjs``: the plugin for analytics-next, with the full mapping."""

from __future__ import annotations

from paqbridge.hosts.segment import create_plugin
from paqbridge.kits.full import FULL

plugin = create_plugin(FULL)
