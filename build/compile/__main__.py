"""``python build compile``: make ``dist/``, or the files of it that are named."""

from __future__ import annotations

import argparse
import sys
import time

from compile.bundles import BUNDLES
from compile.pipeline import TOP, BuildFailed, build


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep the emitted modules for reading")
    parser.add_argument("files", nargs="*", metavar="FILE", help="make these scripts only")
    given = parser.parse_args()
    bundles = [one for one in BUNDLES if not given.files or one.file in given.files]
    started = time.monotonic()
    try:
        sizes = build(TOP / "integration", TOP / "dist", bundles, keep=given.keep)
    except BuildFailed as error:
        print(error, file=sys.stderr)
        return 1
    for size in sizes:
        print(f"dist/{size.file:<24} {size.gzip:>6} B gzip, at most {size.ceiling:>6} B")
    print(f"built in {time.monotonic() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
