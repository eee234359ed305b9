"""``python -m paqbridge VERB``: one table of verbs, each a module of ``verbs``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from paqbridge.flags import VERSION

VERBS: dict[str, str] = {
    "snippet": "print the markup that a page carries",
    "static": "copy the built files into a folder",
    "schema": "print the JSON schema of the settings",
    "verify": "open a page in a browser and say whether its calls arrive at Matomo",
    "proxy": "write the server configuration for script and hits under the site's own names",
}
"""Verb -> what it does; its module is imported when it is asked for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a verb; return the status that the process ends with."""
    options = parser().parse_args(arguments)
    status: int = options.run(options)
    return status


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    top = argparse.ArgumentParser(prog="paqbridge", description="Segment-style calls to Matomo.")
    top.add_argument("--version", action="version", version=VERSION)
    verbs = top.add_subparsers(title="verbs", required=True, metavar="VERB")
    for verb, about in VERBS.items():
        module: Any = import_module(f"paqbridge.web.verbs.{verb}")
        part = verbs.add_parser(verb, help=about, description=module.__doc__)
        module.add_arguments(part)
        part.set_defaults(run=module.run)
    return top
