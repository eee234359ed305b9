"""``analytics.explain.min.js``: the full standalone, which says what becomes of each call."""

from __future__ import annotations

from paqbridge.kits.explain import create_explaining
from paqbridge.source.install_whole import install_whole
from paqbridge.source.methods import create_whole

KITS = create_explaining()

install_whole(create_whole(KITS["source"], KITS["kit"]))
