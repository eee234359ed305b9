"""Connections and answers of every kind: of the page itself, and of Matomo."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from flask import Response, request
from playwright.sync_api import Browser

from paqbridge.web.verify.look import Options, look
from paqbridge.web.verify.report import proof_of
from paqbridge.web.verify.words import CannotLook
from tests.support.opt_in import APPS
from tests.support.site import Site
from tests.verify.conftest import SETTINGS, Looked, Verify, page
from tests.verify.tls import serving_tls


def nobody() -> str:
    """Return an address on loopback where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return f"http://127.0.0.1:{one.getsockname()[1]}"


POLICY = "content-security-policy-report-only"


def test_tls(chromium: Browser, site: Site) -> None:
    """A page with TLS and a Matomo without is named, and so is a certificate that nobody trusts."""
    plain = SETTINGS.replace("{{ matomo }}", "http://matomo.example")
    site.files["plain.html"] = page(plain)
    with serving_tls(site.app) as safe:
        found = look(chromium, f"{safe}/plain.html", Options(rest=0.2, insecure=True))
        site.files["safe.html"] = page(SETTINGS.replace("{{ matomo }}", safe))
        other = look(chromium, f"{site.address}/safe.html", Options(rest=0.2))
        with pytest.raises(CannotLook, match="certificate is not trusted; --insecure"):
            look(chromium, f"{safe}/safe.html", Options(rest=0.2))
    assert Looked(found).codes == ["mixed-content"]
    assert Looked(other).codes == ["certificate"]


def test_a_page_that_never_ends(verify: Verify, site: Site) -> None:
    """The look ends when its time is over, and tells what it has seen till then."""
    site.tracker.does = "late"
    looked = verify(page(), timeout=0.8)
    assert looked.codes == ["page-unfinished", "no-hits"]
    assert looked.findings[0].said.endswith("piwik.js had no answer yet.")


def test_an_error_page_after_redirects(verify: Verify, site: Site) -> None:
    """The status is that of the last page; what is on it is looked at all the same."""
    site.answers["old"] = lambda: Response(status=302, headers={"location": "/new"})
    site.answers["new"] = lambda: Response(site.located(page()), 404)
    looked = verify("", "old")
    assert looked.codes == ["page-status"]
    assert looked.facts.url.endswith("/new")
    assert f"/new, where {site.address}/old leads, answered with 404." in proof_of(looked.facts)[0]
    assert [hit.fetch.status for hit in looked.facts.hits] == [204]


@pytest.mark.parametrize("status", [302, 307])
def test_an_endpoint_that_leads_elsewhere(status: int, verify: Verify, site: Site) -> None:
    """Nobody waits for what a beacon is led to; where its body is lost that is named."""
    to = f"{site.matomo}/piwik.php"
    site.answers["old.php"] = lambda: Response(status=status, headers={"location": to})
    looked = verify(page(f'{SETTINGS}, trackerUrl: "{site.address}/old.php"'))
    assert looked.codes == (["endpoint-redirects"] if status == 302 else [])
    assert looked.facts.hits[0].fetch.led_to == to
    assert looked.facts.is_finished


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_http_authentication(verify: Verify, site: Site) -> None:
    """Without a name the page does not open, and why is said; with it all is as elsewhere."""

    @site.app.before_request
    def ask() -> Any:
        is_page = request.path.endswith(".html") and not request.authorization
        return Response("", 401, {"WWW-Authenticate": "Basic"}) if is_page else None

    with pytest.raises(CannotLook, match="wants a name and a password: --user"):
        verify(page())
    assert verify(page(), user="ann", password="s3cret").codes == []


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_a_policy_that_only_reports(verify: Verify, site: Site) -> None:
    """What such a policy would block is a note."""
    headers = {POLICY: "script-src 'self' 'unsafe-inline'"}
    site.answers["reports"] = lambda: Response(site.located(page()), headers=headers)
    assert verify("", "reports").codes == ["policy-reports"]


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_nobody_there(chromium: Browser) -> None:
    """A page that does not open is no page with faults."""
    with pytest.raises(CannotLook, match="there is no such host"):
        look(chromium, "https://nobody.invalid/", Options())
    with pytest.raises(CannotLook, match="nobody listens there"):
        look(chromium, nobody(), Options())


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_matomo_is_down(verify: Verify) -> None:
    """Nobody answers for Matomo: its script does not come."""
    looked = verify(page(SETTINGS.replace("{{ matomo }}", nobody())))
    assert looked.codes == ["script-failed"]
    assert "ERR_" in looked.findings[0].said


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_a_page_that_leads_elsewhere(verify: Verify, site: Site) -> None:
    """A script that opens another page at once: that one is judged, and nothing counts twice."""
    site.files["next.html"] = page()
    looked = verify(page() + "<script>location.href = 'next.html'</script>")
    assert looked.codes == []
    assert looked.facts.url.endswith("/next.html")


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_a_page_that_is_stuck(verify: Verify) -> None:
    """A script that runs for ever is ended when the time is over."""
    looked = verify(page() + "<script>while (true) {}</script>", timeout=1)
    assert looked.codes == ["page-unfinished"]


def test_a_page_that_gets_stuck_at_rest(verify: Verify) -> None:
    """So is one that begins when the page has come to rest, and would let nobody ask it."""
    late = "<script>onload = () => setTimeout(() => { while (true) {} }, 50)</script>"
    looked = verify(f"<title>Shop</title>{late}", timeout=2)
    assert "page-unfinished" in looked.codes
