"""``analytics.explain.min.js``: the full standalone, which says what becomes of each call."""

from __future__ import annotations

from paqbridge.deliver.memory import remembering
from paqbridge.explain.journal import create_journal
from paqbridge.explain.wording import long
from paqbridge.mapping.full.core import map_full
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS
from paqbridge.source.analytics import create_analytics
from paqbridge.source.install import install

install(create_analytics(remembering(map_full), EXPLAIN_SETTINGS, long, create_journal()))
