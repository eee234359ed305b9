"""Print the JSON schema of the settings, for editors and for checks of settings documents."""

from __future__ import annotations

import argparse

from paqbridge.web.static import SCHEMA, text_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes: nothing."""


def run(options: argparse.Namespace) -> int:
    """Print."""
    print(text_of(SCHEMA))
    return 0
