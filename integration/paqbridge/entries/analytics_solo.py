"""``analytics.solo.min.js``: the lean standalone and our tracker in one script."""

from __future__ import annotations

from paqbridge.kits.lean_standalone import LEAN_STANDALONE
from paqbridge.kits.solo import SOLO
from paqbridge.source.analytics import create_analytics
from paqbridge.source.install import install

install(create_analytics(LEAN_STANDALONE, SOLO))
