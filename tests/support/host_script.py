"""A host library from npm with our module, bundled as a site would bundle them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

TOP = Path(__file__).parents[2]


def host_script(source: Path, folder: Path) -> Path:
    """Bundle ``source``, where ``paqbridge/NAME`` is ``dist/NAME.mjs``; return the script."""
    out = folder / "host.js"
    modules = sorted((TOP / "dist").glob("*.mjs"))
    command: list[str | Path] = [
        TOP / "node_modules/.bin/esbuild",
        source,
        "--bundle",
        *(f"--alias:paqbridge/{module.stem}={module}" for module in modules),
        "--define:global=window",  # analytics.js-core is written for bundlers that do this
        "--log-level=error",
        f"--outfile={out}",
    ]
    # For a source that is not beside the libraries.
    subprocess.run(command, check=True, env={**os.environ, "NODE_PATH": str(TOP / "node_modules")})
    return out
