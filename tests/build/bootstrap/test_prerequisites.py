"""What a machine must have, and what it is told where it lacks that."""

import sys

import pytest

from bootstrap.prerequisites import (
    Missing,
    Python,
    check_node,
    choose_python,
    probe_python,
    python_commands,
)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_first_python_that_fits(version):
    """Of several Pythons the first from 3.11 to 3.13 with venv is taken."""
    found = [
        Python("old", (3, 10), True),
        Python("new", (3, 14), True),
        Python("bare", version, False),
        Python("fits", version, True),
        Python("later", (3, 12), True),
    ]
    assert choose_python(found) == "fits"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], ["3.11, 3.12 or 3.13", "found: none", "apt-get install python3 python3-venv"]),
        ([Python("a", (3, 9), True), Python("b", (3, 14), True)], ["found: 3.14, 3.9", "brew"]),
        ([Python("a", (3, 12), False)], ["Python 3.12 is here", "python3-venv", "python3.12-venv"]),
    ],
)
def test_no_python_fits(found, words):
    """Without a fitting Python the message names what was found and how to get one."""
    with pytest.raises(Missing) as missing:
        choose_python(found)
    assert all(word in str(missing.value) for word in words)


def test_running_python_is_asked_first():
    """`make PYTHON=...` decides, as the interpreter that runs the script goes before others."""
    assert python_commands()[0] == sys.executable


def test_probe_tells_version_and_venv():
    """A Python is asked itself, as its name may say something else."""
    assert probe_python(sys.executable) == Python(sys.executable, sys.version_info[:2], True)


@pytest.mark.parametrize("script", [None, "exit 1", "echo 3 12 1; exit 1", "echo 3.12", "exit 127"])
def test_probe_of_what_is_no_python(tmp_path, script):
    """A command that is absent, fails or answers something else counts as no Python."""
    command = tmp_path / "python3"
    if script is not None:
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)
    assert probe_python(str(command)) is None


@pytest.mark.parametrize("version", ["v20.0.0", "v22.11.0", "v100.1.0"])
def test_node_that_fits(version):
    """Node 20 and everything newer will do."""
    check_node(version, "/usr/bin/npm")


@pytest.mark.parametrize(
    ("version", "npm", "words"),
    [
        (None, None, ["Node 20 or newer", "found: none", "nodejs npm"]),
        ("v18.19.0", "/usr/bin/npm", ["Node 20 or newer", "found: v18.19.0"]),
        ("no version", "/usr/bin/npm", ["found: no version"]),
        ("v20.1.0", None, ["npm is not", "nodejs npm"]),
    ],
)
def test_node_that_does_not(version, npm, words):
    """The message names what was found instead and how to get what is missing."""
    with pytest.raises(Missing) as missing:
        check_node(version, npm)
    assert all(word in str(missing.value) for word in words)
