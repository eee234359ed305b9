"""Each entry of the npm package: imported, required, bundled, run in a page."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from npm.manifest import manifest, modules, scripts, shared
from npm.tarball import make_tarball
from release.versions import version_of
from tests.packages.conftest import TOP
from tests.packages.npm.used import USED, using
from tests.support.visit import Visit

NAMES = {
    "": ["analytics", "load"],
    "/analytics": ["analytics", "load"],
    "/classic": ["Piwik", "default"],
    "/classic.full": ["Piwik", "default"],
    "/segment": ["default", "piwik"],
    "/rudderstack": ["default", "piwik"],
    "/getanalytics": ["default", "piwik"],
    "/core": ["createDestination"],
    "/tracker": ["start"],
    "/testing": ["record", "standIn"],
    "/global": [],
}
"""Entry -> what it exports."""

IMPORTED = """
const found = {}
for (const name of NAMES) found[name] = Object.keys(await import('paqbridge' + name)).filter((one) => one !== '__esModule')
for (const file of SCRIPTS) await import('paqbridge/' + file)
console.log(JSON.stringify(found))
"""
REQUIRED = """
const found = {}
for (const name of NAMES) found[name] = Object.keys(require('paqbridge' + name)).sort()
for (const file of SCRIPTS) require('paqbridge/' + file)
console.log(JSON.stringify([found, require('paqbridge/package.json').version, Object.keys(require('paqbridge/integrity.json'))]))
"""


def run_node(project: Path, code: str, kind: str = "module") -> str:
    """Run code in Node and return what it prints."""
    filled = code.replace("NAMES", json.dumps([*NAMES])).replace("SCRIPTS", json.dumps(scripts()))
    command = ["node", f"--input-type={kind}", "-e", filled]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout


def bundled(project: Path, code: str, form: str = "iife") -> str:
    """Bundle code as a site's own build does, and return the script."""
    command = [str(TOP / "node_modules/.bin/esbuild"), "--bundle", "--minify", f"--format={form}"]
    done = subprocess.run(command, cwd=project, input=code, capture_output=True, text=True)
    assert done.stderr == ""
    return done.stdout


def test_every_entry_is_known() -> None:
    """The table of bundles says which entries there are; none is forgotten here."""
    named = {"", *(f"/{name}" for name in modules()), "/testing", "/global"}
    assert named == NAMES.keys()


def test_imported_on_a_server(project: Path) -> None:
    """Each entry can be imported where there is no page, scripts too, and does no harm."""
    found = json.loads(run_node(project, IMPORTED))
    assert {name: sorted(names) for name, names in found.items()} == NAMES


SERVED = """
import { analytics, load } from 'paqbridge'
load({ siteId: 1, serverUrl: 'https://matomo.example.org', settingsUrl: 'https://matomo.example.org/s.json' })
analytics.identify('u', { plan: 'pro' })
let told = false
await analytics.ready(() => { told = true })
await Promise.all([analytics.track('E'), analytics.page()])
console.log(JSON.stringify([told, analytics.user().id(), analytics.user().traits()]))
"""


def test_on_a_server_nobody_waits_or_is_known(project: Path) -> None:
    """Promises are settled, and who one page was made for is not known to the next."""
    assert json.loads(run_node(project, SERVED)) == [True, None, {}]


def test_required(project: Path) -> None:
    """`require` finds the same, as Jest does; data are there as well."""
    found, version, sums = json.loads(run_node(project, REQUIRED, "commonjs"))
    assert found == NAMES
    assert version == version_of(TOP)
    assert {*scripts(), "segment.mjs"} <= {*sums}


@pytest.mark.parametrize("entry", USED)
def test_bundled_into_a_page(entry: str, project: Path, visit: Visit) -> None:
    """Each entry in a bundle of its own runs in a page, and what it sends arrives."""
    visit.site.files["site.js"] = bundled(project, using(entry, visit.matomo))
    visit.write("<script src=/site.js></script>")
    assert [hit["e_a"] for hit in visit.hits()] == ["Used"]


def test_what_is_not_used_weighs_nothing(project: Path) -> None:
    """Adapters that are imported and not used leave nothing in a bundle.

    To import the tracker is to use it.
    """
    names = [name for name in NAMES if name != "/tracker"]
    imports = "".join(f"import * as it{n} from 'paqbridge{name}'\n" for n, name in enumerate(names))
    assert len(bundled(project, f"{imports}console.log(1)")) < 60


@pytest.mark.parametrize("form", ["iife", "esm"])
def test_adapters_share_the_mapping(project: Path, form: str) -> None:
    """All adapters in one bundle weigh little more than one; each works as it does alone."""
    names = shared().keys()
    codes = [
        f"import * as {name} from 'paqbridge/{name}'; globalThis.{name} = {name}\n"
        for name in names
    ]
    alone = [len(bundled(project, code, form)) for code in codes]
    assert len(bundled(project, "".join(codes), form)) < 1.2 * max(alone)


@pytest.mark.parametrize("entry", [name for name in NAMES if name != "/global"])
def test_import_and_require_are_one(entry: str, project: Path) -> None:
    """A bundle in which one file imports an entry and another requires it has it once.

    Else what the one has loaded would not be there for the other, and all weighs twice.
    """
    imported = f"import * as it from 'paqbridge{entry}'; globalThis.it = it\n"
    required = f"globalThis.other = require('paqbridge{entry}')\n"
    assert len(bundled(project, imported + required)) < 1.2 * len(bundled(project, imported))


def test_scripts_stay(project: Path) -> None:
    """A script that is imported for what it does is kept, and so is the tracker."""
    assert "paqbridgeTracker" in bundled(project, "import 'paqbridge/tracker'")
    assert "analytics" in bundled(project, "import 'paqbridge/analytics.min.js'")


def test_nothing_else_is_needed() -> None:
    """No dependency, no install script, no field that keeps it from being published."""
    fields = manifest("1.0.0").keys()
    assert fields.isdisjoint({"dependencies", "peerDependencies", "scripts", "private"})


def test_reproducible(tarball: Path, tmp_path: Path) -> None:
    """The same files make the same bytes."""
    assert make_tarball(TOP, tmp_path).read_bytes() == tarball.read_bytes()


@pytest.mark.parametrize("name", [*modules(), "analytics.min"])
def test_source_maps_are_whole(project: Path, name: str) -> None:
    """A map has the text of each source: no file beside it is asked for."""
    (path,) = [
        one
        for one in (project / "node_modules/paqbridge").glob(f"{name}*js.map")
        if one.name in (f"{name}.mjs.map", f"{name}.js.map")
    ]
    chart = json.loads(path.read_text("utf-8"))
    assert len(chart["sources"]) == len(chart["sourcesContent"]) > 10
