"""What the language means: the same in CPython and, compiled and minified, in JavaScript."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compile.pipeline import build
from tests.build.small_build import esm, evaluated, write_package

SNIPPETS = sorted((Path(__file__).parents[1] / "snippets").glob("*.py"))


def cases_of(path: Path) -> dict[str, Callable[[], Any]]:
    """Return the case functions of a snippet file."""
    found = runpy.run_path(str(path))
    return {name: value for name, value in found.items() if name.startswith("case_")}


CASES = [(path.stem, name, case) for path in SNIPPETS for name, case in cases_of(path).items()]


@pytest.fixture(scope="module")
def in_browser(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Give the results of all cases in JavaScript, by file and name; each file is one bundle."""
    folder = tmp_path_factory.mktemp("semantics")
    modules = {path.stem: path.read_text(encoding="utf-8") for path in SNIPPETS}
    root = write_package(folder / "integration", modules)
    names = {stem: [name for file, name, _ in CASES if file == stem] for stem in modules}
    build(root, folder / "dist", [esm(stem, *names[stem]) for stem in modules])
    results = "Object.fromEntries(Object.keys(m).map(k => [k, m[k]()]))"
    return {stem: evaluated(folder / "dist" / f"{stem}.mjs", results) for stem in modules}


@pytest.mark.parametrize(
    ("file", "name", "case"), CASES, ids=[f"{file}-{name}" for file, name, _ in CASES]
)
def test_same_in_both_languages(
    in_browser: dict[str, Any], file: str, name: str, case: Callable[[], Any]
) -> None:
    """A construct of the language gives the same in CPython and in JavaScript."""
    expected = json.loads(json.dumps(case()))
    assert in_browser[file][name] == expected
