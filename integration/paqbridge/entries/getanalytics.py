"""``getanalytics.mjs``: the plugin for getanalytics.io's ``analytics``, with the full mapping."""

from __future__ import annotations

from paqbridge.hosts.getanalytics import create_plugin
from paqbridge.kits.full import FULL

plugin = create_plugin(FULL)
