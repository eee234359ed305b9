"""Facts that are fixed when a bundle is built; ``build/`` says which bundle has which.

They are asked in leaves only: a table, a limit, a reader. What makes a build is its kit: ``kits/``.
"""

from __future__ import annotations

NOTES: bool = True
"""Whether the build explains what it leaves out: only ``explain/hooks.py`` asks."""

DATES: bool = False
"""Whether dates count as their ISO texts: the classic host makes dates of those."""

VERSION: str = "0.1.0"
"""The version that a page can read as ``analytics.VERSION``."""
