"""What is no release is refused, in sentences that say what to do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from release.changelog import notes_of
from release.checks import refusals

LOG = """# Changelog

## [Unreleased]

## [1.2.3] - 2026-11-28

- New.

## [1.2.2] - 2026-01-01

- Old.
"""
AUTHOR = ("-c", "user.name=Any", "-c", "user.email=any@example.org")


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with one commit, which may be released."""
    write(tmp_path, "integration/paqbridge/flags.py", 'VERSION: str = "1.2.3"\n')
    write(tmp_path, "CHANGELOG.md", LOG)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def write(top: Path, name: str, text: str) -> None:
    """Write a file."""
    (top / name).parent.mkdir(parents=True, exist_ok=True)
    (top / name).write_text(text, "utf-8")


def git(top: Path, *arguments: str) -> None:
    """Run git."""
    subprocess.run(["git", "-C", str(top), *AUTHOR, *arguments], check=True)


def commit(top: Path) -> None:
    """Commit all that is there."""
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "Any")


def test_a_release(top: Path) -> None:
    """Nothing is wrong with it."""
    assert refusals(top) == []


def test_changes_that_are_not_committed(top: Path) -> None:
    """Neither a changed file nor a new one, which the archives would have; both are named."""
    write(top, "CHANGELOG.md", LOG + "\n")
    write(top, "new.py", "")
    assert refusals(top) == ["not committed: CHANGELOG.md, new.py"]


CHANGELOGS = [
    ("1.2.3", "1.2.4", "has no entry for 1.2.3"),
    ("- New.", "", "has no entry for 1.2.3"),
    (" - 2026-11-28", "", "dates 1.2.3 nowhere"),
    ("2026-11-28", "soon", "dates 1.2.3 soon"),
    ("[Unreleased]\n", "[Unreleased]\n\n- More.\n", "has entries under Unreleased"),
]


@pytest.mark.parametrize(("part", "instead", "complaint"), CHANGELOGS)
def test_a_changelog_that_does_not_tell(part: str, instead: str, complaint: str, top: Path) -> None:
    """A version without its dated entry is refused, and one that leaves entries untold."""
    write(top, "CHANGELOG.md", LOG.replace(part, instead))
    commit(top)
    assert [complaint in sentence for sentence in refusals(top)] == [True]


def test_notes() -> None:
    """The notes of a version are its entry, whole, and no other's."""
    assert notes_of(LOG, "1.2.3") == "# 1.2.3 - 2026-11-28\n\n- New.\n"
    assert notes_of(LOG, "1.2.2") == "# 1.2.2 - 2026-01-01\n\n- Old.\n"
