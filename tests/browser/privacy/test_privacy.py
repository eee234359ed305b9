"""What is mapped to no command stays in the page: it is neither sent nor stored."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.support.page_parts import LOADED, MATOMO
from tests.support.visit import Visit

COUNT = 20
SECRET = re.compile(r"secret\d\d")
TRAITS: dict[str, Any] = {
    "email": "secret01@shop.test",
    "name": "secret02",
    "phone": "secret03",
    "birthday": "secret04",
    "address": {"street": "secret05", "city": ["secret06"]},
    "plan": "secret07",
}
CONTEXT: dict[str, Any] = {
    "ip": "secret08",
    "location": {"latitude": "secret09"},
    "page": {"url": "https://secret10.test/", "title": "secret11", "referrer": "secret12"},
    "traits": {"email": "secret13@shop.test"},
}
PROPERTIES: dict[str, Any] = {
    "label": "sent",
    "coupon": "secret14",
    "card": {"number": "secret15"},
    "products": [{"name": "secret16"}],
}
PAGE: dict[str, Any] = {"search": "secret17", "email": "secret18@shop.test"}
INTEGRATIONS: dict[str, Any] = {"Other": {"token": "secret19"}, "Piwik": {"note": "secret20"}}
DATA = json.dumps([TRAITS, CONTEXT, PROPERTIES, PAGE, INTEGRATIONS])
KNOWN = f"const [traits, context, properties, page, integrations] = {DATA}"
CALLS = {
    "standalone": f"""{LOADED}<script>{{ {KNOWN}
      const options = {{context, integrations}}
      analytics.identify('u1', traits, options)
      analytics.page('Shop', 'Cart', page, options)
      analytics.track('Paid', properties, options)
    }}</script>""",
    "classic": f"""<script src="/dist/classic.min.js"></script><script>{{ {KNOWN}
      const piwik = new piwikIntegration({{siteId: 1, url: '{MATOMO}'}})
      const message = {{context, integrations, options: {{context, integrations}}}}
      piwik.initialize()
      piwik.identify({{obj: {{userId: 'u1', traits, ...message}}}})
      piwik.page({{obj: {{category: 'Shop', name: 'Cart', properties: page, ...message}}}})
      piwik.track({{obj: {{event: 'Paid', properties, ...message}}}})
    }}</script>""",
}
STORED = """async () => JSON.stringify([
  document.cookie, {...localStorage}, {...sessionStorage}, window.name, history.state,
  await indexedDB.databases(), await caches.keys(),
])"""


@pytest.mark.parametrize("bundle", CALLS)
def test_unmapped_data_stays(bundle: str, visit: Visit) -> None:
    """Traits, context and unmapped properties are in no command, request, cookie or storage."""
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    visit.hold_tracker()
    visit.write(CALLS[bundle])
    places = {"commands": json.dumps(visit.queued())}
    visit.release_tracker()
    places["hits"] = json.dumps(visit.requests())
    places["requests"] = " ".join(asked)
    places["storage"] = visit.run(STORED)
    places["cookies"] = json.dumps([dict(cookie) for cookie in visit.context.cookies()])
    assert [place for place, text in places.items() if SECRET.search(text)] == []
    # What is mapped did pass through each of these places.
    assert '"sent"' in places["commands"]
    assert '"e_n": "sent"' in places["hits"]
    assert "piwik.js" in places["requests"]
    assert bundle == "classic" or all("u1" in places[name] for name in ("storage", "cookies"))


def test_enough_sentinels() -> None:
    """The bar: twenty, each in the data of these calls once."""
    assert sorted(SECRET.findall(DATA)) == [f"secret{number:02}" for number in range(1, COUNT + 1)]
