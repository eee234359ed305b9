"""``analytics.min.js``: the lean standalone script."""

from __future__ import annotations

from paqbridge.kits.lean import LEAN
from paqbridge.kits.lean_standalone import LEAN_STANDALONE
from paqbridge.source.analytics import create_analytics
from paqbridge.source.install import install

install(create_analytics(LEAN_STANDALONE, LEAN))
