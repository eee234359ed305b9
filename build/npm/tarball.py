"""``npm pack``, in a folder that holds nothing but the package."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from npm.contents import contents


def write_package(top: Path, folder: Path) -> None:
    """Write the package's files into an empty folder, readable for all: npm keeps the modes."""
    for name, text in contents(top).items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o644)


def make_tarball(top: Path, target: Path) -> Path:
    """Make the tarball in ``target``, return its path. npm gives all files one date of its own."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        write_package(top, Path(folder))
        command = ["npm", "pack", "--json", "--pack-destination", str(target.resolve())]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    made: list[dict[str, str]] = json.loads(done.stdout)
    return target / made[0]["filename"]
