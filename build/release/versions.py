"""The version: one place says it, and every package asks here or there."""

from __future__ import annotations

import re
from pathlib import Path

PLACE = "integration/paqbridge/flags.py"
"""Pages read it as ``analytics.VERSION``; the wheel takes it from here, too (pyproject.toml)."""

VERSION = re.compile(r'^VERSION: str = "([^"]+)"$', re.MULTILINE)


def version_of(top: Path) -> str:
    """Return the version of the sources under `top`."""
    found = VERSION.search((top / PLACE).read_text("utf-8"))
    if found is None:
        raise ValueError(f"{PLACE} has no line such as VERSION: str = '1.2.3'")
    return found[1]
