"""The programs of Python in the docs print what the docs say."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.docs.pages import TOP, named

PROGRAMS = named("program")
PRINTED = named("printed")


@pytest.mark.parametrize("name", PROGRAMS)
def test_program(name: str) -> None:
    """A program, run as it stands there, prints what stands below it, and no warning."""
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAMS[name].code],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(TOP / "integration")},
        timeout=60,
    )
    assert (ran.stderr, ran.stdout.rstrip("\n")) == ("", PRINTED[name].code)
