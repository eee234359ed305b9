"""``python build release.checks``: whether this commit may be released; says what is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from release.changelog import complaints
from release.versions import version_of

TOP = Path(__file__).resolve().parents[2]


def git(top: Path, *arguments: str) -> str:
    """Return what git answers; CalledProcessError outside a repository."""
    command = ["git", "-C", str(top), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def changes(top: Path) -> list[str]:
    """Return a sentence if files are not as in the commit: nobody could make that release again."""
    changed = [line[3:] for line in git(top, "status", "--porcelain").splitlines()]
    if not changed:
        return []
    more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
    return [f"not committed: {', '.join(changed[:3])}{more}"]


def refusals(top: Path) -> list[str]:
    """Return why the sources under `top` are no release, a sentence each; none if they are."""
    log = (top / "CHANGELOG.md").read_text("utf-8")
    return [*changes(top), *complaints(log, version_of(top))]


def main() -> int:
    """Say what is wrong, and 1; or 0."""
    found = refusals(TOP)
    for sentence in found:
        print(f"no release: {sentence}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
