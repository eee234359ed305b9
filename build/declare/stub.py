"""The snippet's stub: ``stub.js`` is its one source, for the README and for whoever makes pages."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from textwrap import indent

from declare import TOP

SOURCE = Path(__file__).with_name("stub.js")
README = TOP / "README.md"
SHOWN = re.compile(r"(?<=<script>\n)  window\.analytics = .*?(?=  analytics\.load)", re.DOTALL)
"""Where a page shows it: from its first statement to the first call behind it."""


def stub() -> str:
    """Return the stub as people read it, without the note above it."""
    return SOURCE.read_text("utf-8").partition("\n")[2]


def minified() -> str:
    """Return the stub in one line, as browsers of any age read it."""
    command = [str(TOP / "node_modules/.bin/esbuild"), "--minify", "--target=es5"]
    run = subprocess.run(command, input=stub(), capture_output=True, text=True, check=True)
    return run.stdout.strip() + "\n"


def with_stub(text: str) -> str:
    """Return a page's text with the stub of today."""
    return SHOWN.sub(lambda _: indent(stub(), "  "), text)
