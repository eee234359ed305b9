"""The files of a release, made from `dist/` and the sources."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from npm.tarball import make_tarball
from release.changelog import UNRELEASED, notes_of, sections
from release.checks import git
from release.scripts_zip import scripts, write_zip
from release.stated import disagreements
from release.versions import version_of

NOTES = "NOTES.md"
SUMS = "SHA256SUMS"


class VersionsDiffer(Exception):
    """Says which package has another version than the sources."""


def make_packages(top: Path, out: Path) -> list[str]:
    """Make the packages of the sources under `top` in a folder, in place of what is there.

    Returns the files' names: npm's tarball, wheel, source archive, zip of scripts, notes, sums.
    All dates are that of the commit, so that whoever has it makes the same bytes. Nothing is
    replaced where VersionsDiffer is raised, or CalledProcessError by a tool.
    """
    epoch = int(git(top, "log", "-1", "--format=%ct"))
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    version = version_of(top)
    with tempfile.TemporaryDirectory() as work:
        made = Path(work, "release")
        made.mkdir()  # as others may read it: of the folder around it they may not
        make_tarball(top, made)
        run(top, sys.executable, "build", "pack", str(made))
        folder = f"paqbridge-{version}"
        files = {**scripts(top / "dist"), "LICENSE": (top / "LICENSE").read_bytes()}
        write_zip(made / f"{folder}-scripts.zip", folder, files, epoch)
        if wrong := disagreements(made, version):
            raise VersionsDiffer("\n".join(wrong))
        (made / NOTES).write_text(notes(top, version), "utf-8")
        (made / SUMS).write_text(sums(made), "utf-8")
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(made, out)
    return sorted(path.name for path in out.iterdir())


def notes(top: Path, version: str) -> str:
    """Return the notes of a version; of one without an entry what is unreleased."""
    log = (top / "CHANGELOG.md").read_text("utf-8")
    return notes_of(log, version if version in sections(log) else UNRELEASED)


def sums(folder: Path) -> str:
    """Return the sums of a folder's files, as `sha256sum --check` reads them."""
    found = [(hashlib.sha256(one.read_bytes()), one.name) for one in sorted(folder.iterdir())]
    return "".join(f"{digest.hexdigest()}  {name}\n" for digest, name in found)


def run(top: Path, *command: str) -> None:
    """Run a command quietly; where it fails, show what it said and raise CalledProcessError."""
    result = subprocess.run(command, cwd=top, capture_output=True, text=True)
    if result.returncode != 0:
        print(result.stdout, result.stderr, file=sys.stderr)
        result.check_returncode()
