"""The search for a Chromium: facts about a machine in, steps in order out."""

import pytest

from bootstrap.browser_plan import (
    APT_SECONDS,
    DOWNLOAD_SECONDS,
    GiveUp,
    Install,
    Machine,
    Use,
    launch_args,
    plan,
)

OWN = "/home/me/.cache/ms-playwright/chromium/chrome"
DOWNLOAD = Install(
    (("python", "-m", "playwright", "install", "--no-shell", "chromium"),), DOWNLOAD_SECONDS, OWN
)
APT = [
    Install(
        (("apt-get", "update"), ("apt-get", "install", "-y", *packages)),
        APT_SECONDS,
        f"/usr/bin/{packages[0]}",
    )
    for packages in (("chromium-headless-shell", "chromium"), ("chromium",))
]


def steps(**facts):
    """The plan for a machine without its closing GiveUp."""
    *before, last = plan(Machine(**facts), "python")
    assert isinstance(last, GiveUp)
    return before


def test_order_of_every_source():
    """Playwright's own comes first, then a system one, then its download, then apt for root."""
    system = {"chromium": "/usr/bin/chromium"}
    debian = {"uid": 0, "distribution": "debian", "on_path": system, "playwright": OWN}
    assert steps(**debian) == [Use("/usr/bin/chromium"), DOWNLOAD, *APT]
    assert steps(**debian, playwright_exists=True) == [Use(OWN), Use("/usr/bin/chromium"), *APT]


def test_system_browsers_in_order_of_preference():
    """The shell goes before Chromium, and that before Chrome, in whatever order PATH has them."""
    found = {
        "google-chrome-stable": "/opt/stable",
        "google-chrome": "/opt/chrome",
        "chromium-browser": "/usr/bin/chromium-browser",
        "chromium": "/usr/bin/chromium",
        "chromium-headless-shell": "/opt/shell",
    }
    paths = [
        "/opt/shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/opt/chrome",
        "/opt/stable",
    ]
    assert steps(on_path=found) == [Use(path) for path in paths]


def test_the_same_executable_is_tried_once():
    """Two names for one file make one step."""
    both = {"chromium": "/snap/bin/chromium", "chromium-browser": "/snap/bin/chromium"}
    assert steps(on_path=both) == [Use("/snap/bin/chromium")]


@pytest.mark.parametrize(
    ("platform", "path"),
    [
        ("darwin", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("darwin", "/Applications/Chromium.app/Contents/MacOS/Chromium"),
        ("win32", r"C:\Program Files\Google\Chrome\Application\chrome.exe"),
    ],
)
def test_known_places_of_other_systems(platform, path):
    """Applications outside PATH are found on the systems that keep them there, and only there."""
    assert steps(platform=platform, files=frozenset([path])) == [Use(path)]
    assert steps(platform="linux", files=frozenset([path])) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"uid": 1000, "distribution": "debian"},
        {"uid": 0, "distribution": "ubuntu"},
        {"uid": 0, "platform": "darwin"},
        {"uid": None, "platform": "win32"},
    ],
)
def test_apt_only_for_root_on_debian(facts):
    """Nobody else has the right to install, or a chromium package that is one."""
    assert steps(**facts, playwright=OWN) == [DOWNLOAD]


def test_no_download_of_what_is_there():
    """A Chromium of Playwright's that is there but does not start is not downloaded again."""
    assert steps(playwright=OWN, playwright_exists=True) == [Use(OWN)]


def test_no_download_without_playwright():
    """Where Playwright itself does not run, no step relies on it."""
    assert steps(playwright=None) == []


def test_override_is_the_only_choice():
    """PAQBRIDGE_CHROMIUM is taken at its word, and named when it does not start."""
    machine = Machine(override="/x", uid=0, distribution="debian", on_path={"chromium": "/c"})
    first, last = plan(machine, "python")
    assert first == Use("/x")
    assert isinstance(last, GiveUp)
    assert "PAQBRIDGE_CHROMIUM is '/x'" in last.message


@pytest.mark.parametrize(
    ("facts", "advice"),
    [
        ({"platform": "linux", "uid": 1000}, "sudo apt-get install chromium"),
        ({"platform": "linux", "uid": 0}, ": apt-get install chromium"),
        ({"platform": "darwin"}, "brew install --cask chromium"),
        ({"platform": "win32", "uid": None}, "install Chromium or Chrome"),
    ],
)
def test_advice_fits_the_machine(facts, advice):
    """Who is left without a browser reads the commands of that system."""
    *_, last = plan(Machine(**facts), "python")
    assert isinstance(last, GiveUp)
    assert advice in last.message
    assert "python -m playwright install" in last.message
    assert "PAQBRIDGE_CHROMIUM=" in last.message


def test_sandbox_is_off_for_root_only():
    """Chromium refuses its sandbox to root; everybody else keeps it."""
    assert "--no-sandbox" in launch_args(0)
    assert "--no-sandbox" not in launch_args(1000)
    assert "--no-sandbox" not in launch_args(None)
    assert "--disable-background-networking" in launch_args(1000)
