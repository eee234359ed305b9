"""What the docs tell sites with npm: it compiles, and runs, as it stands."""

from __future__ import annotations

import subprocess
from pathlib import Path

from npm.readme import readme
from tests.docs.pages import named
from tests.packages.conftest import TOP
from tests.packages.npm.test_entries import bundled
from tests.packages.npm.test_types import MODULE, complaints
from tests.support.visit import Visit

RECIPES = {
    name: block.code
    for name, block in (named("example") | named("typed")).items()
    if 'from "paqbridge' in block.code
}
TESTED = {name: block.code for name, block in named("tested").items()}


def test_recipes(application: Path) -> None:
    """Each compiles in strict TypeScript, with the hosts' own types."""
    assert RECIPES.keys() >= {"segment", "rudderstack", "getanalytics", "classic", "core", "npm"}
    assert complaints(application, *MODULE, **RECIPES) == ""


def test_tested_without_a_browser(project: Path) -> None:
    """The test of the docs passes in Node's own runner."""
    (project / "site.test.mjs").write_text(TESTED["node"], "utf-8")
    command = ["node", "--test", "site.test.mjs"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert (done.returncode, "pass 1" in done.stdout) == (0, True), done.stdout


def test_tested_in_a_page(project: Path, visit: Visit) -> None:
    """The one in a page sees the click, and no tracker is asked for."""
    visit.without_instruments()
    visit.site.files["test.js"] = bundled(project, TESTED["page"], "esm")
    visit.write("<button>Sign up</button><script type=module src=/test.js></script>")
    visit.wait("document.title === 'Clicked, 1'")
    assert visit.trackers() == []


def test_readme() -> None:
    """The package's README has the recipes, and leads to nothing that the package has not."""
    text = readme(TOP)
    assert [name for name in ("segment", "rudderstack", "npm") if RECIPES[name] not in text] == []
    assert [part for part in ("](", "<!--", "dist/", "tests/", "No registry") if part in text] == []
