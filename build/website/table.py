"""The explain table: the demo's own modules and styles, bundled for a frame in docs/explain.md."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

TOP = Path(__file__).resolve().parents[2]
DEMO = TOP / "demo"
BUNDLE = "analytics.explain.min.js"
PAGE = "explain-table/index.html"


def write_table(site: Path) -> None:
    """Write the table into `site`, as a folder that needs no other file and no server.

    Its script is no module: the frame that it runs in has no origin, and modules need one.
    """
    page = site / PAGE
    page.parent.mkdir(parents=True)
    templates = Environment(loader=FileSystemLoader(DEMO / "templates"), autoescape=True)
    page.write_text(templates.get_template("explain_table.html").render() + "\n", "utf-8")
    shutil.copyfile(TOP / "dist" / BUNDLE, page.parent / BUNDLE)
    command: list[str | Path] = [
        TOP / "node_modules/.bin/esbuild",
        DEMO / "static/js/explain_table.js",
        DEMO / "static/css/explain_table.css",
        *("--bundle", "--minify", "--format=iife", "--entry-names=[name]"),
        f"--outdir={page.parent}",
        "--log-level=error",
    ]
    subprocess.run(command, check=True)
