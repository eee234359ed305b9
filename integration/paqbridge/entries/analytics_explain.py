"""``analytics.explain.min.js``: the full standalone, which says what becomes of each call."""

from __future__ import annotations

from paqbridge.kits.explain import create_explaining
from paqbridge.source.analytics import create_analytics
from paqbridge.source.documented import documented
from paqbridge.source.install import install

KITS = create_explaining()

install(documented(create_analytics(KITS["source"], KITS["kit"]), KITS["kit"]["rows"]))
