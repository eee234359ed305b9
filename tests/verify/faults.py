"""Pages that are broken in one way each, and the codes of what must be found."""

from __future__ import annotations

from typing import NamedTuple

from tests.verify.conftest import SETTINGS, page


class Fault(NamedTuple):
    """A page, what is to be found, and the site's policy."""

    text: str
    codes: list[str]
    policy: str = ""


OWN = (
    "<script>window._paq = window._paq || []; _paq.push(['trackPageView']); "
    "_paq.push(['setTrackerUrl', '{{ matomo }}/matomo.php']); _paq.push(['setSiteId', '1']);"
    '</script><script async src="{{ matomo }}/matomo.js"></script>'
)
"""Matomo's own snippet."""

LEAN = "analytics.min.js"
INLINE = "script-src 'self' 'unsafe-inline'"
GONE = SETTINGS + ', trackerUrl: "{{ matomo }}/gone.php"'

FAULTS = {
    "no bundle": Fault("<title>Nothing</title>", ["bundle-missing"]),
    "bundle 404": Fault('<script src="/old/analytics.full.min.js"></script>', ["bundle-failed"]),
    "bundle blocked": Fault(page(), ["policy-blocks"], "script-src 'unsafe-inline' {{ matomo }}"),
    "hits blocked": Fault(
        page(),
        ["policy-blocks", "policy-images"],
        INLINE + " {{ matomo }}; connect-src 'self'; img-src 'self'",
    ),
    "wrong site": Fault(page('siteId: 99, serverUrl: "{{ matomo }}"'), ["hit-refused"]),
    "no site": Fault(page('serverUrl: "{{ matomo }}"'), ["setting-required"]),
    "lean": Fault(page(SETTINGS + ", ecommerce: true", LEAN), ["setting-full"]),
    "counted twice": Fault(page() + OWN, ["counted-twice", "script-twice"]),
}
"""What every run looks at."""

MORE = {
    "script blocked": Fault(page(), ["policy-blocks"], INLINE),
    "consent": Fault(page(SETTINGS + ', consent: "tracking"'), ["consent-pending"]),
    "endpoint 404": Fault(page(GONE), ["endpoint-failed"]),
    "script 404": Fault(page(SETTINGS + ', scriptUrl: "{{ matomo }}/gone.js"'), ["script-failed"]),
    "Matomo alone": Fault(OWN, ["bundle-missing"]),
    "no server": Fault(page("siteId: 1"), ["setting-required"]),
    "wrong setting": Fault(page(SETTINGS + ', titleDelay: "soon"'), ["setting-wrong"]),
    "lean method": Fault(
        page(build=LEAN) + "<script>analytics.group('g')</script>", ["setting-full"]
    ),
    "not started": Fault('<script src="/dist/analytics.min.js"></script>', ["not-started"]),
    "integrity": Fault(
        '<script src="/dist/analytics.min.js" integrity="sha384-AAAA"></script>',
        ["bundle-broken"],
    ),
    "other library": Fault(
        "<script>analytics = {load() {}, page() {}}</script>" + page(build=LEAN), ["bundle-broken"]
    ),
    "cut off": Fault('<script src="half/analytics.min.js"></script>', ["bundle-broken"]),
    "two bundles": Fault(
        page(build=LEAN) + '<script src="/dist/analytics.full.min.js"></script>', ["bundle-twice"]
    ),
    "snippet blocked": Fault(page(), ["policy-blocks"], "script-src 'self'"),
    "images": Fault(page(), ["policy-images"], "img-src 'self'"),
    "no page view": Fault(page().replace("analytics.page()", ""), ["no-hits"]),
    "consent to load": Fault(page(SETTINGS + ', consent: "load"'), ["consent-pending"]),
    "held script": Fault(
        '<script type="text/plain" src="/dist/analytics.min.js"></script>',
        ["script-held"],
    ),
    "another Matomo": Fault(
        page() + "<script>_paq.push([function () { Matomo.getTracker('{{ matomo }}/matomo.php', 5)"
        ".trackPageView() }])</script>",
        ["second-tracker"],
    ),
}
"""What a run looks at that asks for it."""
