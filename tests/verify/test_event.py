"""The test event: sent only when it is asked for, by its own name, and judged by its answer."""

from __future__ import annotations

import pytest

from paqbridge.web.verify.report import proof_of
from tests.support.opt_in import APPS
from tests.support.site import Site
from tests.verify.conftest import SETTINGS, Verify, page


def test_it_is_sent(verify: Verify, site: Site) -> None:
    """The event alone counts; the page's own hits are heartbeats, as ever."""
    looked = verify(page(), sends_event=True)
    arrived = [hit.parameters.get("e_a", "heartbeat") for hit in site.store.since()]
    assert looked.codes == []
    assert arrived == ["heartbeat", "paqbridge verify"]
    assert proof_of(looked.facts)[-1] == (
        'The test event "paqbridge verify" was answered with 204.'
    )


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_it_is_held(verify: Verify) -> None:
    """Where consent holds it, or a filter keeps it, it did not leave."""
    looked = verify(page(SETTINGS + ', consent: "tracking"'), sends_event=True)
    assert looked.codes == ["consent-pending", "event-not-sent"]
    looked = verify(page(SETTINGS + ', events: {allow: ["Paid"]}'), sends_event=True)
    assert looked.codes == ["event-not-sent"]


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_hits_let_through(verify: Verify, site: Site) -> None:
    """With that, the page's own hits arrive as they are."""
    assert verify(page(), lets_hits_through=True).codes == []
    assert [hit.parameters.get("action_name") for hit in site.store.since()] == ["Shop"]


@pytest.mark.skipif(not APPS, reason="opt-in: APPS")
def test_hits_in_bodies(verify: Verify, site: Site) -> None:
    """What a beacon has in its body does not count either."""
    beacon = "navigator.sendBeacon('{{ matomo }}/matomo.php', 'idsite=1&rec=1&action_name=Shop')"
    looked = verify(page().replace("analytics.page()", beacon))
    assert looked.codes == []
    assert [hit.parameters for hit in site.store.since()] == [
        {"idsite": "1", "rec": "1", "ping": "1"}
    ]
