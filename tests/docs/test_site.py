"""The site as `make docs` makes it; `make test-apps` installs its generator."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.demo.test_accessibility import AXE
from tests.support.folder import ORIGIN, serve_folder
from tests.support.opt_in import APPS
from website.pages import site_pages
from website.site import make_site

pytestmark = pytest.mark.skipif(not APPS, reason="make test-apps")
# What the theme brings; that it has no counterpart in Markdown is right.
NO_PAGES = ("search.html", "explain-table/index.html")
LOOKED_AT = ("index", "explain", "settings", "search", "decisions/index")
FIND = """async () => (await axe.run({ iframes: false })).violations
  .map(({ id, nodes }) => [id, nodes[0].html])"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in a folder of its own."""
    folder = tmp_path_factory.mktemp("made") / "site"
    make_site(folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return each file with its content."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


class Links(HTMLParser):
    """Collects where a page leads, and the places in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.to: list[str] = []
        self.ids: set[str] = {"", "#"}
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note `href`, `src` and `id`; a link to another host is a reader's own way."""
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        address = given.get("href", given.get("src", ""))
        if address and not (tag == "a" and "://" in address) and not address.startswith("data:"):
            self.to.append(unquote(address))


def dead_ends(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the links of all pages that lead to no file, or to no place in one."""
    pages = {path: Links(path) for path in site.rglob("*.html")}
    for path, links in pages.items():
        for link in links.to:
            address, _, anchor = link.partition("#")
            file = address.partition("?")[0]
            target = (path.parent / file).resolve() if file else path
            known = pages[target].ids if target in pages else {""}
            if not target.is_file() or anchor not in known:
                yield path.relative_to(site).as_posix(), link


def test_it_is_the_same_each_time(site: Path, tmp_path: Path) -> None:
    """Made twice it has the same bytes, so that a change of it is a change of the docs."""
    make_site(tmp_path / "again")
    assert files(tmp_path / "again") == files(site)


def test_each_page_is_there_as_markdown(site: Path) -> None:
    """Beside its HTML, which says so to people and to machines; and no other page is there."""
    found = files(site)
    pages = {name for name in found if name.endswith(".html") and name not in NO_PAGES}
    assert pages == {place.removesuffix("md") + "html" for place in site_pages()}
    for place, text in site_pages().items():
        html = found[place.removesuffix("md") + "html"].decode()
        name = Path(place).name
        assert found[place].decode() == text
        assert f'rel="alternate" type="text/markdown" href="{name}"' in html
        assert f'<a href="{name}">This page as Markdown</a>' in html


def test_no_dead_link(site: Path) -> None:
    """Each link of each page leads to a file and a place in it."""
    assert list(dead_ends(site)) == []


def test_pages_ask_no_other_host(site: Path, page: Page) -> None:
    """No font, no script and no count of visitors comes from elsewhere, and no page says a word."""
    others = serve_folder(page, site)
    for path in sorted(site.rglob("*.html")):
        page.goto(f"{ORIGIN}/{path.relative_to(site).as_posix()}", wait_until="networkidle")
    assert others == []


def test_the_explain_table_is_in_its_page(site: Path, page: Page) -> None:
    """A visitor of the page presses an example and reads why."""
    serve_folder(page, site)
    page.goto(f"{ORIGIN}/explain.html")
    frame = page.frame_locator("iframe.explain-table")
    frame.get_by_role("button", name="Switched off").click()
    expect(frame.get_by_role("listitem").first).to_contain_text("integrations switch all")


def test_search_finds(site: Path, page: Page) -> None:
    """The index is a file of the site."""
    serve_folder(page, site)
    page.goto(f"{ORIGIN}/search.html?q=titleDelay")
    expect(page.locator("#search-results a").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation(scheme: str, width: int, site: Path, page: Page) -> None:
    """axe-core finds none in pages of each kind, and none is wider than the window."""
    serve_folder(page, site)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    for name in LOOKED_AT:
        page.goto(f"{ORIGIN}/{name}.html", wait_until="networkidle")
        page.evaluate(AXE.read_text("utf-8"))
        assert (name, page.evaluate(FIND)) == (name, [])
        assert page.evaluate("document.documentElement.scrollWidth") == width
