"""``analytics.full.min.js``: the full standalone script."""

from __future__ import annotations

from paqbridge.kits.full import FULL
from paqbridge.kits.full_standalone import FULL_STANDALONE
from paqbridge.kits.linked import with_links
from paqbridge.source.analytics import create_analytics
from paqbridge.source.install import install

install(create_analytics(FULL_STANDALONE, with_links(FULL)))
