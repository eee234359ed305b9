"""What a machine must have before a verb can fetch the rest: a fitting Python, Node and npm.

The choices are pure functions over what `probe_python` and `node_version` saw.
Standard library only and no syntax newer than Python 3.8: see bootstrap.py.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import NamedTuple, Sequence

# Transcrypt 3.9.5 walks Python's own syntax tree with attributes that 3.14 removed.
PYTHONS = ((3, 11), (3, 12), (3, 13))
NODE_MAJOR = 20

PYTHON_HELP = """Debian, Ubuntu: apt-get install python3 python3-venv
macOS: brew install python@3.13
Installed under another name: make PYTHON=/path/to/python3.12 ..."""
NODE_HELP = """Debian, Ubuntu: apt-get install nodejs npm, where that is recent enough
macOS: brew install node
Anywhere: a version manager such as nvm or fnm, or the installer of the Node.js project"""

# Python 2 must be able to run this too, to be told apart.
PROBE = """import sys
try:
    import ensurepip, venv
    whole = 1
except ImportError:
    whole = 0
sys.stdout.write("%d %d %d" % (sys.version_info[0], sys.version_info[1], whole))"""


class Missing(Exception):
    """Something is not there; the text says what, and how to get it."""


class Python(NamedTuple):
    """One Python of this machine: its command, its version, whether it can make a venv."""

    command: str
    version: tuple[int, int]
    has_venv: bool


def probe_python(command: str) -> Python | None:
    """Ask one command which Python it is; None when it does not run."""
    if shutil.which(command) is None:
        return None
    try:
        answer = subprocess.run(
            [command, "-c", PROBE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = answer.stdout.decode("ascii", "replace").split()
    if answer.returncode != 0 or len(words) != 3:
        return None
    return Python(command, (int(words[0]), int(words[1])), words[2] == "1")


def python_commands() -> list[str]:
    """The commands to ask, the one that runs this file first."""
    names = ["python%d.%d" % version for version in reversed(PYTHONS)]
    return [sys.executable, *names, "python3"]


def choose_python(found: Sequence[Python]) -> str:
    """The command of the first Python that fits and can make a venv; Missing when none does."""
    fitting = [python for python in found if python.version in PYTHONS]
    for python in fitting:
        if python.has_venv:
            return python.command
    if fitting:
        version = "%d.%d" % fitting[0].version
        raise Missing(
            "Python %s is here, but its venv module is not (or lacks ensurepip).\n"
            "Debian, Ubuntu: apt-get install python3-venv (or python%s-venv)" % (version, version)
        )
    seen = ", ".join(sorted({"%d.%d" % python.version for python in found})) or "none"
    raise Missing("Python 3.11, 3.12 or 3.13 is needed; found: %s.\n%s" % (seen, PYTHON_HELP))


def node_version() -> str | None:
    """What `node --version` prints; None when there is no Node that runs."""
    node = shutil.which("node")
    if node is None:
        return None
    try:
        answer = subprocess.run([node, "--version"], stdout=subprocess.PIPE, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.decode("ascii", "replace").strip()


def check_node(version: str | None, npm: str | None) -> None:
    """Raise Missing unless `version` is Node 20 or newer and npm was found."""
    match = re.match(r"v(\d+)\.", version or "")
    if match is None or int(match.group(1)) < NODE_MAJOR:
        seen = version or "none"
        raise Missing("Node %d or newer is needed; found: %s.\n%s" % (NODE_MAJOR, seen, NODE_HELP))
    if npm is None:
        raise Missing("Node %s is here, but npm is not.\n%s" % (version, NODE_HELP))
