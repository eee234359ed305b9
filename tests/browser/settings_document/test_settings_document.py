"""The full standalone and its settings document, from a real server."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from flask import Response, redirect, request

from tests.support.visit import Visit

NAME = "v1/projects/KEY/settings"
LOAD = """(given) => {
  analytics.load(given)
  analytics.track('Paid', {revenue: 5})
}"""


def serve(visit: Visit, document: Any, **headers: str) -> list[str]:
    """Let the site have a document, as a text or as what its JSON says; return the cookies of each request."""
    text = document if isinstance(document, str) else json.dumps(document)
    asked: list[str] = []

    def answer() -> Response:
        asked.append(request.headers.get("Cookie", ""))
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Response(text, headers=named, mimetype="application/json")

    visit.site.answers[NAME] = answer
    return asked


def load(visit: Visit, at: str = "", **own: Any) -> None:
    """Load the page's own settings and the address of the document, and make a call at once."""
    visit.run(LOAD, {"settingsUrl": f"{at}/{NAME}", **own})


def started(visit: Visit) -> list[list[Any]]:
    """The commands, once the call that waited has been pushed."""
    visit.wait("window._paq && _paq.some((one) => one[0] == 'trackEvent')")
    return visit.queued()


def commands(visit: Visit, site: Any = 1, server: str = "", goal: int | None = None) -> Any:
    """The commands of a start and of the call."""
    goals = [["trackGoal", goal, 5]] if goal else []
    return [
        ["setSiteId", site],
        ["setTrackerUrl", f"{server or visit.matomo}/piwik.php"],
        ["enableLinkTracking"],
        *goals,
        ["trackEvent", "All", "Paid", None, 5],
    ]


@pytest.fixture
def shop(visit: Visit) -> Visit:
    """A page with the full standalone, which nobody has loaded yet."""
    visit.hold_tracker()
    visit.open()
    return visit


@pytest.mark.parametrize("name", ["Piwik", "Matomo", ""])
def test_the_document_is_used(name: str, shop: Visit) -> None:
    """Site, server and goals come from it, in either form, and the call that waited counts."""
    said = {"siteId": 7, "url": shop.matomo, "goals": {"Paid": 3}}
    serve(shop, {"integrations": {name: said}} if name else said)
    load(shop)
    assert started(shop) == commands(shop, 7, goal=3)
    assert shop.trackers() == [f"{shop.matomo}/piwik.js"]
    assert shop.warnings == []


def test_the_page_wins(shop: Visit) -> None:
    """What the page says of a setting counts whole, also under the other name of the server."""
    serve(shop, {"siteId": 7, "serverUrl": shop.address, "goals": {"Left": 1}, "timeout": 900})
    load(shop, siteId=2, url=shop.matomo, goals={"Paid": 4})
    assert started(shop) == commands(shop, 2, goal=4)
    assert shop.warnings == []


def test_another_origin(shop: Visit) -> None:
    """It says which goals there are, never where hits go or whose script runs; one warning."""
    shop.expect("paqbridge")
    said = {
        "goals": {"Paid": 3},
        "url": shop.address,
        "trackerUrl": f"{shop.address}/t.php",
        "scriptUrl": f"{shop.address}/t.js",
        "nonce": "n",
    }
    serve(shop, said, Access_Control_Allow_Origin="*")
    load(shop, at=shop.matomo, siteId=1, serverUrl=shop.matomo)
    assert started(shop) == commands(shop, goal=3)
    assert shop.trackers() == [f"{shop.matomo}/piwik.js"]
    [warning] = shop.warnings
    assert "[nonce, trackerUrl, scriptUrl]" in warning


def test_another_origin_alone(shop: Visit) -> None:
    """Where only it names a server, nothing starts."""
    shop.expect("paqbridge")
    serve(shop, {"siteId": 7, "serverUrl": shop.matomo}, Access_Control_Allow_Origin="*")
    load(shop, at=shop.matomo)
    shop.run("new Promise((resolve) => analytics.ready(resolve))")
    assert shop.trackers() == []
    assert "[serverUrl]" in shop.warnings[0]


def test_another_origin_that_the_script_comes_from(visit: Visit) -> None:
    """A document from the script's own origin is trusted as the script is."""
    visit.hold_tracker()
    serve(visit, {"siteId": 7, "serverUrl": visit.matomo}, Access_Control_Allow_Origin="*")
    visit.write(f'<script src="{visit.matomo}/dist/analytics.full.min.js"></script>')
    load(visit, at=visit.matomo)
    assert started(visit) == commands(visit, 7)


LOOSE: list[dict[str, Any]] = [
    {"consent": "none"},
    {"rememberUser": True, "disableCookies": False, "doNotTrack": False},
    {"crossDomain": True, "cookieDomain": "localhost", "cookieSameSite": "None"},
]


@pytest.mark.parametrize("said", LOOSE, ids=lambda said: "+".join(said))
def test_consent_is_not_loosened(said: dict[str, Any], shop: Visit) -> None:
    """What would ask, heed or hide less is left out, in one warning, also from the own origin."""
    shop.expect("paqbridge")
    serve(shop, said)
    load(shop, siteId=1, serverUrl=shop.matomo)
    assert started(shop) == commands(shop)
    [warning] = shop.warnings
    assert [name for name in said if name not in warning] == []


def test_the_consent_of_the_page_stays(shop: Visit) -> None:
    """A page that asks its visitors goes on asking, whatever a document says."""
    serve(shop, {"consent": "none", "goals": {"Paid": 3}})
    load(shop, siteId=1, serverUrl=shop.matomo, consent="load")
    shop.wait("analytics.consent.state() == 'pending'")
    assert shop.trackers() == []
    shop.run("analytics.consent.give()")
    shop.wait("window._paq && _paq.some((one) => one[0] == 'trackGoal')")


def test_a_document_asks_for_consent(shop: Visit) -> None:
    """Where the page says nothing, a document may ask visitors first."""
    serve(shop, {"consent": "load"})
    load(shop, siteId=1, serverUrl=shop.matomo)
    shop.wait("analytics.consent.state() == 'pending'")
    assert (shop.trackers(), shop.warnings) == ([], [])


NONE: dict[str, tuple[Callable[[], Response], str]] = {
    "not there": (lambda: Response(status=404), "missing"),
    "an error with a document": (lambda: Response('{"siteId": 7}', 500), "missing"),
    "empty": (lambda: Response(status=204), "no object"),
    "moved": (lambda: redirect("/other.json"), "missing"),  # type: ignore[dict-item, return-value]
    "HTML": (lambda: Response("<!doctype html>"), "no JSON"),
    "half": (lambda: Response('{"siteId": 7'), "no JSON"),
    "huge": (lambda: Response(json.dumps({"siteId": 7, "x": "x" * 70_000})), "too large"),
    "a list": (lambda: Response('[{"siteId": 7}]'), "no object"),
    "a number": (lambda: Response("7"), "no object"),
    "a text": (lambda: Response('"siteId"'), "no object"),
}


@pytest.mark.parametrize("name", NONE)
def test_none_to_be_had(name: str, shop: Visit) -> None:
    """The page's settings count, and one warning says why."""
    shop.expect("paqbridge", "Failed to load resource")
    answer, trouble = NONE[name]
    shop.site.answers[NAME] = answer
    shop.site.files["other.json"] = '{"siteId": 7}'
    load(shop, siteId=1, serverUrl=shop.matomo)
    assert started(shop) == commands(shop)
    [warning] = shop.warnings
    assert f"the settings document is {trouble}: see docs/settings-document.md" in warning


def test_late(shop: Visit) -> None:
    """After two seconds the page starts without it; when it comes, it changes nothing."""
    shop.expect("paqbridge")
    is_over = threading.Event()

    def answer() -> Response:
        is_over.wait(10)
        return Response('{"siteId": 7}')

    shop.site.answers[NAME] = answer
    load(shop, siteId=1, serverUrl=shop.matomo)
    assert shop.run("window._paq === undefined")
    assert started(shop) == commands(shop)
    is_over.set()
    [warning] = shop.warnings
    assert "the settings document is late" in warning


FETCHED_MEANWHILE = """(given) => {
  history.replaceState(null, '', '?ajs_event=Seen')
  analytics.load(given)
  history.pushState(null, '', '/shirts')
  history.pushState(null, '', '/hats')
  analytics.track('Paid', {revenue: 5})
}"""


@pytest.mark.parametrize(
    ("document", "own", "urls", "pages"),
    # Where the page is when Matomo's tracker starts, that says so by itself.
    [({}, {"autoPages": True}, ["/shirts", "/hats"], 2), ({"autoPages": True}, {}, [], 1)],
)
def test_what_happens_while_it_is_fetched(
    shop: Visit, document: Any, own: Any, urls: list[str], pages: int
) -> None:
    """Routes are pages, the latest where the document says so; and what the page's query has asked
    for happens, though a router has taken it away."""
    serve(shop, document)
    own = {"settingsUrl": f"/{NAME}", "siteId": 1, "serverUrl": shop.matomo, **own}
    shop.run(FETCHED_MEANWHILE, {**own, "queryString": True})
    told = started(shop)
    assert [one[1] for one in told if one[0] == "setCustomUrl"] == [shop.address + u for u in urls]
    assert [one[0] for one in told].count("trackPageView") == pages
    assert ["trackEvent", "All", "Seen", None, None] in told


def test_blocked_by_the_browser(shop: Visit) -> None:
    """Another origin that lets nobody read its document has none."""
    shop.expect("paqbridge", "CORS", "Failed to load resource")
    serve(shop, {"siteId": 7})
    load(shop, at=shop.matomo, siteId=1, serverUrl=shop.matomo)
    assert started(shop) == commands(shop)
    assert "missing" in shop.warnings[0]


HOSTILE = [
    '{"__proto__": {"siteId": 9, "goals": {"Paid": 9}}, "constructor": {"siteId": 9}}',
    '{"integrations": {"__proto__": {"Piwik": {"siteId": 9, "goals": {"Paid": 9}}}}}',
    '{"integrations": {"Piwik": {"__proto__": {"goals": {"Paid": 9}}, "siteId": 9}}}',
    '{"integrations": {"Piwik": [{"goals": {"Paid": 9}}], "goals": {"Paid": 9}}}',
    '{"toString": "x", "hasOwnProperty": 1, "valueOf": null, "then": {}, "length": 9}',
    '{"integrations": []}',
    '{"integrations": {"Piwik": 9}}',
    "{}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile(text: str, shop: Visit) -> None:
    """Keys of prototypes and other shapes change neither the settings nor the page."""
    serve(shop, text)
    load(shop, siteId=1, serverUrl=shop.matomo)
    assert started(shop) == commands(shop)
    assert shop.run("[{}.siteId, {}.goals, [].siteId]") == [None, None, None]
    assert shop.warnings == []


def test_goals_with_keys_of_prototypes(shop: Visit) -> None:
    """A table of the document's is read as one of the page's: by own keys."""
    shop.expect("paqbridge")
    serve(shop, '{"goals": {"__proto__": {"paid": 9}, "constructor": 3, "Paid": 4}}')
    load(shop, siteId=1, serverUrl=shop.matomo)
    assert started(shop) == commands(shop, goal=4)


def test_it_is_cached_for_its_lifetime(shop: Visit) -> None:
    """While the server's word holds it is not asked for again; no cookie is sent with it."""
    asked = serve(shop, {"goals": {"Paid": 3}}, Cache_Control="max-age=60")
    shop.run("document.cookie = 'visitor=1'")
    for _ in range(2):
        load(shop, siteId=1, serverUrl=shop.matomo)
        assert started(shop) == commands(shop, goal=3)
        shop.expect("is blocked")  # so Firefox calls a script whose page is left meanwhile
        shop.open()
    assert asked == [""]
