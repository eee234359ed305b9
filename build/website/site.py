"""The whole site, in a folder: HTML, the same pages as Markdown, `llms.txt`, the explain table."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from website.accessible import complete
from website.generate import generate, write
from website.pages import assets, index_for_machines, site_pages
from website.sources import TOP
from website.table import write_table

SITE = TOP / "site"
LEFT_BEHIND = (".buildinfo", ".doctrees", "objects.inv")
"""What Sphinx keeps for itself, and for the sites of others."""


def make_site(site: Path = SITE) -> int:
    """Make the site in a folder, instead of what is there; return how many pages it has.

    Nothing is replaced where the generator fails. Made twice, it is the same byte for byte.
    """
    made = site_pages()
    pictures = {place: TOP / source for source, place in assets().items()}
    with tempfile.TemporaryDirectory() as work:
        html = generate(made, pictures, Path(work))
        for name in LEFT_BEHIND:
            (html / name).unlink(missing_ok=True)
        complete(html)
        for place, text in made.items():
            write(html / place, text)
        write(html / "llms.txt", index_for_machines(made))
        write_table(html)
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(html, site)
    return len(made)
