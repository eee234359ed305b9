"""Finds the WebKit of `make webkit`: `find_webkit`.

``python build bootstrap.webkit`` also installs Debian's, as root, where something is missing. It is
the engine of Safari in GNOME's browser window, which a driver of its own starts and asks.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from glob import glob

from bootstrap.browser import distribution, find_or_install, own_uid

DRIVER = "WebKitWebDriver"
SCREEN = "Xvfb"
WINDOWS = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"
PACKAGES = ("webkit2gtk-driver", "xvfb")
SECONDS = 300

HELP = (
    "`make webkit` needs the driver of WebKitGTK, its MiniBrowser and Xvfb.\n"
    f"Debian: apt-get install {' '.join(PACKAGES)}"
)


class WebKitMissing(Exception):
    """A part is missing; the text says what to do."""


@dataclass(frozen=True)
class WebKit:
    """The paths of the driver, of the browser that it starts, and of a screen for that."""

    driver: str
    window: str
    screen: str


def find_webkit(
    find: Callable[[str], str | None] = shutil.which,
    look: Callable[[str], Iterable[str]] = glob,
) -> WebKit:
    """Return where WebKit is; WebKitMissing where a part of it is not."""
    driver, screen = find(DRIVER), find(SCREEN)
    window = max(look(WINDOWS), default=None)
    if driver is None or screen is None or window is None:
        raise WebKitMissing(HELP)
    return WebKit(driver, window, screen)


def commands(system: str, uid: int | None) -> Sequence[Sequence[str]]:
    """Return what installs a WebKit; nothing where that is not ours."""
    if system != "debian" or uid != 0:
        return ()
    install = ("apt-get", "install", "-y", "--no-install-recommends", *PACKAGES)
    return (("apt-get", "update"), install)


def main() -> int:
    """Find or install a WebKit; 0 when there is one, 1 after saying what to do."""
    installs = commands(distribution(), own_uid())
    return find_or_install(find_webkit, WebKitMissing, installs, SECONDS)


if __name__ == "__main__":
    sys.exit(main())
