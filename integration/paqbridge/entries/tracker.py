"""``tracker.min.js``: our own tracker, for any page that has ``_paq``."""

from __future__ import annotations

from paqbridge.tracker.shell.senses import WHOLE_SENSES
from paqbridge.tracker.shell.taking_over import nothing, take_over
from paqbridge.tracker.whole import WHOLE

take_over(WHOLE, WHOLE_SENSES, nothing)
