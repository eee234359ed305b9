"""The rules of ``verify`` on facts alone: what a browser cannot easily be brought to."""

from __future__ import annotations

import json
from typing import Any

import pytest

from paqbridge.web.verify.facts import Bundle, Facts, Fetch, Hit, Tracker, Violation
from paqbridge.web.verify.findings import CODES
from paqbridge.web.verify.report import as_json, as_text, status_of
from paqbridge.web.verify.rules import findings_of

M = "https://m.example"
PAGE = "https://s.example/"
NOTHING: dict[str, Any] = {"hits": [], "trackers": [], "fetches": []}
"""No tracker has come, and nobody has asked for one."""


def fetch(url: str, status: int | None = 204, failure: str = "", kind: str = "ping") -> Fetch:
    """Return a request that is over."""
    return Fetch(url, kind, status, failure, is_over=True)


def view(
    status: int | None = 204,
    failure: str = "",
    page: str = PAGE,
    site: str = "1",
    name: str = "piwik.php",
) -> Hit:
    """Return a page view."""
    answer = fetch(f"{M}/{name}?x", status, failure)
    return Hit(f"{M}/{name}", site, "page view", "Shop", page, answer)


def led(status: int) -> Hit:
    """Return a page view that a redirect has led elsewhere."""
    hit = view(status)
    hit.fetch.led_to, hit.fetch.led_by = f"{M}/new.php?x", status
    return hit


def waiting() -> Hit:
    """Return a page view that nobody has answered yet."""
    hit = view(None)
    hit.fetch.is_over = False
    return hit


def standalone(folder: str) -> Bundle:
    """Return a script that makes window.analytics, out of a folder."""
    return Bundle(f"{PAGE}{folder}/analytics.full.min.js", "", "full", "")


def facts(**changes: Any) -> Facts:
    """Return what a good page shows, but for ``changes``."""
    good: dict[str, Any] = {
        "url": PAGE,
        "status": 200,
        "fetches": [fetch(f"{M}/piwik.js", 200, kind="script")],
        "hits": [view()],
        "bundles": [Bundle(f"{PAGE}app.js", "", "full", "")],
        "trackers": [Tracker("1", f"{M}/piwik.php")],
        "has_analytics": True,
    }
    return Facts(asked=PAGE, **{**good, **changes})


def codes(**changes: Any) -> list[str]:
    """Return what is found on such a page."""
    return [one.code for one in findings_of(facts(**changes))]


def violation(directive: str, blocked: str, policy: str = "default-src 'self'") -> Violation:
    """Return what an enforced policy has blocked."""
    return Violation(directive, blocked, policy, is_enforced=True)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"status": 503}, ["page-status"]),
        ({"hits": [view(500)]}, ["endpoint-failed"]),
        ({"hits": [led(302)]}, ["endpoint-redirects"]),
        ({"hits": [led(307)]}, []),
        ({"hits": [waiting()], "is_finished": False}, ["endpoint-failed"]),
        (NOTHING, ["not-started"]),
        ({**NOTHING, "queue": [["setTrackerUrl", M], []]}, ["no-hits"]),
        ({"hits": [], "trackers": [Tracker("", "")]}, ["not-started"]),
        ({"bundles": [standalone("a"), standalone("b")], "version": "1"}, ["bundle-twice"]),
        ({"bundles": [standalone("a"), standalone("a")], "version": "1"}, []),
        ({"hits": [view(), view(name="matomo.php")]}, ["counted-twice"]),
        ({"bundles": [Bundle(f"{PAGE}tracker.min.js", "", "tracker", "")]}, ["script-twice"]),
        ({"bundles": [Bundle(f"{PAGE}assets/analytics.Dx1.js", "", "full", "")]}, []),
        ({"bundles": [Bundle(f"{PAGE}analytics.min.4f1.js", "", "lean", "")]}, ["bundle-broken"]),
        ({"hits": [view(None, "net::ERR_CERT_DATE_INVALID")]}, ["certificate"]),
        ({"hits": [view(None, "net::ERR_BLOCKED_BY_CLIENT")]}, ["content-blocker"]),
        ({"hits": [view(None)]}, ["no-hits"]),
        ({"hits": [view(403)]}, ["hit-refused"]),
        ({"hits": [view(), view(page=PAGE + "next")]}, []),
        ({"hits": [view(), view()]}, ["counted-twice"]),
        ({"hits": [view(), view(site="2")]}, ["second-tracker"]),
        ({"hits": [], "trackers": [Tracker("1", M, waits=True)]}, ["consent-pending"]),
        ({"hits": [], "consent": "refused"}, ["consent-pending"]),
        ({"consent": "pending"}, []),
        ({"mixed": ["http://other.example/a.js"]}, []),
        ({"warnings": ["siteId: see docs/settings.md, received 0"]}, ["setting-required"]),
        ({"warnings": ["goals.Paid: see docs/settings.md, received x"]}, ["setting-wrong"]),
        ({"warnings": ["golas: there is no such setting; is it goals?"]}, ["setting-wrong"]),
        ({"warnings": ["a callback threw, received Error"]}, ["warned"]),
        ({"violations": [violation("img-src", "https://ads.example/x.gif")]}, []),
        ({"violations": [violation("connect-src", f"{M}/piwik.php?a=1")]}, ["policy-blocks"]),
        ({"violations": [violation("script-src-elem", "https://a.example/x.js")]}, []),
        ({"policies": [f"img-src {M}"]}, []),
        ({"policies": ["default-src 'self'"]}, ["policy-images"]),
        ({"event": "paqbridge verify"}, ["event-not-sent"]),
    ],
)
def test_what_is_found(changes: Any, found: list[str]) -> None:
    """One change of a good page leads to its code and no other."""
    assert codes(**changes) == found


def test_an_event_that_is_refused() -> None:
    """The test event's answer is its own finding."""
    refused = Hit(f"{M}/piwik.php", "1", "event", "paqbridge verify", PAGE, fetch(M, 400))
    assert codes(event="paqbridge verify", hits=[view(), refused]) == ["event-refused"]


def test_a_sentence_says_what_counts() -> None:
    """A policy is quoted: the directive that counts, though another was violated by name."""
    policy = "default-src 'self'; script-src 'self' https://a.example"
    one = violation("script-src-elem", f"{M}/piwik.js", policy)
    said = findings_of(facts(violations=[one]))[0].said
    assert said == (
        f"Matomo's script {M}/piwik.js is blocked by script-src-elem: "
        "\"script-src 'self' https://a.example\"."
    )


def test_no_sentence_twice() -> None:
    """Ten hits that fail alike are one finding."""
    assert codes(hits=[view(404, page=f"{PAGE}{n}") for n in range(10)]) == ["endpoint-failed"]


def test_notes_are_no_faults() -> None:
    """The exit status is 1 with a fault, and 0 with notes alone."""
    assert status_of(findings_of(facts(is_finished=False))) == 0
    assert status_of(findings_of(facts(status=404))) == 1


def test_report() -> None:
    """Both forms say codes, sentences and advice; a good page only what it proves."""
    seen = facts(hits=[view(404)])
    found = findings_of(seen)
    text = as_text(seen, found)
    assert text.startswith(f"fault endpoint-failed: A hit for site 1 to {M}/piwik.php was answered")
    assert CODES["endpoint-failed"].advice in text
    assert json.loads(as_json(seen, found))["findings"][0]["code"] == "endpoint-failed"
    assert as_text(facts(), []).splitlines()[0] == "good"


def test_json_is_for_any_console() -> None:
    """Whatever letters a page has, and halves of them: JSON is in ASCII, and says the same."""
    odd = facts(warnings=["\u65e5 \ud800"])
    text = as_json(odd, [])
    assert text.isascii()
    assert json.loads(text)["facts"]["warnings"] == odd.warnings
