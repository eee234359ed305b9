"""From the pages as Markdown to HTML, with Sphinx: only `make docs` installs it."""

from __future__ import annotations

import posixpath
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from website.navigation import navigation
from website.sources import HOME
from website.table import PAGE

HERE = Path(__file__).resolve().parent
ICON = HERE.parents[1] / "demo/static/icon.svg"
TABLE_HERE = "<!-- site: explain-table -->"
"""Where a page has the explain table; on GitHub nothing is seen of this."""


class GeneratorFailed(Exception):
    """Sphinx has found something wrong: what, it has said."""


def for_generator(place: str, made: Mapping[str, str]) -> str:
    """Return what Sphinx reads for a page: its text, the table, and where its Markdown is."""
    text = made[place].replace(TABLE_HERE, table_frame(place))
    trees = navigation(made) if place == HOME else {}
    return "\n\n".join([text, *map(toctree, trees, trees.values()), markdown_link(place)])


def table_frame(place: str) -> str:
    """Return the frame of the explain table. Its sandbox has no origin: the table keeps nothing."""
    address = posixpath.relpath(PAGE, posixpath.dirname(place) or ".")
    return (
        f'<iframe class="explain-table" src="{address}" sandbox="allow-scripts"'
        ' title="Calls, their commands, and what is left out"></iframe>'
    )


def toctree(section: str, places: list[str]) -> str:
    """Return a section of the navigation for Sphinx, which shows it beside every page."""
    rows = [place.removesuffix(".md") for place in places]
    return "\n".join(["```{toctree}", ":hidden:", f":caption: {section}", "", *rows, "```"])


def markdown_link(place: str) -> str:
    """Return the line at a page's end that leads to its Markdown; it is no link to a page."""
    name = posixpath.basename(place)
    return f'<p class="as-markdown"><a href="{name}">This page as Markdown</a></p>\n'


def generate(made: Mapping[str, str], pictures: Mapping[str, Path], work: Path) -> Path:
    """Make the HTML in a folder of `work` and return that; GeneratorFailed at any warning."""
    source, result = work / "source", work / "html"
    for place in made:
        write(source / place, for_generator(place, made))
    for place, picture in pictures.items():
        shutil.copyfile(picture, source / place)
    shutil.copytree(HERE / "templates", source / "_templates")
    (source / "_static").mkdir()
    shutil.copyfile(HERE / "site.css", source / "_static/site.css")
    shutil.copyfile(ICON, source / "_static/icon.svg")
    shutil.copyfile(HERE / "conf.py", source / "conf.py")
    strict = ["--fail-on-warning", "--keep-going", "--quiet"]
    command = [sys.executable, "-m", "sphinx", *strict, "-d", str(work / "doctrees")]
    if subprocess.run([*command, str(source), str(result)]).returncode != 0:
        raise GeneratorFailed("the site could not be made: see above")
    return result


def write(path: Path, text: str) -> None:
    """Write a text, in a folder that may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
