"""Build-time constants, for packages that tests compile."""

NOTES: bool = True
