"""Ten thousand hits at full speed: none is lost, none doubled, and each has its visitor."""

from __future__ import annotations

from tests.first_party.conftest import Proxied
from tests.first_party.load import HITS, under_load
from tests.support.opt_in import APPS

FEW = 320


def test_ten_thousand_hits(proxied: Proxied) -> None:
    """Each hit arrives once, with the address of its connection; without APPS some hundred do."""
    load = under_load(proxied.port, proxied.process, proxied.matomo, HITS if APPS else FEW)
    assert load.statuses == {200: load.sent.total()}
    assert load.arrived == load.sent
