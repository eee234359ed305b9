"""``analytics.full.solo.min.js``: the full standalone and our tracker in one script."""

from __future__ import annotations

from paqbridge.kits.full_solo import FULL_SOLO
from paqbridge.kits.full_standalone import FULL_STANDALONE
from paqbridge.source.install_whole import install_whole
from paqbridge.source.methods import create_whole

install_whole(create_whole(FULL_STANDALONE, FULL_SOLO))
