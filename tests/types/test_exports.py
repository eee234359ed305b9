"""What an import of the package leads to: package.json's `exports`, for Node and for TypeScript."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.types.test_keys import complaints

TOP = Path(__file__).parents[2]
EXPORTS = json.loads((TOP / "package.json").read_text("utf-8"))["exports"]
NAMES = {
    ".": ["analytics", "load"],
    "./classic": ["Piwik", "default"],
    "./classic.full": ["Piwik", "default"],
    "./segment": ["default", "piwik"],
    "./rudderstack": ["default", "piwik"],
    "./getanalytics": ["default", "piwik"],
    "./core": ["createDestination"],
}
"""An entry that is a module -> what it exports."""

SCRIPTS = {"./analytics", "./*"}
SEEN = "console.log(JSON.stringify(Object.keys(await import(process.argv[1])).sort()))"
TYPED = """\
import { analytics, load, type Context, type Plugin } from 'paqbridge'
import type { FullAnalytics } from 'paqbridge/analytics'
export const context: Promise<Context> = load({ siteId: 1 }).track('Paid')
export const id: string | null = analytics.user().id()
export const all = (script: FullAnalytics, plugin: Plugin) => script.register(plugin).noConflict
"""


def test_every_entry() -> None:
    """Each is a file that is there, and its types too; no other is forgotten here."""
    assert EXPORTS.keys() == NAMES.keys() | SCRIPTS
    files = [
        file for entry in EXPORTS.values() if isinstance(entry, dict) for file in entry.values()
    ]
    assert [file for file in files if not (TOP / file).is_file()] == []
    assert {path.name for path in (TOP / "dist").glob("*.mjs")} == {
        Path(EXPORTS[entry]["default"]).name for entry in NAMES
    }


@pytest.mark.parametrize("entry", NAMES)
def test_an_import(entry: str) -> None:
    """Node finds the module by the package's name, and does no harm without a page."""
    name = "paqbridge" + entry.removeprefix(".")
    command = ["node", "--input-type=module", "-e", SEEN, name]
    run = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == NAMES[entry]


def test_types(tmp_path: Path) -> None:
    """TypeScript finds the types by the package's name; what they lack is an error."""
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules/paqbridge").symlink_to(TOP)
    assert complaints(TYPED.replace(".noConflict", ""), tmp_path) == ""
    assert "noConflict" in complaints(TYPED, tmp_path)
