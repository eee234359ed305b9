"""Where a call speaks to this destination alone."""

from __future__ import annotations

from paqbridge.read.options import own_places, own_values


def test_providers() -> None:
    """What stands under providers counts like the options around it (segment 21, 26)."""
    for options in ({"providers": {"Piwik": False}}, {"integrations": {"providers": {"Piwik": 0}}}):
        assert own_values(own_places(options)) in ([False], [0])


def test_own_values() -> None:
    """Either name, any case, in the order of the places and of their keys."""
    assert own_values([{"matomo": 1, "PIWIK": 2}, None, {"Pi-wik": 3, "other": 4}]) == [1, 2, 3]
