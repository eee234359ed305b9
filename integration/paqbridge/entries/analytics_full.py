"""``analytics.full.min.js``: the full standalone script."""

from __future__ import annotations

from paqbridge.kits.full_standalone import FULL_STANDALONE, WHOLE
from paqbridge.source.install_whole import install_whole
from paqbridge.source.methods import create_whole

install_whole(create_whole(FULL_STANDALONE, WHOLE))
