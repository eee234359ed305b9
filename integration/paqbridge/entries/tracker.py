"""``tracker.min.js``: our own tracker, for any page that has ``_paq``."""

from __future__ import annotations

from paqbridge.tracker.shell.several import create_trackers
from paqbridge.tracker.shell.taking_over import nothing, take_over

take_over(create_trackers, nothing)
