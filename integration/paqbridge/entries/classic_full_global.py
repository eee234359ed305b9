"""``classic.full.min.js``: the same integration as ``window.piwikIntegration``."""

from __future__ import annotations

from paqbridge.entries.classic_full import integration
from paqbridge.host import set_global

set_global("piwikIntegration", integration)
