"""``classic.mjs``: the integration for classic analytics.js, with the core mapping."""

from __future__ import annotations

from paqbridge.mapping.core import map_event
from paqbridge.plugins.classic import create_integration
from paqbridge.settings.lean_table import LEAN_SETTINGS

integration = create_integration(map_event, LEAN_SETTINGS)
