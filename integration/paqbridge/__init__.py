"""paqbridge: Segment-style analytics calls, delivered to Matomo's ``_paq``.

Most modules below are Python that Transcrypt turns into browser code; the same source runs on
CPython.  The path of a call is the list of folders: ``source`` or ``hosts`` -> ``calls`` ->
``mapping`` -> ``commands`` -> ``destination`` -> ``transports``.  What Python sites use is in
``web``: names of ``__all__``, imported when they are asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paqbridge.web.checked import SettingsError
    from paqbridge.web.snippet import snippet
    from paqbridge.web.translate import Translation, translate

PLACES: dict[str, str] = {
    "SettingsError": "paqbridge.web.checked",
    "Translation": "paqbridge.web.translate",
    "snippet": "paqbridge.web.snippet",
    "translate": "paqbridge.web.translate",
}
"""Public name -> the module of ``web`` that has it."""

__all__ = ["SettingsError", "Translation", "snippet", "translate"]


def __getattr__(name: str) -> object:
    """Import a public name; nothing of it is loaded where only a module below is wanted."""
    if name not in PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(PLACES[name]), name)
    return found
