"""``analytics.solo.min.js``: the lean standalone and our tracker in one script."""

from __future__ import annotations

from paqbridge.kits.lean_standalone import LEAN_STANDALONE
from paqbridge.kits.solo import SOLO
from paqbridge.source.analytics import create_analytics
from paqbridge.source.install import install
from paqbridge.tracker.lean import LEAN
from paqbridge.tracker.shell.senses import LEAN_SENSES
from paqbridge.tracker.shell.taking_over import take_over

take_over(LEAN, LEAN_SENSES)
install(create_analytics(LEAN_STANDALONE, SOLO))
