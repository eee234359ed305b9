"""Finds the Firefox of `make firefox`: `find_firefox`, `firefox_options`.

``python build bootstrap.firefox`` also installs Debian's, as root, where none is found. The channel
drives a Firefox as released; on Linux Playwright looks in one place only, so it is told where.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bootstrap.browser import distribution, find_or_install, own_uid

OVERRIDE = "PAQBRIDGE_FIREFOX"
NAMES = ("firefox-esr", "firefox")
MAC = "/Applications/Firefox.app/Contents/MacOS/firefox"
SECONDS = 300


class FirefoxMissing(Exception):
    """There is no Firefox; the text says what to do."""


def find_firefox(
    find: Callable[[str], str | None] = shutil.which, environ: Mapping[str, str] = os.environ
) -> str:
    """Return the path of a Firefox: the one that is named, or the first that `find` knows.

    FirefoxMissing where there is none; one that is named is taken at its word.
    """
    named = environ.get(OVERRIDE)
    wanted = (named,) if named else (*NAMES, MAC)
    found = next((path for path in map(find, wanted) if path), None)
    if found is None:
        raise FirefoxMissing(help_text(named))
    return found


def firefox_options() -> dict[str, Any]:
    """Return arguments for Playwright's `firefox.launch`."""
    return {"channel": "moz-firefox", "executable_path": find_firefox()}


def commands(system: str, uid: int | None) -> Sequence[Sequence[str]]:
    """Return what installs a Firefox; nothing where that is not ours."""
    if system != "debian" or uid != 0:
        return ()
    return (("apt-get", "update"), ("apt-get", "install", "-y", "firefox-esr"))


def help_text(named: str | None) -> str:
    """Say what a person can do."""
    if named:
        return (
            f"{OVERRIDE} is {named!r}, which is no program. Unset it to have a Firefox looked for."
        )
    return (
        "`make firefox` needs a Firefox, and none was found.\n"
        "Debian: apt-get install firefox-esr; macOS: brew install --cask firefox;\n"
        f"or name one: {OVERRIDE}=/path/to/firefox make firefox"
    )


def main() -> int:
    """Find or install a Firefox; 0 when there is one, 1 after saying what to do."""
    installs = () if os.environ.get(OVERRIDE) else commands(distribution(), own_uid())
    return find_or_install(find_firefox, FirefoxMissing, installs, SECONDS)


if __name__ == "__main__":
    sys.exit(main())
