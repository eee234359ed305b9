"""The verbs fetch their tools once, from pins alone, and say what is missing."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import bootstrap
from bootstrap.prerequisites import Missing

ROOT = Path(bootstrap.__file__).parents[2]


@pytest.fixture
def installs(monkeypatch, tmp_path):
    """A project folder with pins, and the log of the commands that would install."""
    log = []
    pins = tmp_path / "pins.txt"
    pins.write_text("a==1")
    monkeypatch.setattr(bootstrap, "run", lambda command, what: log.append(what))
    for name in ("PYTHON_PINS", "MUTANTS_PINS", "DOCS_PINS", "FIREFOX_PINS", "NODE_PINS"):
        monkeypatch.setattr(bootstrap, name, (pins,))
    for name in ("PYTHON_STAMP", "MUTANTS_STAMP", "DOCS_STAMP", "FIREFOX_STAMP", "NODE_STAMP"):
        monkeypatch.setattr(bootstrap, name, tmp_path / name)
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", Path(sys.executable))
    monkeypatch.setattr(bootstrap, "python_commands", lambda: [sys.executable])  # is asked quickly
    monkeypatch.setattr(bootstrap, "node_version", lambda: "v20.0.0")
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    return log


OWN_PINS = ("requirements-mutants.txt", "requirements-docs.txt")
EARLY = (
    "__main__.py",
    "bootstrap/__init__.py",
    "bootstrap/__main__.py",
    "bootstrap/bootstrap.py",
    "bootstrap/prerequisites.py",
)
TOOLS = [
    ("python", ["Making .venv", "pip install"]),
    ("mutants", ["Making .venv", "pip install", "pip install"]),
    ("docs", ["Making .venv", "pip install", "pip install"]),
    ("node", ["npm ci"]),
]


@pytest.mark.parametrize(("tool", "commands"), TOOLS)
def test_installs_once(installs, tool, commands):
    """The second run of a verb installs nothing."""
    assert bootstrap.main([tool]) == 0
    assert bootstrap.main([tool]) == 0
    assert installs == commands


@pytest.mark.parametrize(("tool", "commands"), TOOLS)
def test_changed_pins_install_again(installs, tool, commands):
    """New pins reach everybody with the next verb."""
    bootstrap.main([tool])
    bootstrap.PYTHON_PINS[0].write_text("a==2")
    bootstrap.main([tool])
    assert installs == [*commands, *commands]


@pytest.mark.parametrize(("tool", "commands"), TOOLS)
def test_broken_installation_is_not_believed(installs, monkeypatch, capsys, tool, commands):
    """An installation that failed or was interrupted is made again from the start."""

    def fail(command, what):
        raise Missing(f"{what} failed")

    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, "run", fail)
        assert bootstrap.main([tool]) == 1
    assert f"{commands[0]} failed" in capsys.readouterr().err
    assert bootstrap.main([tool]) == 0
    assert installs == commands


def test_mark_tells_machines_apart(installs, monkeypatch):
    """A folder shared between a container and its host is not mistaken for complete."""
    here = bootstrap.mark(bootstrap.NODE_PINS, "node")
    monkeypatch.setattr(bootstrap.platform, "machine", lambda: "elsewhere")
    assert bootstrap.mark(bootstrap.NODE_PINS, "node") != here


def test_missing_tool_is_a_sentence(installs, monkeypatch, capsys):
    """Without Node the verb ends with 1 and says how to get it."""
    monkeypatch.setattr(bootstrap, "node_version", lambda: None)
    assert bootstrap.main(["node"]) == 1
    assert "Node 20 or newer is needed; found: none." in capsys.readouterr().err


def test_command_that_fails_is_named():
    """A failing installation says which step failed, and leaves the tool's own words above."""
    with pytest.raises(Missing, match="npm ci failed"):
        bootstrap.run([sys.executable, "-c", "raise SystemExit(1)"], "npm ci")


@pytest.mark.parametrize("name", EARLY)
def test_old_pythons_can_read_it(name):
    """Python 3.8 parses the file and finds every import, so it can say that it is too old."""
    tree = ast.parse((ROOT / "build" / name).read_text(), feature_version=(3, 8))
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")
        elif isinstance(node, ast.Import):
            imported.update(alias.name for alias in node.names)
    others = imported - {"bootstrap.bootstrap", "bootstrap.prerequisites"}
    assert {other.partition(".")[0] for other in others} <= sys.stdlib_module_names


def test_no_python_at_all():
    """Where make finds no Python it says which one to get."""
    result = subprocess.run(
        ["make", "PYTHON=", "build"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert result.returncode != 0
    assert "Python 3.11, 3.12 or 3.13 is needed" in result.stderr


def test_a_python_that_is_too_old_to_read_it(tmp_path):
    """Where `python3` cannot even read bootstrap.py, make takes the next one that can."""
    for name in ("python3", "python3.13", "python3.12"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "python3.11").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    for path in tmp_path.iterdir():
        path.chmod(0o755)
    command = ["make", "--eval", "chosen: ; @echo $(PYTHON)", "chosen"]
    where = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    result = subprocess.run(command, cwd=ROOT, env=where, capture_output=True, text=True)
    assert result.stdout.strip() == str(tmp_path / "python3.11")


def test_bare_make_lists_the_verbs():
    """Whoever types `make` reads what there is to type."""
    result = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    listed = re.findall(r"^make (\w+)", result.stdout, re.MULTILINE)
    assert {"build", "demo", "test", "lint", "size", "clean", "help"} <= set(listed)


def test_python_pins_are_complete():
    """Every tool asked for is frozen to one version, and no file names a registry."""
    asked = (bootstrap.PINS / "requirements.in").read_text()
    frozen = (bootstrap.PINS / "requirements.txt").read_text()
    names = set(re.findall(r"^([a-z][a-z0-9-]*)", asked, re.MULTILINE))
    pins = [line for line in frozen.splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*==[0-9.]+(post\d+)?", pin) for pin in pins)
    assert names <= {pin.partition("==")[0] for pin in pins}
    assert "://" not in asked + frozen


def pins_of(name):
    """The versions in a file, by package."""
    lines = (bootstrap.PINS / name).read_text().splitlines()[1:]
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*==[0-9.]+(b\d+|post\d+)?", line) for line in lines)
    return dict(line.split("==") for line in lines)


@pytest.mark.parametrize("name", OWN_PINS)
def test_tools_of_one_verb_have_pins_of_their_own(name):
    """Each is exact, and none moves what the other verbs work with."""
    assert pins_of(name).keys() & pins_of("requirements.txt").keys() == set()


def test_tools_of_one_verb_do_not_move_those_of_another():
    """What two verbs add to .venv has one version."""
    one, other = map(pins_of, OWN_PINS)
    shared = one.keys() & other.keys()
    assert shared
    assert {name: one[name] for name in shared} == {name: other[name] for name in shared}


def test_javascript_pins_are_exact():
    """Every direct tool has one version, and the lock holds hashes but no download address.

    Of Segment's snippets there are four versions, and of RudderStack's SDK the oldest that takes
    us, each under a name of its own.
    """
    asked = json.loads((ROOT / "package.json").read_text())
    lock = json.loads((ROOT / "package-lock.json").read_text())
    versions = asked["devDependencies"]
    exact = r"(npm:@(segment/snippet|rudderstack/analytics-js)@)?\d+\.\d+\.\d+"
    assert all(re.fullmatch(exact, version) for version in versions.values())
    packages = {path: entry for path, entry in lock["packages"].items() if path}
    assert all("resolved" not in entry for entry in packages.values())
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert lock["packages"][""]["devDependencies"] == versions
