"""A real page whose script and hits have the site's own names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from demo.matomo_double.collector import create_collector
from demo.matomo_double.serving import running
from paqbridge.web.first_party import create_plan, wsgi_app
from tests.support.visit import Visit

PAGE = """
<script src="/dist/analytics.full.min.js"></script>
<script>
  analytics.load({siteId: 1, serverUrl: location.origin,
                  scriptUrl: location.origin + "/m/s.js",
                  trackerUrl: location.origin + "/m/c"})
  analytics.page()
  analytics.identify("ann")
  analytics.track("Paid", {category: "Shop", value: 30})
</script>
"""


@pytest.fixture
def shop(visit: Visit) -> Iterator[Visit]:
    """A site that has its own Flask app behind the proxy, and a Matomo elsewhere."""
    matomo = Flask("matomo", static_folder=None)
    matomo.register_blueprint(create_collector(visit.site.store))
    with running(matomo) as address:
        site = visit.site.app
        proxy = wsgi_app(create_plan(address), site.wsgi_app)
        site.wsgi_app = proxy  # type: ignore[method-assign]
        visit.instruments = ("beacons.js",)  # the others know the script by Matomo's names
        yield visit
        visit.page.goto("about:blank")
        proxy.close()


def test_page(shop: Visit) -> None:
    """The script comes from the site, hits go to the site, and all of them arrive at Matomo."""
    asked: list[str] = []
    shop.page.on("request", lambda request: asked.append(request.url))
    shop.write(PAGE)
    assert [hit.get("e_a") or hit["action_name"] for hit in shop.hits()] == ["Shop", "Paid"]
    assert {url.partition("/m/")[0] for url in asked if "/m/" in url} == {shop.address}
    assert {url.rpartition(":")[0] for url in asked} == {shop.address.rpartition(":")[0]}
