"""`python -m paqbridge snippet`, `static` and `schema`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from compile.pipeline import integrity
from paqbridge import snippet
from paqbridge.flags import VERSION
from paqbridge.web.command_line import main

DIST = Path(__file__).parents[2] / "dist"
SITE = ["--site-id", "1", "--server-url", "https://matomo.example.org"]


def test_snippet(capsys: pytest.CaptureFixture[str]) -> None:
    """Options become arguments; a value that is no JSON is a text."""
    more = ["--set", "trackerFile=matomo", "--set", 'goals={"A": [1, 2]}', "--nonce", "n"]
    assert (
        main(["snippet", *SITE, *more, "--build", "full", "--static-url", "/s", "--preload"]) == 0
    )
    settings = {
        "siteId": "1",
        "serverUrl": "https://matomo.example.org",
        "trackerFile": "matomo",
        "goals": {"A": [1, 2]},
    }
    said = snippet(settings, build="full", nonce="n", static_url="/s", preload=True)
    assert capsys.readouterr() == (said + "\n", "")


def test_wrong_settings(capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong goes to standard error, a line each, and the status says so."""
    assert main(["snippet", "--site-id", "x y", "--set", "timeouts=5"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.partition(":")[0] for line in err.splitlines()] == [
        "timeouts",
        "siteId",
        "serverUrl",
    ]


def test_no_setting(capsys: pytest.CaptureFixture[str]) -> None:
    """`--set` without a sign of equality is an error of the command line."""
    with pytest.raises(SystemExit, match="2"):
        main(["snippet", "--set", "goals"])
    assert "NAME=JSON" in capsys.readouterr().err


def test_static(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The built files are copied into a folder that is made."""
    assert main(["static", str(tmp_path / "a/b")]) == 0
    copied = {path.name: path.read_bytes() for path in (tmp_path / "a/b").iterdir()}
    assert copied == {path.name: path.read_bytes() for path in DIST.iterdir() if path.is_file()}
    assert str(tmp_path / "a/b") in capsys.readouterr().out


@pytest.mark.parametrize("name", ["stub.min.js", "integrity.json"])
def test_a_file_of_somebody_else(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has one of our names and is not ours is named, and nothing is written; or forced."""
    (tmp_path / name).write_text('{"app.js": "sha384-"}', "utf-8")
    assert main(["static", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"paqbridge static: {tmp_path / name}: ")
    assert "--force" in err
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert main(["static", str(tmp_path), "--force"]) == 0
    assert (tmp_path / name).read_bytes() == (DIST / name).read_bytes()


def test_an_update(tmp_path: Path) -> None:
    """Files of an earlier version are replaced, also where a copy broke off; but no changed one."""
    assert main(["static", str(tmp_path)]) == 0
    script, stub = tmp_path / "analytics.min.js", tmp_path / "stub.min.js"
    sums = json.loads((tmp_path / "integrity.json").read_bytes())
    script.write_text("earlier", "utf-8")
    sums[script.name] = integrity(b"earlier")
    (tmp_path / "integrity.json").write_text(json.dumps(sums), "utf-8")
    stub.write_text("changed by hand", "utf-8")
    assert main(["static", str(tmp_path)]) == 2
    assert script.read_text("utf-8") == "earlier"
    stub.unlink()
    assert main(["static", str(tmp_path)]) == 0
    for path in (script, stub, tmp_path / "integrity.json"):
        assert path.read_bytes() == (DIST / path.name).read_bytes()


def test_again(tmp_path: Path) -> None:
    """What is there already is not written: caches go by a file's date."""
    assert main(["static", str(tmp_path)]) == 0
    for path in tmp_path.iterdir():
        os.utime(path, (1, 1))
    assert main(["static", str(tmp_path)]) == 0
    assert {path.stat().st_mtime for path in tmp_path.iterdir()} == {1.0}


def test_a_copy_that_breaks_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sums come last: until then those of before tell which files are ours."""
    written: list[str] = []
    monkeypatch.setattr(Path, "write_bytes", lambda self, data: written.append(self.name))
    assert main(["static", str(tmp_path)]) == 0
    assert written[-1] == "integrity.json"


def test_a_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in the folder's place is said in a sentence, and stays as it is."""
    (tmp_path / "taken").write_text("mine", "utf-8")
    for folder in (tmp_path / "taken", tmp_path / "taken/below"):
        assert main(["static", str(folder)]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert err.startswith(f"paqbridge static: {folder}: ")
    assert (tmp_path / "taken").read_text("utf-8") == "mine"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` is that of the scripts, alone."""
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"{VERSION}\n"


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """The schema is the one of dist/."""
    assert main(["schema"]) == 0
    schema = json.loads((DIST / "settings.schema.json").read_text("utf-8"))
    assert json.loads(capsys.readouterr().out) == schema
