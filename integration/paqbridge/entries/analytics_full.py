"""``analytics.full.min.js``: the standalone script with the full mapping."""

from __future__ import annotations

from paqbridge.deliver.memory import remembering
from paqbridge.mapping.full.core import map_full
from paqbridge.settings.full_table import FULL_SETTINGS
from paqbridge.settings.wording import short
from paqbridge.source.analytics import create_analytics
from paqbridge.source.install import install

install(create_analytics(remembering(map_full), FULL_SETTINGS, short))
