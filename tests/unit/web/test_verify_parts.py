"""What ``verify`` reads out of requests, policies and scripts."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha384
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from compile.bundles import BUNDLES
from paqbridge.flags import VERSION
from paqbridge.web.verify.bundles import OURS, bundle_in, known_files
from paqbridge.web.verify.csp import allows, directive_of
from paqbridge.web.verify.hits import as_heartbeat, parameters
from paqbridge.web.verify.words import why_not

DIST = Path(__file__).parents[3] / "dist"
PAGE = "https://shop.example/cart"


@pytest.mark.parametrize(
    ("url", "body", "site"),
    [
        ("https://m.example/piwik.php?idsite=7&rec=1", None, "7"),
        ("https://m.example/renamed?rec=1&idsite=7", None, "7"),
        ("https://m.example/renamed", "idsite=7&rec=1&url=x", "7"),
        ("https://m.example/matomo.php", '{"requests":["?idsite=7&rec=1","?idsite=8&rec=1"]}', "7"),
        ("https://m.example/matomo.php", None, ""),
        ("https://m.example/index.php?idsite=7", None, None),
        ("https://shop.example/api", '{"idsite=":1}', None),
    ],
)
def test_hits(url: str, body: str | None, site: str | None) -> None:
    """A hit is known by what it says, or by the endpoint's name."""
    said = parameters(url, body)
    assert (said if said is None else said.get("idsite", "")) == site


def test_heartbeat() -> None:
    """What stands in for a hit says neither page nor event, but the site and that it is a ping."""
    url = "https://m.example/piwik.php?idsite=7&rec=1&action_name=Shop&e_c=a&e_a=b&uid=u&_id=f&ec_id=1"
    made = urlsplit(as_heartbeat(url, parameters(url, None) or {}))
    assert made.path == "/piwik.php"
    assert dict(parse_qsl(made.query)) == {"idsite": "7", "rec": "1", "_id": "f", "ping": "1"}


@pytest.mark.parametrize(
    ("policy", "url", "is_allowed"),
    [
        ("", "https://m.example/", True),
        ("script-src 'none'", "https://m.example/", True),
        ("default-src 'self'", "https://m.example/", False),
        ("default-src 'self'", "https://shop.example/m", True),
        ("default-src 'none'; img-src *", "https://m.example/", True),
        ("img-src m.example", "https://m.example/piwik.php", True),
        ("img-src http://m.example", "https://m.example/piwik.php", True),
        ("img-src https://m.example", "http://m.example/piwik.php", False),
        ("img-src *.example", "https://m.example/", True),
        ("img-src *.m.example", "https://m.example/", False),
        ("img-src https:", "https://m.example/", True),
        ("img-src data:", "https://m.example/", False),
        ("img-src https://m.example:8443", "https://m.example/", False),
        ("img-src https://m.example:*", "https://m.example:8443/", True),
        ("img-src https://m.example", "https://m.example:8443/", False),
        ("img-src https://m.example/a/", "https://m.example/a/b", True),
        ("img-src https://m.example/a", "https://m.example/a/b", False),
        ("img-src 'none'", "https://m.example/", False),
    ],
)
def test_policies(policy: str, url: str, is_allowed: bool) -> None:
    """Hosts, schemes, ports and paths count as browsers count them."""
    assert allows(policy, "img-src", url, PAGE) is is_allowed


def test_the_directive_that_counts() -> None:
    """It is the most specific one; of two the first."""
    policy = "default-src 'none'; SCRIPT-SRC  a.example; script-src b.example"
    assert directive_of(policy, "script-src-elem") == "SCRIPT-SRC a.example"
    assert directive_of(policy, "img-src") == "default-src 'none'"
    assert directive_of("sandbox", "img-src") == ""


BUILDS = {
    "explain": ["analytics.explain.min.js"],
    "lean": ["analytics.min.js", "analytics.solo.min.js", "classic.min.js", "classic.mjs"],
    "tracker": ["tracker.min.js", "tracker.mjs"],
}
"""Build -> its files; all others are full."""


@pytest.mark.parametrize("name", [bundle.file for bundle in BUNDLES])
def test_bundles(name: str) -> None:
    """Each of our files is known by name and by digest, in another's bundle by its build."""
    body = (DIST / name).read_bytes()
    known = {"sha384-" + b64encode(sha384(body).digest()).decode(): name}
    in_another = bundle_in("https://s.example/app.js", b"(()=>{" + body + b"})()", known)
    itself = bundle_in(f"https://s.example/{name}", body, known)
    build = next((build for build, names in BUILDS.items() if name in names), "full")
    assert OURS.fullmatch(name)
    assert in_another is not None
    assert (in_another.file, in_another.build, in_another.version) == ("", build, "")
    assert itself is not None
    assert (itself.file, itself.version) == (name, VERSION)


def test_files_of_this_package() -> None:
    """What is built here is known by its digest."""
    assert {bundle.file for bundle in BUNDLES} <= set(known_files().values())


def test_other_scripts() -> None:
    """A script without our code is none of ours."""
    assert bundle_in("https://s.example/app.js", b"var analytics = {}", {}) is None


def test_why_a_page_does_not_open() -> None:
    """What no row knows is said in the browser's own words."""
    assert why_not("net::ERR_NEW_WORD at x\nlog") == "the browser says: net::ERR_NEW_WORD at x"
