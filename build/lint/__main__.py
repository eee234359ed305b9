"""``python build lint [paths]``: is this Python in the language that we can compile?

Prints ``file:line:column: what, why, what to write instead`` and exits with 1 if there is any.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from language.modules import package_root
from lint.base import Complaint
from lint.package import TOP, lint_tree, shown


def _chosen(complaints: Iterable[Complaint], paths: list[Path]) -> list[Complaint]:
    names = [shown(path) for path in paths]
    return [c for c in complaints if any(c.path == s or c.path.startswith(s + "/") for s in names)]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[TOP / "integration"])
    paths = [path.resolve() for path in parser.parse_args(argv).paths]
    roots = sorted({package_root(path) for path in paths})
    complaints = _chosen((c for root in roots for c in lint_tree(root)), paths)
    for complaint in complaints:
        print(complaint)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
