"""``python build compile``: make ``dist/``, of all scripts or of those that are named."""

from __future__ import annotations

import argparse
import sys
import time

from compile.bundles import BUNDLES
from compile.freshness import is_current, keep, sources
from compile.pipeline import TOP, BuildFailed, build

DIST = TOP / "dist"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep the emitted modules for reading")
    parser.add_argument("files", nargs="*", metavar="FILE", help="have these scripts only in dist/")
    given = parser.parse_args()
    bundles = [one for one in BUNDLES if not given.files or one.file in given.files]
    unknown = {*given.files} - {one.file for one in bundles}
    if unknown:
        parser.error(f"there is no script called {', '.join(sorted(unknown))}")
    is_plain = not given.files and not given.keep
    if is_plain and is_current(DIST):
        print("dist/ is what these sources make")
        return 0
    started, read = time.monotonic(), sources()
    try:
        sizes = build(TOP / "integration", DIST, bundles, keep=given.keep)
    except BuildFailed as error:
        print(error, file=sys.stderr)
        return 1
    for size in sizes:
        print(f"dist/{size.file:<24} {size.gzip:>6} B gzip, at most {size.ceiling:>6} B")
    if is_plain:
        keep(read, DIST)
    print(f"built in {time.monotonic() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
