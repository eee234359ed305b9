"""`python -m paqbridge` as a process: consoles, pipes and disks of all kinds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from paqbridge.web import static
from paqbridge.web.command_line import main
from paqbridge.web.found import found_in

TOP = Path(__file__).parents[2]
SITE = ["--site-id", "1", "--server-url", "https://matomo.example.org"]


def ran(
    *command: str, kept: Sequence[int] = (), **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a command where the package is found; ``kept`` are files that it has, too."""
    found = {**os.environ, "PYTHONPATH": str(TOP / "integration"), **variables}
    return subprocess.run(command, capture_output=True, text=True, env=found, pass_fds=kept)


def test_a_reader_who_stops() -> None:
    """Who has read enough, as `head` has, is no error with a traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    shell = ran("bash", "-c", f'"$0" -m paqbridge schema >&{writer}', sys.executable, kept=[writer])
    os.close(writer)
    assert (shell.returncode, shell.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="of Linux")
def test_a_full_disk() -> None:
    """What the system refuses is a sentence."""
    shell = ran("bash", "-c", '"$0" -m paqbridge schema > /dev/full', sys.executable)
    assert (shell.returncode, shell.stderr.count("\n")) == (2, 1)
    assert shell.stderr.startswith("python -m paqbridge: No space left")


def test_a_console_that_knows_few_letters() -> None:
    """The markup is in ASCII, and means the same."""
    words = [*SITE, "--nonce", "\u00e9", "--static-url", "/\u65e5"]
    made = ran(sys.executable, "-m", "paqbridge", "snippet", *words, PYTHONIOENCODING="ascii")
    assert (made.returncode, made.stdout.isascii()) == (0, True)
    found = found_in(made.stdout)
    assert found
    assert (found.nonce, found.src[:3]) == ("\u00e9", "/\u65e5/")


@pytest.mark.parametrize("verb", [["static", "files"], ["schema"], ["snippet", *SITE]])
def test_files_that_nobody_has_built(
    verb: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In a checkout without `dist/` each verb says what makes it."""
    monkeypatch.chdir(tmp_path)
    for place in ("INSTALLED", "CHECKOUT"):
        monkeypatch.setattr(static, place, tmp_path)
    caches = (static.names, static.data_of, static.text_of, static.integrity)
    for one in caches:
        one.cache_clear()
    assert main(verb) == 2
    assert "`make build` makes them" in capsys.readouterr().err


def test_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without a name, as of a variable that is not set, is not the one where we are."""
    with pytest.raises(SystemExit, match="2"):
        main(["static", ""])
    assert "expected the name of a folder" in capsys.readouterr().err


def test_help_names_what_can_be_typed(capsys: pytest.CaptureFixture[str]) -> None:
    """There is no command `paqbridge`: the usage has what there is."""
    with pytest.raises(SystemExit, match="0"):
        main(["proxy", "--help"])
    assert capsys.readouterr().out.startswith("usage: python -m paqbridge proxy ")
