"""Pages with a library that adds to the built-ins get the same commands as a clean page."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.support.visit import Visit
from tests.support.visit_log import VISITS, clean_log, log_of

PACKAGES = Path(__file__).parents[3] / "node_modules"
LIBRARY = "library.js"
OTHERS = [Path(name) for name in os.environ.get("PAGE_LIBRARIES", "").split(os.pathsep) if name]
CHANGED = "Array.prototype.each && Array.from !== nativeFrom"


def mootools() -> bytes:
    """MooTools 1.4.5: of a browser's file, npm has the part that changes the built-ins."""
    return (PACKAGES / "mootools/lib/mootools-core-1.4.5-server.js").read_bytes()


@cache
def prototype() -> bytes:
    """Prototype 1.7: the part that changes the built-ins, which npm has as CommonJS modules."""
    entry = PACKAGES / "prototype/lib/index.js"
    esbuild: list[str | Path] = [PACKAGES / ".bin/esbuild", entry, "--bundle", "--format=iife"]
    return subprocess.run([*esbuild, "--log-level=error"], check=True, capture_output=True).stdout


LIBRARIES: dict[str, Callable[[], bytes]] = {
    "MooTools": mootools,
    "Prototype": prototype,
    **{path.name: path.read_bytes for path in OTHERS},
}


@pytest.mark.parametrize("bundle", VISITS)
@pytest.mark.parametrize("name", LIBRARIES)
def test_same_commands(name: str, bundle: str, visit: Visit) -> None:
    """The commands of a visit are those of a page without the library, which has done its work."""
    visit.site.files[LIBRARY] = LIBRARIES[name]()
    kept = "<script>const nativeFrom = Array.from</script>"
    log = log_of(bundle, visit, f'{kept}<script src="{LIBRARY}"></script>')
    assert visit.run(f"!!({CHANGED})")
    assert log == clean_log(visit)
