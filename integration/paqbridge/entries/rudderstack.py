"""``rudderstack.mjs``: the integration for RudderStack's SDK, with the full mapping."""

from __future__ import annotations

from paqbridge.hosts.rudderstack import create_plugin
from paqbridge.kits.full import FULL

plugin = create_plugin(FULL)
