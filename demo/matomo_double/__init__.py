"""A double of Matomo, for the demo and the tests: its tracker, a collector, and a judge of hits."""

from __future__ import annotations

from pathlib import Path

STAND_IN = Path(__file__).parent / "stand_in_tracker.js"
"""The script that stands in for Matomo's piwik.js."""
