"""docs/verify.md lists what ``verify`` can find, and shows what it says."""

from __future__ import annotations

import argparse
import re

from paqbridge.web.verbs.verify import add_arguments
from paqbridge.web.verify.facts import Bundle, Facts, Fetch, Hit, Tracker
from paqbridge.web.verify.findings import CODES
from paqbridge.web.verify.platforms import PLATFORMS
from paqbridge.web.verify.report import as_text
from paqbridge.web.verify.rules import findings_of
from tests.docs.pages import TOP, named

PAGE = (TOP / "docs/verify.md").read_text("utf-8")
ROW = re.compile(r"^\| `([\w-]+)` \| (fault|note) \| (.*) \| (.*) \|$", re.MULTILINE)
MATOMO = "https://matomo.example.org"
SHOP = "https://shop.example/"


def test_codes() -> None:
    """Each code is there, in the table's own words, and no other."""
    rows = [(code, one.severity, one.about, one.advice) for code, one in CODES.items()]
    assert ROW.findall(PAGE) == rows


def test_options() -> None:
    """Each option of the verb is told of, and each that is told of is there."""
    parser = argparse.ArgumentParser(add_help=False)
    add_arguments(parser)
    options = set(re.findall(r"--[a-z-]+", parser.format_help()))
    assert set(re.findall(r"^\| `(--[a-z-]+)", PAGE, re.MULTILINE)) == options


def test_platforms() -> None:
    """Each platform that is known is named."""
    names = [name for name, _, _ in PLATFORMS if not name.startswith("a platform")]
    assert [name for name in names if name not in PAGE] == []


def test_what_it_says() -> None:
    """The report that is shown is that of a page whose site id is wrong."""
    bundle = Bundle(f"{SHOP}dist/analytics.full.min.js", "analytics.full.min.js", "full", "0.1.0")
    hit = Fetch(f"{MATOMO}/piwik.php?idsite=99", "ping", 400, is_over=True)
    facts = Facts(
        asked=SHOP,
        url=SHOP,
        status=200,
        fetches=[Fetch(f"{MATOMO}/piwik.js", "script", 200, is_over=True), hit],
        hits=[Hit(f"{MATOMO}/piwik.php", "99", "page view", "Shop", SHOP, hit)],
        bundles=[bundle],
        trackers=[Tracker("99", f"{MATOMO}/piwik.php")],
        has_analytics=True,
        version="0.1.0",
    )
    assert as_text(facts, findings_of(facts)) == named("said")["verify"].code
