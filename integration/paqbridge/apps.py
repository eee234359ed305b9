"""Where Django looks for the app ``paqbridge``; it is ``web.django``."""

from __future__ import annotations

from paqbridge.web.django.apps import PaqbridgeConfig

__all__ = ["PaqbridgeConfig"]
