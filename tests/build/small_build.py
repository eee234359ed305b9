"""Compile small packages, and run what comes out under node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from compile.bundles import Bundle
from compile.pipeline import build
from lint.package import lint_tree

PARTS = Path(__file__).parent / "package"


def write_package(root: Path, modules: dict[str, str]) -> Path:
    """Write a package of these modules (dotted names below ``paqbridge``) and return its root."""
    package = root / "paqbridge"
    shutil.copytree(PARTS, package, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in modules.items():
        path = package / (name.replace(".", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def esm(entry: str, *names: str, **flags: Any) -> Bundle:
    """Return a bundle that exports ``names`` of ``paqbridge.<entry>``."""
    exports = {name: name for name in names}
    return Bundle(f"{entry}.mjs", f"paqbridge.{entry}", "esm", 10_000, 10_000, exports, flags)


def compiled(folder: Path, text: str, *names: str, **flags: Any) -> str:
    """Compile one module that exports ``names``; return the minified script."""
    root = write_package(folder / "integration", {"module": text})
    build(root, folder / "dist", [esm("module", *names, **flags)])
    return (folder / "dist" / "module.mjs").read_text(encoding="utf-8")


def complaints(folder: Path, modules: dict[str, str]) -> list[str]:
    """Return what the lint says about a package of these modules."""
    root = write_package(folder / "integration", modules)
    return [str(one).removeprefix(f"{root}/paqbridge/") for one in lint_tree(root)]


def evaluated(script: Path, expression: str) -> Any:
    """Return what ``expression`` is under node, where ``m`` is the module ``script``."""
    program = (
        f"import * as m from {json.dumps(script.as_uri())};"
        f"process.stdout.write(JSON.stringify({expression}, (k, v) => v === undefined ? null : v))"
    )
    command = ["node", "--input-type=module", "--eval", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
