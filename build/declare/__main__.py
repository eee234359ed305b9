"""``python build/declare``: write the settings tables in the docs, and the README's stub, anew."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from declare.readme import renew

renew()
