"""Finds the Chromium of the browser tests: `find_chromium`, `launch_options`.

``python build bootstrap.browser`` also installs one where none is found. The order of the places is
browser_plan.plan; here it is carried out and the choice is remembered.
"""

from __future__ import annotations

import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bootstrap.browser_plan import (
    APP_PATHS,
    SYSTEM_NAMES,
    GiveUp,
    Install,
    Machine,
    Step,
    existing,
    launch_args,
    plan,
)

# Kept in .venv, so that another version of Playwright starts the search anew.
RECORD = Path(__file__).resolve().parents[2] / ".venv" / "chromium"
OVERRIDE = "PAQBRIDGE_CHROMIUM"
START_SECONDS = 60
GRACE_SECONDS = 5

# In a process of their own: Playwright refuses to start twice in one, and may hang.
WHERE = """from playwright.sync_api import sync_playwright
with sync_playwright() as p: print(p.chromium.executable_path)"""
START = """import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    browser = p.chromium.launch(executable_path=sys.argv[1], args=sys.argv[2:])
    assert browser.new_page().evaluate("6 * 7") == 42
    browser.close()"""


class BrowserMissing(Exception):
    """There is no Chromium; the text says what to do."""


def find_chromium(install: bool = False) -> str:
    """The path of a Chromium that starts; BrowserMissing when there is none.

    Only with `install` is anything downloaded.
    """
    override = os.environ.get(OVERRIDE)
    remembered = None if override else recall(RECORD)
    if remembered is not None:
        return remembered
    steps = plan(look_around(override), sys.executable)
    if not install:
        steps = tuple(step for step in steps if not isinstance(step, Install))
    executable = carry_out(steps, starts, run_bounded)
    if not override:
        remember(RECORD, executable)
    return executable


def launch_options() -> dict[str, Any]:
    """Arguments for Playwright's `chromium.launch`."""
    return {"executable_path": find_chromium(), "args": launch_args(own_uid())}


def whole_browser() -> str | None:
    """The path of a Chromium that is no headless shell; None where there is none."""
    found = [find_chromium(), *existing(look_around(None))]
    return next((path for path in found if "shell" not in Path(path).name), None)


def carry_out(
    steps: Sequence[Step],
    starts: Callable[[str], bool],
    run: Callable[[Sequence[str], int], bool],
) -> str:
    """Try the steps in order and return the first executable that starts.

    `starts` tells whether one does; `run` runs a command within so many seconds and tells
    whether it succeeded. A step whose command fails or hangs is passed over.
    """
    for step in steps:
        if isinstance(step, GiveUp):
            raise BrowserMissing(step.message)
        if isinstance(step, Install) and not all(run(one, step.seconds) for one in step.commands):
            continue
        if starts(step.executable):
            return step.executable
    raise BrowserMissing("The plan named no Chromium.")


def look_around(override: str | None) -> Machine:
    """The facts about this machine that `plan` decides on."""
    own = None if override else playwright_path()
    found = {name: shutil.which(name) for name in SYSTEM_NAMES}
    return Machine(
        platform=sys.platform,
        uid=own_uid(),
        distribution=distribution(),
        override=override,
        playwright=own,
        playwright_exists=own is not None and os.path.exists(own),
        on_path={name: path for name, path in found.items() if path},
        files=frozenset(path for path in APP_PATHS.get(sys.platform, ()) if os.path.exists(path)),
    )


def own_uid() -> int | None:
    """The user id of this process; None where the system has none."""
    return os.getuid() if hasattr(os, "getuid") else None


def distribution() -> str:
    """The ID of this Linux, such as debian; '' elsewhere."""
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def playwright_path() -> str | None:
    """Where Playwright keeps its own Chromium, whether or not it is there."""
    command = [sys.executable, "-c", WHERE]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=START_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    return answer.stdout.strip() or None


def starts(executable: str) -> bool:
    """Whether Playwright can start this executable and gets an answer from a page in it."""
    if shutil.which(executable) is None:
        return False
    command = [sys.executable, "-c", START, executable, *launch_args(own_uid())]
    return run_bounded(command, START_SECONDS, quiet=True)


def run_bounded(command: Sequence[str], seconds: float, quiet: bool = False) -> bool:
    """Run a command, without input, for so many seconds at most; whether it succeeded.

    All that it started ends with it: a hanging download is a grandchild.
    """
    output = subprocess.DEVNULL if quiet else None
    if not quiet:
        print("+", *command, flush=True)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        print(f"gave up after {seconds} s", flush=True)
        return False
    finally:
        if process.returncode is None:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process that leads a session and all that it started, first with a request.

    The request lets Playwright close its browser and apt leave its database whole.
    """
    send = getattr(os, "killpg", os.kill)
    send(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        send(process.pid, signal.SIGKILL)
        process.wait()


def recall(record: Path) -> str | None:
    """The executable that was found before, if it is still there."""
    if not record.is_file():
        return None
    executable = record.read_text().strip()
    return executable if shutil.which(executable) else None


def remember(record: Path, executable: str) -> None:
    """Keep the choice for the next run; without a .venv there is no place for it."""
    if record.parent.is_dir():
        record.write_text(executable + "\n")


def find_or_install(
    find: Callable[[], object],
    missing: type[Exception],
    commands: Sequence[Sequence[str]],
    seconds: float,
) -> int:
    """Find another browser, or install it by commands; 0 when there is one, 1 after saying why."""
    try:
        find()
    except missing:
        for command in commands:
            run_bounded(command, seconds)
    try:
        find()
    except missing as text:
        print(text, file=sys.stderr)
        return 1
    return 0


def main() -> int:
    """Find or install a Chromium; 0 when there is one, 1 after saying what to do."""
    try:
        find_chromium(install=True)
    except BrowserMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
