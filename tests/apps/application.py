"""A framework's application: installed, compiled and built by its own tools, outside the tree.

Its sources are a folder beside this file; the recipe is put into them word for word from the docs.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.docs.pages import TOP, named
from tests.support.visit import Visit

HERE = Path(__file__).parent
CACHE = TOP / ".apps"
"""Where applications are built; what npm has installed there survives runs."""

PINS = ("package.json", "package-lock.json", ".npmrc")
LINES = 10
"""So many a recipe has at most, blank ones apart."""


MATOMO = "https://matomo.example.org"
"""Where Matomo is in a recipe. A test puts that of its own site there, and nothing else."""


def recipe(name: str) -> str:
    """Return a recipe of the docs as it stands there."""
    code = named("install")[name].code
    assert len([line for line in code.splitlines() if line.strip()]) <= LINES
    assert code.count(MATOMO) == 1
    return code


class Application:
    """One application in the cache. Whatever a tool of its own objects to is an error."""

    def __init__(self, name: str, tarball: Path) -> None:
        self.source = HERE / name
        self.folder = CACHE / name
        self._install_tools()
        self._install_package(tarball)
        self._copy_sources()

    def run(self, *command: str, **variables: str) -> str:
        """Run a command in the application, and return what it prints."""
        quiet = {"NEXT_TELEMETRY_DISABLED": "1", "npm_config_offline": "true"}
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, **quiet, **variables},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def write(self, path: str, text: str) -> None:
        """Write a file of the application."""
        (self.folder / path).write_text(text, "utf-8")

    def _install_tools(self) -> None:
        """Install what the lock names, whenever it has changed."""
        pins = hashlib.sha256(b"".join((self.source / name).read_bytes() for name in PINS))
        stamp = self.folder / "node_modules/.stamp"
        if stamp.is_file() and stamp.read_text() == pins.hexdigest():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in PINS:
            shutil.copy(self.source / name, self.folder)
        self.run("npm", "ci", npm_config_offline="false")
        stamp.write_text(pins.hexdigest())

    def _install_package(self, tarball: Path) -> None:
        """Install the tarball as it is now; npm would keep an older one of the same version."""
        shutil.rmtree(self.folder / "node_modules/paqbridge", ignore_errors=True)
        shutil.copy(tarball, self.folder)
        self.run("npm", "install", "--no-save", f"./{tarball.name}")

    def _copy_sources(self) -> None:
        for path in self.folder.iterdir():
            if path.name not in ("node_modules", *PINS):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self.source, self.folder, dirs_exist_ok=True)


def serve(folder: Path, visit: Visit) -> None:
    """Let a test's site have what was built; whatever has no file is a route of the application."""
    for path in folder.rglob("*.*"):
        text = path.read_text("utf-8").replace(MATOMO, visit.matomo)
        visit.site.files[path.relative_to(folder).as_posix()] = text
    visit.site.fallback = str(visit.site.files["index.html"])


def heading(html: str) -> str:
    """Return the text of the first heading of a page that a server has rendered."""
    found = re.search("<h1[^>]*>(.*?)</h1>", html)
    assert found is not None, html
    return found[1]
