"""``analytics.min.js``: the standalone script with the core mapping."""

from __future__ import annotations

from paqbridge.mapping.core import map_event
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.wording import short
from paqbridge.source.analytics import create_analytics
from paqbridge.source.install import install

install(create_analytics(map_event, LEAN_SETTINGS, short))
