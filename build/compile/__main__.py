"""``python build compile``: make ``dist/``."""

from __future__ import annotations

import argparse
import sys
import time

from compile.pipeline import TOP, BuildFailed, build


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="keep the emitted modules for reading")
    keep = parser.parse_args().keep
    started = time.monotonic()
    try:
        sizes = build(TOP / "integration", TOP / "dist", keep=keep)
    except BuildFailed as error:
        print(error, file=sys.stderr)
        return 1
    for size in sizes:
        print(f"dist/{size.file:<24} {size.gzip:>6} B gzip, at most {size.ceiling:>6} B")
    print(f"built in {time.monotonic() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
