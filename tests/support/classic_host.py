"""The shipped classic integration in the real analytics.js-core, as one script for a page."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

TOP = Path(__file__).parents[2]
ENTRY = Path(__file__).with_name("classic_host.js")


def host_text(classic: Path = TOP / "dist/classic.mjs") -> str:
    """Return a script that puts the host on ``window.analytics``, with this file as its plugin."""
    command: list[str | Path] = [
        TOP / "node_modules/.bin/esbuild",
        ENTRY,
        "--bundle",
        "--minify",
        "--format=iife",
        f"--alias:our-classic={classic}",
        "--define:global=window",
        "--log-level=error",
    ]
    where = {**os.environ, "NODE_PATH": str(TOP / "node_modules")}
    return subprocess.run(command, check=True, env=where, capture_output=True, text=True).stdout
