"""``python build bootstrap.servers``: the web servers that the first-party tests run with.

On Debian and its kin, as root, they are installed and not started; elsewhere it says what is
missing, and their tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence

from bootstrap.browser import distribution, own_uid, run_bounded

PACKAGES = {"nginx": "nginx-light", "caddy": "caddy", "apache2": "apache2"}
"""Program -> Debian's package."""

KIN = ("debian", "ubuntu")
PLACES = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])
UPDATE_SECONDS = 120
INSTALL_SECONDS = 300


def missing(find: Callable[[str], str | None]) -> list[str]:
    """Return the packages whose programs `find` does not."""
    return [package for program, package in PACKAGES.items() if find(program) is None]


def commands(packages: Sequence[str], system: str, uid: int | None) -> list[tuple[list[str], int]]:
    """Return what installs these packages, each with its seconds; none where that is not ours.

    In run level 1, as `invoke-rc.d` reads it, a service that is installed is not started.
    """
    if not packages or system not in KIN or uid != 0:
        return []
    quiet = ["env", "RUNLEVEL=1", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*quiet, "install", "--yes", "--no-install-recommends", *packages]
    return [([*quiet, "update"], UPDATE_SECONDS), (install, INSTALL_SECONDS)]


def find(program: str) -> str | None:
    """Return where a program is; a user's PATH may lack the folder of servers."""
    return shutil.which(program, path=PLACES)


def main() -> int:
    """Install what is missing where we may; 0 in any case, since the tests do without."""
    for command, seconds in commands(missing(find), distribution(), own_uid()):
        run_bounded(command, seconds)
    still = missing(find)
    if still:
        print(f"Without {', '.join(still)}: their tests are skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
