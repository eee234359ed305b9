"""Where and with what the results were measured."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bench.lanes import Lane
from paqbridge.flags import VERSION

TOP = Path(__file__).resolve().parents[1]


def circumstances(lanes: Iterable[Lane], chromium: str) -> dict[str, object]:
    """Return what somebody needs to know to compare these results with theirs."""
    versions = {"chromium": chromium, "node": node()}
    return {**place(), "versions": {**versions, **packages(lane.package for lane in lanes)}}


def place() -> dict[str, str]:
    """Return when and on which machine this runs."""
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}"
    return {"date": date.today().isoformat(), "machine": machine}


def processor() -> str:
    """Return the processor's name, or at least its kind."""
    try:
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.M)
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


def node() -> str:
    """Return the version of Node, whose brotli and tools the bytes come from."""
    done = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True)
    return done.stdout.strip().removeprefix("v")


def packages(names: Iterable[str]) -> dict[str, str]:
    """Return our version and those of the peers; "" names none."""
    folders = {name: TOP / "node_modules" / name for name in names if name}
    read = {
        name: json.loads((folder / "package.json").read_text("utf-8"))
        for name, folder in folders.items()
    }
    versions = {name: str(package["version"]) for name, package in read.items()}
    return dict(sorted({**versions, "paqbridge": VERSION}.items()))
