"""Facts that are fixed when a bundle is built; ``build/`` says which bundle has which.

What makes a build is its kit: ``kits/``. A flag is for a leaf that is in no kit.
"""

from __future__ import annotations

DATES: bool = False
"""Whether dates count as their ISO texts: the classic host makes dates of those."""

VERSION: str = "0.1.0"
"""The version that a page can read as ``analytics.VERSION``."""
