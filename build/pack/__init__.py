"""Packages: what of ``dist/`` goes into the wheel, and the wheel itself."""
