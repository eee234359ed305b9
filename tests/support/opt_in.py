"""What only a run plays that asks for it: tests/README.md, "Opt-in"."""

from __future__ import annotations

import os

EVERY_VECTOR = "EVERY_VECTOR" in os.environ
CONSENT_MATRIX = "CONSENT_MATRIX" in os.environ
APPS = "APPS" in os.environ
FIREFOX = os.environ.get("PAQBRIDGE_BROWSER") == "firefox"
WEBKIT = os.environ.get("PAQBRIDGE_BROWSER") == "webkit"
MATOMO_URL = bool(os.environ.get("MATOMO_URL"))
