"""jQuery of three majors puts our script into a page that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.application import MATOMO, Application, recipe
from tests.support.visit import Visit

VERSIONS = ["1", "3", "4"]
ELEMENT = """<script src="SRC" data-site-id="7" data-server-url="{{ matomo }}"></scr' + 'ipt>"""
WAYS = {
    "append": f"$('body').append('{ELEMENT}')",
    "append twice": f"$('body').append('{ELEMENT}'); $('body').append('{ELEMENT}')",
    "html": f"$('#slot').html('<p>New</p>{ELEMENT}')",
    "after": f"$('#slot').after($('{ELEMENT}'))",
    "load": "$('#slot').load('/part.html')",
}
PLACES = ["", "{{ matomo }}"]
"""The page's own host, whose files jQuery runs as text, and another."""


@pytest.fixture(scope="module")
def libraries(tarball: Path) -> Path:
    """Where the three are."""
    return Application("tag_manager", tarball).folder / "node_modules"


@pytest.fixture(params=VERSIONS)
def page(request: pytest.FixtureRequest, libraries: Path, visit: Visit) -> Visit:
    """A visit to a site that has one of them."""
    library = libraries / f"jquery-{request.param}/dist/jquery.js"
    visit.site.files["jquery.js"] = library.read_text("utf-8")
    return visit


def write(page: Visit, code: str) -> None:
    """Open a page that runs this with jQuery."""
    page.write(f"<div id=slot></div><script src=/jquery.js></script><script>{code}</script>")


@pytest.mark.parametrize("bundle", ["analytics.min.js", "analytics.full.min.js"])
@pytest.mark.parametrize("place", PLACES, ids=["own", "other"])
@pytest.mark.parametrize("way", WAYS)
def test_elements(way: str, place: str, bundle: str, page: Visit) -> None:
    """However it puts the element in, its attributes start the script, once."""
    source = f"{place}/dist/{bundle}"
    page.site.files["part.html"] = f"<p>New</p>{ELEMENT}".replace("' + '", "").replace(
        "SRC", source
    )
    write(page, WAYS[way].replace("SRC", source))
    page.wait_until_live()
    page.run("(analytics.page(), 0)")
    (view,) = page.requests()
    assert (view["idsite"], view["action_name"]) == ("7", "Shop")
    assert len(page.trackers()) == 1


def test_recipe(page: Visit) -> None:
    """The recipe of the docs, as it stands there."""
    write(page, recipe("jquery").replace(MATOMO, page.matomo))
    page.wait_until_live()
    (view,) = page.requests()
    assert (view["idsite"], view["action_name"]) == ("1", "Shop")
