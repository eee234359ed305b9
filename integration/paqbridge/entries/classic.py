"""``classic.mjs``: the integration for classic analytics.js, lean."""

from __future__ import annotations

from paqbridge.hosts.classic import create_integration
from paqbridge.kits.lean import LEAN

integration = create_integration(LEAN)
