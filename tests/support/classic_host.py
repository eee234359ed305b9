"""The shipped classic integration in the real analytics.js-core, as one script for a page."""

from __future__ import annotations

from pathlib import Path

from tests.support.host_script import TOP, host_script

__all__ = ["TOP", "host_text"]

ENTRY = Path(__file__).with_name("classic_host.js")


def host_text(classic: Path = TOP / "dist/classic.mjs") -> str:
    """Return a script that puts the host on ``window.analytics``, with this file as its plugin."""
    return host_script(ENTRY, f"--alias:our-classic={classic}", "--minify")
