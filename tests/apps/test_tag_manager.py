"""A tag manager's custom HTML: its elements are copied, as Google Tag Manager does, or kept."""

from __future__ import annotations

import json

import pytest

from tests.apps.application import MATOMO, recipe
from tests.support.visit import Visit

INJECTOR = """
const inject = (html, keeps) => {
  const part = document.createElement('div')
  part.innerHTML = html
  for (const node of [...part.childNodes]) {
    if (node.nodeName !== 'SCRIPT') { document.body.append(node); continue }
    const copy = document.createElement('script')
    copy.async = false
    copy.type = 'text/javascript'
    if (keeps) for (const { name, value } of node.attributes) copy.setAttribute(name, value)
    copy.text = node.text
    if (node.hasAttribute('src')) copy.src = node.getAttribute('src')
    document.body.append(copy)
  }
}
"""
ELEMENT = """
<script src="/dist/analytics.min.js" data-site-id="7" data-server-url="MATOMO"></script>
<script>
  window.analytics = window.analytics || []
  analytics.push(["page"])
</script>"""


def fire(visit: Visit, html: str, keeps: bool = False, times: int = 1) -> None:
    """Open a page whose tag manager fires a tag."""
    tag = json.dumps(html).replace("</", "<\\/")
    calls = f"inject({tag}, {json.dumps(keeps)});" * times
    visit.write(f"<script>{INJECTOR}{calls}</script>")
    visit.wait_until_live()


@pytest.mark.parametrize("keeps", [False, True])
def test_recipe(keeps: bool, visit: Visit) -> None:
    """The recipe of the docs, as it stands there, starts and counts the page."""
    fire(visit, recipe("tag_manager").replace(MATOMO, visit.matomo), keeps)
    (view,) = visit.requests()
    assert (view["idsite"], view["action_name"]) == ("1", "Shop")


def test_a_tag_that_fires_twice(visit: Visit) -> None:
    """It starts once; each firing counts the page, since each says so."""
    fire(visit, recipe("tag_manager").replace(MATOMO, visit.matomo), times=2)
    assert [view["idsite"] for view in visit.requests()] == ["1", "1"]
    assert len(visit.trackers()) == 1


def test_a_tag_manager_that_keeps_attributes(visit: Visit) -> None:
    """The element alone is enough."""
    fire(visit, ELEMENT.replace("MATOMO", visit.matomo), keeps=True)
    (view,) = visit.requests()
    assert (view["idsite"], view["action_name"]) == ("7", "Shop")
