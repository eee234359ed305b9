"""No server URL makes a page fetch a script from elsewhere than an http(s) address, or run code."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.vectors import by_file
from tests.support.vectors_in_chromium import bundle_text
from tests.support.visit import Visit

STARTS = {
    "analytics.min.js": "analytics.load(settings)",
    "classic.min.js": "new piwikIntegration(settings).initialize()",
}


def server_urls(name: str) -> dict[str, list[Any]]:
    """Return the URLs in a file of vectors, each with the commands that it leads to."""
    pairs = [(vector["settings"]["serverUrl"], vector["commands"]) for vector in by_file()[name]]
    return {url: commands for url, commands in pairs if isinstance(url, str)}


REFUSED = server_urls("server_url_refused.json")
ACCEPTED = server_urls("server_url.json")


def starts(visit: Visit, bundle: str, urls: list[str]) -> dict[str, dict[str, list[str]]]:
    """Start a bundle with each URL; return the warnings and the addresses of the new scripts."""
    visit.without_instruments()
    visit.answer_strangers()
    visit.write('<script src="server_urls.js"></script>')
    run = "([source, start, urls]) => urls.map((url) => startWith(source, start, url))"
    found = visit.run(run, [bundle_text(bundle), STARTS[bundle], urls])
    return dict(zip(urls, found, strict=True))


@pytest.mark.parametrize("bundle", STARTS)
def test_refused(bundle: str, visit: Visit) -> None:
    """A URL that could run code, hide its host or carry a password: a warning and no script."""
    for url, outcome in starts(visit, bundle, list(REFUSED)).items():
        assert outcome["added"] == [], url
        assert len(outcome["warnings"]) == 1, url
        assert outcome["warnings"][0].startswith("paqbridge: serverUrl"), url


@pytest.mark.parametrize("bundle", STARTS)
def test_accepted(bundle: str, visit: Visit) -> None:
    """An http(s) or protocol-relative URL adds one script, beside the tracker URL of its vector."""
    for url, outcome in starts(visit, bundle, list(ACCEPTED)).items():
        script = ACCEPTED[url][1][1].removesuffix(".php") + ".js"
        address = visit.run("(url) => new URL(url, location).href", script)
        assert outcome["added"] == [address]
        assert address.startswith(("https://", "http://")), url
        assert outcome["warnings"] == [], url


def test_enough_urls() -> None:
    """The bar: fifty URLs."""
    assert len(REFUSED) + len(ACCEPTED) >= 50
    assert len(REFUSED) >= 40
