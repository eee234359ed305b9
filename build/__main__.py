"""``python build NAME [ARGUMENTS]``: run a module or package of this folder, such as ``lint``.

The Makefile gives them verbs. No syntax newer than Python 3.8: see bootstrap/bootstrap.py.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.path[0] = str(Path(__file__).resolve().parent)
    runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
