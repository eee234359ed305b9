"""``analytics.full.min.js``: the full standalone script."""

from __future__ import annotations

from paqbridge.kits.full import FULL
from paqbridge.kits.full_standalone import FULL_STANDALONE
from paqbridge.source.analytics import create_analytics
from paqbridge.source.documented import documented
from paqbridge.source.install import install

install(documented(create_analytics(FULL_STANDALONE, FULL), FULL["rows"]))
