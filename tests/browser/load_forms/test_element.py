"""Settings that the script element says itself: by its attributes, or by the query of its address."""

from __future__ import annotations

from urllib.parse import quote

from tests.support.page_parts import MATOMO
from tests.support.visit import Visit

PAID = "<script>analytics.track('paid')</script>"


def element(bundle: str, attributes: str) -> str:
    """The script element of a bundle, for site 7."""
    return f'<script src="/dist/{bundle}" data-site-id="7" {attributes}></script>'


def test_settings_that_are_no_texts(visit: Visit) -> None:
    """Flags and names of files are understood, and the nonce reaches the tracker's element."""
    visit.hold_tracker()
    attributes = (
        f'data-server-url="{MATOMO}/matomo.php" data-tracker-file="matomo" '
        """data-link-tracking="false" data-goals='{"Paid": 3}' data-nonce="n1" """
    )
    visit.write(element("analytics.min.js", attributes) + PAID)
    assert visit.queued() == [
        ["setSiteId", "7"],
        ["setTrackerUrl", f"{visit.matomo}/matomo.php"],
        ["trackGoal", 3, None],
        ["trackEvent", "All", "paid", None, None],
    ]
    assert visit.trackers() == [f"{visit.matomo}/matomo.js"]
    assert visit.run("document.querySelector('script[src$=\"matomo.js\"]').nonce") == "n1"


def test_tables(visit: Visit) -> None:
    """Tables and lists of the full settings are JSON; what is none is reported, not dropped."""
    visit.expect("paqbridge: goals")
    visit.hold_tracker()
    attributes = (
        f'data-server-url="{MATOMO}" data-goals="{{Paid: 3}}" '
        """data-domains='["*.shop.test"]' data-dimensions='{"properties.plan": 3}' """
    )
    track = "<script>analytics.track('Paid', {plan: 'pro'})</script>"
    visit.write(element("analytics.full.min.js", attributes) + track)
    assert visit.queued()[2:] == [
        ["setDomains", ["*.shop.test"]],
        ["enableLinkTracking"],
        ["trackEvent", "All", "Paid", None, None, {"dimension3": "pro"}],
    ]
    assert len(visit.messages) == 1


def test_a_lean_build_says_what_it_lacks(visit: Visit) -> None:
    """A data attribute that only a full build knows is one warning; the rest works."""
    visit.expect("paqbridge: ecommerce")
    visit.hold_tracker()
    attributes = f'data-server-url="{MATOMO}" data-ecommerce="true"'
    visit.write(element("analytics.min.js", attributes))
    assert visit.queued() == [
        ["setSiteId", "7"],
        ["setTrackerUrl", f"{visit.matomo}/piwik.php"],
        ["enableLinkTracking"],
    ]
    assert len(visit.messages) == 1


def test_an_encoded_query(visit: Visit) -> None:
    """The query of the script's address is decoded; loadScript=false is understood."""
    query = f"siteId=7&serverUrl={quote(visit.matomo, safe='')}&loadScript=false"
    visit.write(f'<script src="/dist/analytics.min.js?{query}"></script>')
    assert visit.queued()[:2] == [
        ["setSiteId", "7"],
        ["setTrackerUrl", f"{visit.matomo}/piwik.php"],
    ]
    assert visit.trackers() == []
