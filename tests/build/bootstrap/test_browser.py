"""The driver of the search for a Chromium, on fakes: nothing is downloaded or started."""

import sys
import time

import pytest

from bootstrap import browser
from bootstrap.browser import BrowserMissing, carry_out, recall, remember, run_bounded
from bootstrap.browser_plan import GiveUp, Install, Machine, Use

NEVER_ENDS = "import signal; signal.pause()"
PARENT_OF_ONE = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {NEVER_ENDS!r}])"


class World:
    """Which executables start and which commands succeed, and what was asked of it."""

    def __init__(self, starting=(), succeeding=()):
        self.starting, self.succeeding, self.log = starting, succeeding, []

    def starts(self, executable):
        """Whether it starts."""
        self.log.append(executable)
        return executable in self.starting

    def run(self, command, seconds):
        """Whether the command succeeds in time."""
        self.log.append((command[0], seconds))
        return command[0] in self.succeeding

    def find(self, *steps):
        """Carry the steps out in this world."""
        return carry_out([*steps, GiveUp("nothing left")], self.starts, self.run)


def test_first_that_starts_wins():
    """A browser that does not start is passed over; the first that does ends the search."""
    world = World(starting=("b", "c"))
    assert world.find(Use("a"), Use("b"), Use("c")) == "b"
    assert world.log == ["a", "b"]


def test_failed_download_goes_on_to_the_next_step():
    """A download that fails or hangs does not end the search, and its browser is not tried."""
    world = World(starting=("own", "deb"), succeeding=("update", "install"))
    download = Install((("download",),), 120, "own")
    apt = Install((("update",), ("install",)), 300, "deb")
    assert world.find(download, apt) == "deb"
    assert world.log == [("download", 120), ("update", 300), ("install", 300), "deb"]


def test_installation_stops_at_the_first_failed_command():
    """Nothing is installed from package lists that could not be fetched."""
    world = World(succeeding=("install",))
    with pytest.raises(BrowserMissing, match="nothing left"):
        world.find(Install((("update",), ("install",)), 300, "deb"))
    assert world.log == [("update", 300)]


def test_installed_but_not_starting_goes_on():
    """An installation that succeeded is believed only once its browser starts."""
    world = World(starting=("deb",), succeeding=("download", "apt"))
    assert world.find(Install((("download",),), 1, "own"), Install((("apt",),), 1, "deb")) == "deb"


def test_a_hanging_command_is_ended_with_its_children():
    """A command that hangs in a grandchild gives the turn back when its time is over."""
    before = time.monotonic()
    assert run_bounded([sys.executable, "-c", PARENT_OF_ONE], 0.3) is False
    assert time.monotonic() - before < 5


def test_a_deaf_command_is_ended_too(monkeypatch):
    """A command that ignores the request to end is killed."""
    monkeypatch.setattr(browser, "GRACE_SECONDS", 0.2)
    deaf = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {NEVER_ENDS}"
    assert run_bounded([sys.executable, "-c", deaf], 0.5) is False


def test_outcome_of_a_command():
    """Success is exit code 0; a command that is not there counts as failed."""
    assert run_bounded([sys.executable, "-c", ""], 60) is True
    assert run_bounded([sys.executable, "-c", "raise SystemExit(3)"], 60) is False
    assert run_bounded(["no-such-command-here"], 60) is False


def test_choice_is_remembered(tmp_path):
    """The second search costs nothing while the executable is still there."""
    record = tmp_path / "chromium"
    assert recall(record) is None
    remember(record, sys.executable)
    assert recall(record) == sys.executable
    remember(record, str(tmp_path / "gone"))
    assert recall(record) is None


def test_without_a_venv_nothing_is_remembered(tmp_path):
    """Where there is no .venv the search still works and leaves no file behind."""
    remember(tmp_path / "no" / "chromium", sys.executable)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def bare(monkeypatch, tmp_path):
    """A machine without a browser, on which only Playwright's download could help."""
    monkeypatch.delenv("PAQBRIDGE_CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "RECORD", tmp_path / "chromium")
    monkeypatch.setattr(browser, "look_around", lambda override: Machine(playwright="own"))
    monkeypatch.setattr(browser, "starts", lambda executable: True)
    world = World(succeeding=(sys.executable,))
    monkeypatch.setattr(browser, "run_bounded", world.run)
    return world


def test_tests_never_install(bare):
    """A plain search downloads nothing; it says what to do."""
    with pytest.raises(BrowserMissing, match="playwright install"):
        browser.find_chromium()
    assert bare.log == []


def test_the_script_installs(bare):
    """The verb installs once; every later search, even a plain one, remembers."""
    assert browser.find_chromium(install=True) == "own"
    assert len(bare.log) == 1
    browser.RECORD.write_text(sys.executable)
    assert browser.find_chromium() == sys.executable
    assert len(bare.log) == 1


def test_override_ignores_and_keeps_the_record(bare, monkeypatch):
    """PAQBRIDGE_CHROMIUM counts for one run and changes no later one."""
    browser.RECORD.write_text(sys.executable)
    monkeypatch.setenv("PAQBRIDGE_CHROMIUM", "/other")
    monkeypatch.setattr(browser, "look_around", lambda override: Machine(override=override))
    assert browser.find_chromium() == "/other"
    monkeypatch.delenv("PAQBRIDGE_CHROMIUM")
    assert browser.find_chromium() == sys.executable


def test_launch_options_name_the_choice(bare):
    """What Playwright's launch is given names the executable and the quiet arguments."""
    browser.RECORD.write_text(sys.executable)
    options = browser.launch_options()
    assert options["executable_path"] == sys.executable
    assert "--no-first-run" in options["args"]


def test_the_whole_browser_is_no_shell(bare, monkeypatch):
    """What a headless shell lacks is tested in another browser, or nowhere."""
    monkeypatch.setenv("PAQBRIDGE_CHROMIUM", "/opt/chromium-headless-shell")
    shell = {"chromium-headless-shell": "/opt/chromium-headless-shell"}
    monkeypatch.setattr(browser, "look_around", lambda override: Machine(on_path=shell))
    assert browser.whole_browser() is None
    both = Machine(on_path={**shell, "chromium": "/opt/chromium"})
    monkeypatch.setattr(browser, "look_around", lambda override: both)
    assert browser.whole_browser() == "/opt/chromium"


def test_the_script_says_what_to_do(bare, monkeypatch, capsys):
    """Without any browser the verb ends with 1 and the advice, not with a traceback."""
    monkeypatch.setattr(browser, "starts", lambda executable: False)
    assert browser.main() == 1
    assert "The browser tests need a Chromium" in capsys.readouterr().err
