"""The scripts of a lane, minified as its users would, and what they weigh."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bench.lanes import REFERENCE, Lane
from compile.pipeline import packed

TOP = Path(__file__).resolve().parents[1]
BIN = TOP / "node_modules/.bin"
BROTLI = """import { brotliCompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
process.stdout.write(String(brotliCompressSync(readFileSync(0)).length))"""


@dataclass(frozen=True)
class Scripts:
    """What a page of a lane runs: the library, whose cost counts, then the glue, which is ours."""

    library: str
    glue: str

    def weights(self) -> dict[str, int]:
        """Return the library's bytes: as it is, with `gzip -9`, with brotli at its best."""
        data = self.library.encode()
        if not data:
            return {"raw": 0, "gzip": 0, "brotli": 0}
        return {
            "raw": len(data),
            "gzip": packed(data),
            "brotli": int(run(["node", "--input-type=module", "-e", BROTLI], self.library)),
        }


def scripts_of(lane: Lane) -> Scripts:
    """Return the scripts of a lane; ``make build`` must have made ``dist/``."""
    glue = bundled(TOP / "bench/lanes" / lane.glue)
    if lane.library is None:
        return Scripts(glue, "")
    return Scripts(library_text(lane.library), glue)


def library_text(name: str) -> str:
    """Return the script that a page loads; the reference is made into one as ours is."""
    if name == REFERENCE:
        options = ["--ecma", "2018", "--compress", "passes=3,unsafe_arrows", "--mangle"]
        return run([BIN / "terser", *options], bundled(TOP / name))
    text = (TOP / name).read_text("utf-8") if name else ""
    # Nobody's browser asks for a map unless its tools are open.
    return re.sub(r"\n//# sourceMappingURL.*", "", text)


def bundled(entry: Path) -> str:
    """Return an entry with all that it imports, as one minified script."""
    command: list[str | Path] = [
        BIN / "esbuild",
        entry,
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2018",
        "--legal-comments=none",
        f"--alias:our-segment={TOP / 'dist/segment.mjs'}",
        f"--alias:our-classic={TOP / 'dist/classic.mjs'}",
        "--define:global=window",
        '--define:process.env.NODE_ENV="production"',
        "--log-level=error",
    ]
    return run(command)


def run(command: list[str | Path], text: str = "") -> str:
    """Run a tool on ``text`` and return what it prints."""
    where = {**os.environ, "NODE_PATH": str(TOP / "node_modules")}
    done = subprocess.run(
        command, input=text, check=True, cwd=TOP, env=where, capture_output=True, text=True
    )
    return done.stdout
