"""The command as a process: what it prints, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap.browser import launch_options
from paqbridge.web.command_line import main
from tests.support.opt_in import APPS
from tests.support.site import Site
from tests.verify.conftest import page

TOP = Path(__file__).parents[2]


def verified(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the verb; ``more`` are variables of the environment."""
    chromium = launch_options()["executable_path"]
    variables = {
        **os.environ,
        "PYTHONPATH": str(TOP / "integration"),
        "PAQBRIDGE_CHROMIUM": chromium,
    }
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "paqbridge", "verify", *arguments],
        capture_output=True,
        text=True,
        env={**variables, **more},
        timeout=60,
    )


def test_json(site: Site) -> None:
    """A good page: status 0, and JSON that a program can read."""
    site.files["page.html"] = page()
    ran = verified(f"{site.address}/page.html", "--json", "--timeout", "10")
    said = json.loads(ran.stdout)
    assert (ran.returncode, ran.stderr, said["status"], said["findings"]) == (0, "", 0, [])
    assert said["facts"]["trackers"][0]["site"] == "1"


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_no_browser() -> None:
    """Where there is none the exit status is 2, and the message says what to do."""
    ran = verified("http://127.0.0.1:9/", PAQBRIDGE_CHROMIUM="/nowhere/chromium")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "python -m playwright install chromium" in ran.stderr


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_a_page_that_never_lets_go(site: Site) -> None:
    """A script that runs for ever while it is asked, which Playwright would wait for."""
    trap = "<script>window.analytics = { get VERSION() { while (true) {} } }</script>"
    site.files["page.html"] = f"<title>Shop</title>{trap}"
    ran = verified(f"{site.address}/page.html", "--timeout", "2")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith("cannot be asked: a script of it never ends.\n")


def test_no_playwright(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without Playwright the message names the extra."""
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    assert main(["verify", "https://shop.example", "--json"]) == 2
    assert "pip install 'paqbridge[verify]'" in json.loads(capsys.readouterr().out)["why"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ftp://shop.example"], "expected an http(s) address"),
        (["https://ann:s3cret@shop.example"], "a password into $PAQBRIDGE_PASSWORD"),
        (["shop.example", "--timeout", "0"], "between 0 and 600"),
        (["shop.example", "--timeout", "soon"], "invalid seconds value"),
    ],
)
def test_wrong_arguments(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are refused before a browser starts."""
    with pytest.raises(SystemExit) as end:
        main(["verify", *arguments])
    assert end.value.code == 2
    assert said in capsys.readouterr().err
