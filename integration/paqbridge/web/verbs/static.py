"""Copy scripts, modules, source maps and `integrity.json` into a folder that your server has."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from paqbridge.web.copies import copy_to


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("folder", type=named, metavar="DIR", help="it is made if it is not there")
    parser.add_argument(
        "--force", action="store_true", help="replace files of our names that are none of ours"
    )


def named(text: str) -> Path:
    """Return a folder; one without a name, as of a variable that is not set, would be this one."""
    if not text:
        raise argparse.ArgumentTypeError("expected the name of a folder; . is this one")
    return Path(text)


def run(options: argparse.Namespace) -> int:
    """Copy, and say how many files; 2 and a sentence on stderr where that cannot be."""
    try:
        copied = copy_to(options.folder, force=options.force)
    except OSError as error:
        if error.filename is None:  # not of the folder
            raise
        print(f"paqbridge static: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    print(f"{len(copied)} files in {options.folder}")
    return 0
