"""Fetches what a verb of the Makefile needs: Python tools, Node tools, a browser, mutmut, Sphinx.

Each tool leaves a stamp that says from which pins it was installed; while that still holds,
there is nothing to do. Standard library only and no syntax newer than Python 3.8, so that an
old Python is answered with a sentence instead of a SyntaxError.
"""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Sequence

from bootstrap.prerequisites import (
    PYTHONS,
    Missing,
    check_node,
    choose_python,
    node_version,
    probe_python,
    python_commands,
)

ROOT = Path(__file__).resolve().parents[2]
PINS = Path(__file__).resolve().parent
VENV_PYTHON = ROOT / ".venv" / "bin" / "python"
PYTHON_STAMP = ROOT / ".venv" / "stamp"
PYTHON_PINS = (PINS / "requirements.txt",)
MUTANTS_STAMP = ROOT / ".venv" / "stamp-mutants"
MUTANTS_PINS = (PINS / "requirements-mutants.txt",)
DOCS_STAMP = ROOT / ".venv" / "stamp-docs"
DOCS_PINS = (PINS / "requirements-docs.txt",)
WEBKIT_STAMP = ROOT / ".venv" / "stamp-webkit"
WEBKIT_PINS = (PINS / "requirements-webkit.txt",)
FIREFOX_PYTHON = ROOT / ".venv-firefox" / "bin" / "python"
FIREFOX_STAMP = ROOT / ".venv-firefox" / "stamp"
FIREFOX_PINS = (PINS / "requirements-firefox.txt",)
NODE_STAMP = ROOT / "node_modules" / ".stamp"
NODE_PINS = (ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")


def mark(pins: Sequence[Path], runtime: str) -> str:
    """Text that changes with the pinned versions, the runtime and the kind of machine.

    The machine counts because a folder may be shared between a container and its host.
    """
    digest = hashlib.sha256()
    for pin in pins:
        digest.update(pin.read_bytes())
    return "%s %s %s %s\n" % (runtime, sys.platform, platform.machine(), digest.hexdigest())


def is_fresh(stamp: Path, wanted: str) -> bool:
    """Whether `stamp` was written for exactly the `wanted` mark."""
    return stamp.is_file() and stamp.read_text() == wanted


def run(command: Sequence[str], what: str) -> None:
    """Run a command of an installation in the project's folder; Missing when it fails."""
    result = subprocess.run(command, cwd=str(ROOT), stdin=subprocess.DEVNULL)
    if result.returncode != 0:
        raise Missing("%s failed, see above. Can this machine reach its package registry?" % what)


def pip_install(pins: Path, python: Path | None = None) -> None:
    """Install exactly the pinned packages into .venv, or where this Python is."""
    quietly = ["--quiet", "--disable-pip-version-check", "--no-input"]
    run(
        [str(python or VENV_PYTHON), "-m", "pip", "install", *quietly, "-r", str(pins)],
        "pip install",
    )


def venv_mark() -> str | None:
    """The mark that a complete .venv would carry; None without a Python in it that fits."""
    python = probe_python(str(VENV_PYTHON))
    if python is None or python.version not in PYTHONS:
        return None
    return mark(PYTHON_PINS, "%d.%d" % python.version)


def ensure_python() -> None:
    """Make .venv with the pinned Python tools, from scratch whenever the pins changed."""
    wanted = venv_mark()
    if wanted is not None and is_fresh(PYTHON_STAMP, wanted):
        return
    found = [probe_python(command) for command in python_commands()]
    python = choose_python([one for one in found if one is not None])
    print("installing the Python tools into .venv ...", flush=True)
    run([python, "-m", "venv", "--clear", str(VENV_PYTHON.parents[1])], "Making .venv")
    pip_install(PYTHON_PINS[0])
    PYTHON_STAMP.write_text(venv_mark() or "")


def ensure_mutants() -> None:
    """Add the tool of `make mutants` to .venv: no other verb pays for it."""
    ensure_besides("mutants", MUTANTS_PINS, MUTANTS_STAMP, "mutation check")


def ensure_docs() -> None:
    """Add the generator of `make docs` to .venv: no other verb pays for it."""
    ensure_besides("docs", DOCS_PINS, DOCS_STAMP, "docs generator")


def ensure_besides(name: str, pins: Sequence[Path], stamp: Path, what: str) -> None:
    """Add to .venv what one verb alone needs, with a stamp of its own."""
    ensure_python()
    wanted = mark(pins, name)
    if is_fresh(stamp, wanted):
        return
    print("installing the %s into .venv ..." % what, flush=True)
    pip_install(pins[0])
    stamp.write_text(wanted)


def ensure_node() -> None:
    """Make node_modules from the lock file, whenever it changed."""
    version, npm = node_version(), shutil.which("npm")
    check_node(version, npm)
    wanted = mark(NODE_PINS, "node")
    if is_fresh(NODE_STAMP, wanted):
        return
    print("installing the JavaScript tools into node_modules ...", flush=True)
    # NODE_ENV=production would leave out every tool: all of them are development dependencies.
    run([str(npm), "ci", "--include=dev", "--no-progress", "--loglevel=error"], "npm ci")
    NODE_STAMP.write_text(wanted)


def ensure_browser() -> None:
    """Find or install a Chromium for the browser tests; browser.py says what is missing."""
    ensure_python()
    find_with("bootstrap.browser")


def find_with(script: str) -> None:
    """Let a script of ours find or install a program; where there is none, it says what to do."""
    result = subprocess.run([str(VENV_PYTHON), str(ROOT / "build"), script])
    if result.returncode != 0:
        raise SystemExit(result.returncode)


def ensure_firefox() -> None:
    """Make .venv-firefox, whose Playwright can drive a Firefox as released; find or install one."""
    ensure_python()
    wanted = mark(FIREFOX_PINS, venv_mark() or "")
    if not is_fresh(FIREFOX_STAMP, wanted):
        print("installing what drives Firefox into .venv-firefox ...", flush=True)
        place = str(FIREFOX_PYTHON.parents[1])
        run([str(VENV_PYTHON), "-m", "venv", "--clear", place], "Making .venv-firefox")
        pip_install(FIREFOX_PINS[0], FIREFOX_PYTHON)
        FIREFOX_STAMP.write_text(wanted)
    find_with("bootstrap.firefox")


def ensure_webkit() -> None:
    """Add to .venv what drives a WebKit; find or install one."""
    ensure_besides("webkit", WEBKIT_PINS, WEBKIT_STAMP, "driver of WebKit")
    find_with("bootstrap.webkit")


def ensure_servers() -> None:
    """Find or install the web servers of the first-party tests, where that can be done."""
    ensure_python()
    subprocess.run([str(VENV_PYTHON), str(ROOT / "build"), "bootstrap.servers"])


TOOLS = {
    "python": ensure_python,
    "node": ensure_node,
    "browser": ensure_browser,
    "firefox": ensure_firefox,
    "webkit": ensure_webkit,
    "mutants": ensure_mutants,
    "docs": ensure_docs,
    "servers": ensure_servers,
}


def main(names: Sequence[str]) -> int:
    """Fetch the named tools, Node's beside the others; 1 after saying what is missing, else 0."""
    lanes = [name for name in names if name == "node"], [name for name in names if name != "node"]
    with ThreadPoolExecutor() as pool:
        return max(pool.map(fetch, lanes))


def fetch(names: Sequence[str]) -> int:
    """Fetch the named tools in order; 0 when all are there, 1 after saying what is missing."""
    try:
        for name in names:
            TOOLS[name]()
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0
