"""``python build pack [FOLDER]``: make wheel and source archive, in ``release/`` or there.

hatchling takes ``SOURCE_DATE_EPOCH`` as the date of all files, or a date of its own: the same
sources give the same bytes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def main() -> int:
    """Make them with the pinned hatchling, which is here: nothing is fetched."""
    folder = sys.argv[1] if len(sys.argv) > 1 else "release"
    command = [sys.executable, "-m", "hatchling", "build", "--directory", folder]
    return subprocess.call(command, cwd=TOP)


if __name__ == "__main__":
    sys.exit(main())
