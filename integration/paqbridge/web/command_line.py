"""``python -m paqbridge VERB``: one table of verbs, each a module of ``verbs``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any

from paqbridge.flags import VERSION

NAME = "python -m paqbridge"

UNREAD = 141
"""The status that shells know of a program whose reader has gone."""

VERBS: dict[str, str] = {
    "snippet": "print the markup that a page carries",
    "static": "copy the built files into a folder",
    "schema": "print the JSON schema of the settings",
    "verify": "open a page in a browser and say whether its calls arrive at Matomo",
    "proxy": "write the server configuration for script and hits under the site's own names",
}
"""Verb -> what it does; its module is imported when it is asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a verb; return the status that the process ends with.

    What the system refuses is a sentence. Who reads what is written may stop, as ``head`` does.
    """
    options = parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # some consoles know few letters
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    except OSError as error:
        print(f"{NAME}: {error.strerror or error}", file=sys.stderr)
        return 2
    return status


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    top = argparse.ArgumentParser(prog=NAME, description="Segment-style calls to Matomo.")
    top.add_argument("--version", action="version", version=VERSION)
    verbs = top.add_subparsers(title="verbs", required=True, metavar="VERB")
    for verb, about in VERBS.items():
        module: Any = import_module(f"paqbridge.web.verbs.{verb}")
        part = verbs.add_parser(verb, help=about, description=module.__doc__)
        module.add_arguments(part)
        part.set_defaults(run=module.run)
    return top
