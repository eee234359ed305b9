"""Facts that a build fixes; ``build/compile/bundles.py`` says which bundle has which."""

NOTES: bool = True
"""Whether the mapping explains what it leaves out. Production bundles are built without."""

FULL: bool = True
"""Whether the build has the full mapping; the core mapping leaves out what only that one needs."""

CORE: bool = True
"""Whether the build is one with the core mapping, which must say what it lacks."""

DATES: bool = False
"""Whether dates count as their ISO texts, which the classic host makes dates of."""

VERSION: str = "0.1.0"
"""The version that a page can read as ``analytics.VERSION``."""
