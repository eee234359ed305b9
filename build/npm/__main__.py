"""``python build npm [FOLDER]``: make ``paqbridge-VERSION.tgz`` in a folder, ``release/`` else."""

from __future__ import annotations

import sys
from pathlib import Path

from npm.tarball import make_tarball

TOP = Path(__file__).resolve().parents[2]


def main() -> int:
    """Make the tarball; print where it is."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TOP / "release"
    print(make_tarball(TOP, target))
    return 0


if __name__ == "__main__":
    sys.exit(main())
