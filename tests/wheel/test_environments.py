"""The recipes for Python sites with the oldest frameworks that are supported, and on other Pythons.

Environments are made anew, of what an index has: only a run that asks for it does so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.opt_in import APPS
from tests.wheel.conftest import TOP

pytestmark = pytest.mark.skipif(not APPS, reason="make test-apps")

TESTS = ("tests/wheel/test_recipes.py", "tests/wheel/test_django_site.py")
COMMON = ("uvicorn==0.54.0", "jinja2==3.1.6", "django-csp==4.0")
"""What the recipes need besides a framework."""


class Case(NamedTuple):
    """An environment: its Python, its frameworks, and which of the tests run in it."""

    python: str
    frameworks: list[str]
    chosen: str = ""


def oldest(*names: str) -> list[str]:
    """Return the lower bounds of these extras, as versions."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    return [project["optional-dependencies"][name][0].replace(">=", "==") for name in names]


LATEST = ["flask==3.1.3", "starlette==1.10.0", "fastapi==0.165.0"]
CASES = {
    "oldest": Case(sys.executable, oldest("django", "flask", "starlette"), "not fastapi"),
    "oldest_fastapi": Case(sys.executable, oldest("fastapi"), "fastapi"),
    "python3.12": Case("python3.12", [*LATEST, "django==6.0.10"]),
    "python3.13": Case("python3.13", [*LATEST, "django==6.1.3"]),
}


def runs(python: str) -> bool:
    """Tell whether there is such a Python; pyenv has names for some that it does not run."""
    found = shutil.which(python)
    return found is not None and not subprocess.run([found, "-V"], capture_output=True).returncode


@pytest.mark.parametrize("name", CASES)
def test_recipes(name: str, tmp_path: Path) -> None:
    """Each recipe works there, down to what arrives, without a warning."""
    case = CASES[name]
    if not runs(case.python):
        pytest.skip(f"no {case.python} on PATH")
    environment = tmp_path / "environment"
    subprocess.run([case.python, "-m", "venv", str(environment)], check=True)
    python = environment / "bin/python"
    install = [str(python), "-m", "pip", "install", "-q", *COMMON, *case.frameworks]
    subprocess.run(install, check=True, capture_output=True)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-k", case.chosen, *TESTS],
        env={**os.environ, "WHEEL_PYTHON": str(python)},
        cwd=TOP,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout
