"""``classic.full.mjs``: the integration for classic analytics.js, with the full mapping."""

from __future__ import annotations

from paqbridge.hosts.classic import create_integration
from paqbridge.kits.full import FULL

integration = create_integration(FULL)
