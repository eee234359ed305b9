"""``core.mjs``: the full mapping and the destination alone."""

from __future__ import annotations

from paqbridge.hosts.generic import create_generic
from paqbridge.kits.full import FULL

destination = create_generic(FULL)
