"""A script with a host library from npm and our module, bundled as a site would bundle them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

TOP = Path(__file__).parents[2]


def host_script(source: Path, *options: str) -> str:
    """Bundle a file in which ``paqbridge/NAME`` is ``dist/NAME.mjs``, ``paqbridge`` the standalone.

    ``options`` are esbuild's.
    """
    modules = sorted((TOP / "dist").glob("*.mjs"))
    command: list[str | Path] = [
        TOP / "node_modules/.bin/esbuild",
        source,
        "--bundle",
        "--format=iife",
        *(f"--alias:paqbridge/{module.stem}={module}" for module in modules),
        f"--alias:paqbridge={TOP}/dist/analytics.mjs",
        "--define:global=window",  # analytics.js-core is written for bundlers that do this
        "--log-level=error",
        *options,
    ]
    # For a source that is not beside the libraries.
    where = {**os.environ, "NODE_PATH": str(TOP / "node_modules")}
    return subprocess.run(command, check=True, env=where, capture_output=True, text=True).stdout
