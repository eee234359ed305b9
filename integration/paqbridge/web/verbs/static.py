"""Copy scripts, modules, source maps and `integrity.json` into a folder that your server has."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from paqbridge.web.static import copy_to


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="it is made if it is not there")


def run(options: argparse.Namespace) -> int:
    """Copy, and say how many files; 2 and a sentence on stderr where that cannot be."""
    try:
        print(f"{len(copy_to(options.folder))} files in {options.folder}")
    except OSError as error:
        print(f"paqbridge static: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    return 0
