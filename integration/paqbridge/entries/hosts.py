"""``hosts.mjs``: the adapters that have the full mapping, and that mapping once.

A bundler takes them from here, so that two in one page share it; what is not used it leaves out.
"""

from __future__ import annotations

from paqbridge.hosts import generic, getanalytics, rudderstack, segment
from paqbridge.kits.full import FULL

for_core = generic.create_generic(FULL)
for_segment = segment.create_plugin(FULL)
for_rudderstack = rudderstack.create_plugin(FULL)
for_getanalytics = getanalytics.create_plugin(FULL)
