"""``python build release``: all packages, in `release/`; `make release` asks `checks` first."""

import sys
from subprocess import CalledProcessError

from pack.static_files import NotBuilt
from release.checks import TOP
from release.packages import VersionsDiffer, make_packages


def main() -> int:
    """Make them; 0 when they are there, 1 after saying which command failed."""
    try:
        names = make_packages(TOP, TOP / "release")
    except CalledProcessError as error:
        print(f"no packages: {' '.join(error.cmd)} failed, see above", file=sys.stderr)
        return 1
    except (NotBuilt, VersionsDiffer) as error:
        print(f"no packages: {error}", file=sys.stderr)
        return 1
    print("\n".join(f"release/{name}" for name in names))
    return 0


if __name__ == "__main__":
    sys.exit(main())
