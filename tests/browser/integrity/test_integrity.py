"""A page that pins a bundle by its sha384 gets that file or none."""

from __future__ import annotations

import json

import pytest

from tests.support.page_parts import LOAD, STUB
from tests.support.site import DIST
from tests.support.visit import Visit

BUNDLES = ["analytics.min.js", "classic.min.js"]
SUMS = json.loads((DIST / "integrity.json").read_text("utf-8"))
RAN = "analytics.VERSION !== undefined || window.piwikIntegration !== undefined"


def runs(visit: Visit, bundle: str, text: bytes, integrity: str) -> bool:
    """Open a page whose bundle is ``text``; tell whether that ran."""
    visit.site.files[f"dist/{bundle}"] = text
    load = f"<script>{LOAD}; analytics.track('queued')</script>"
    script = f'<script src="/dist/{bundle}" integrity="{integrity}" onerror="refused = 1"></script>'
    visit.write(f"{STUB}{load}{script}<script>analytics.track('after'); on = 1</script>")
    assert visit.run("window.on") == 1
    ran: bool = visit.run(RAN)
    assert visit.run("window.refused === 1") is not ran
    return ran


def one_flipped(bundle: str) -> bytes:
    """Return a bundle with one bit of its text "All" flipped: still a program."""
    text = (DIST / bundle).read_bytes()
    at = text.index(b'"All"') + 1
    return text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :]


@pytest.mark.parametrize("bundle", BUNDLES)
def test_the_file_itself(bundle: str, visit: Visit) -> None:
    """The manifest's sum lets the file run."""
    visit.hold_tracker()
    assert runs(visit, bundle, (DIST / bundle).read_bytes(), SUMS[bundle])


@pytest.mark.parametrize("bundle", BUNDLES)
def test_one_flipped_byte(bundle: str, visit: Visit) -> None:
    """A file that differs in one byte is refused; the page goes on, its calls wait in the stub."""
    visit.expect("Failed to find a valid digest", "hashes in the integrity attribute")
    assert not runs(visit, bundle, one_flipped(bundle), SUMS[bundle])
    names = visit.run("analytics.map((call) => call[0] + ' ' + call[1])")
    assert names == ["load [object Object]", "track queued", "track after"]
    assert visit.asked == []


@pytest.mark.parametrize("bundle", BUNDLES)
def test_the_sum_is_what_refuses(bundle: str, visit: Visit) -> None:
    """Without a sum the file with the flipped byte would run."""
    visit.hold_tracker()
    assert runs(visit, bundle, one_flipped(bundle), "")
