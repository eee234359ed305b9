"""Where a Chromium may come from, in which order: facts about a machine in, steps out.

Pure: browser.py gathers the facts and carries the steps out. Each step is tried only when
the ones before it gave no Chromium that starts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# A download or an installation that takes longer counts as hanging.
DOWNLOAD_SECONDS = 120
APT_SECONDS = 300

# The shell first: without a window's machinery the tests take half of the time. It has no cache of
# pages for the way back, so a few need the whole browser.
SHELL = "chromium-headless-shell"
SYSTEM_NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APP_PATHS = {
    "darwin": (
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ),
}


@dataclass(frozen=True)
class Machine:
    """What the choice depends on.

    `override` is PAQBRIDGE_CHROMIUM; `playwright` the place of Playwright's own Chromium,
    whether or not it is there; `on_path` gives for a name what PATH has; `files` holds the
    APP_PATHS that exist; `distribution` is the ID of a Linux; `uid` is None on Windows.
    """

    platform: str = "linux"
    uid: int | None = 1000
    distribution: str = ""
    override: str | None = None
    playwright: str | None = None
    playwright_exists: bool = False
    on_path: Mapping[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Use:
    """Take this executable, if it starts."""

    executable: str


@dataclass(frozen=True)
class Install:
    """Run the commands, each within the seconds, then take the executable, if it starts."""

    commands: tuple[tuple[str, ...], ...]
    seconds: int
    executable: str


@dataclass(frozen=True)
class GiveUp:
    """Nothing is left to try: tell the person this."""

    message: str


Step = Use | Install | GiveUp


def plan(machine: Machine, python: str) -> tuple[Step, ...]:
    """The steps for one machine, in order, always closing with a GiveUp.

    `python` is the interpreter whose Playwright downloads. A PAQBRIDGE_CHROMIUM is taken at
    its word: falling back from it would test another browser than the one asked for.
    """
    if machine.override:
        return (Use(machine.override), GiveUp(override_help(machine.override)))
    steps: list[Step] = [Use(path) for path in existing(machine)]
    if machine.playwright and not machine.playwright_exists:
        # No --headless shell beside it: `executable_path` starts the whole Chromium.
        download = (python, "-m", "playwright", "install", "--no-shell", "chromium")
        steps.append(Install((download,), DOWNLOAD_SECONDS, machine.playwright))
    if machine.uid == 0 and machine.distribution == "debian":
        steps += [from_debian(SHELL, "chromium"), from_debian("chromium")]
    return (*steps, GiveUp(install_help(machine, python)))


def from_debian(*packages: str) -> Install:
    """The step that installs packages of Debian's; the first has an executable of its name."""
    commands = (("apt-get", "update"), ("apt-get", "install", "-y", *packages))
    return Install(commands, APT_SECONDS, f"/usr/bin/{packages[0]}")


def existing(machine: Machine) -> list[str]:
    """The executables that are there already: Playwright's, those on PATH, the known places."""
    own = [machine.playwright] if machine.playwright and machine.playwright_exists else []
    named = [machine.on_path[name] for name in SYSTEM_NAMES if name in machine.on_path]
    known = [path for path in APP_PATHS.get(machine.platform, ()) if path in machine.files]
    return list(dict.fromkeys([*own, *named, *known]))


def override_help(executable: str) -> str:
    """What to say when PAQBRIDGE_CHROMIUM does not start."""
    return (
        f"PAQBRIDGE_CHROMIUM is {executable!r}, which is no Chromium that starts.\n"
        "Set it to one that does, or unset it to have one looked for."
    )


def install_help(machine: Machine, python: str) -> str:
    """What a person can do where no step gave a Chromium."""
    sudo = "" if machine.uid == 0 else "sudo "
    packages = {
        "linux": f"or install one: {sudo}apt-get install chromium (Debian), "
        f"{sudo}dnf install chromium (Fedora)",
        "darwin": "or install one: brew install --cask chromium",
    }
    lines = [
        "The browser tests need a Chromium, and none was found that starts.",
        f"Let Playwright fetch one: {python} -m playwright install --with-deps chromium",
        packages.get(machine.platform, "or install Chromium or Chrome"),
        "or name one: PAQBRIDGE_CHROMIUM=/path/to/chromium make test",
    ]
    return "\n".join(lines)


def launch_args(uid: int | None) -> list[str]:
    """Command-line arguments for a quiet Chromium; root cannot have its sandbox."""
    quiet = [
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        # Nothing is drawn that a test looks at often: an eighth of the time of the browser's tests.
        "--disable-gpu",
    ]
    return ["--no-sandbox", *quiet] if uid == 0 else quiet
