"""A guard, wide enough for busy machines: ours costs little more than what is written by hand."""

from __future__ import annotations

from statistics import median

import pytest
from playwright.sync_api import Browser

from bench.lanes import BY_NAME
from bench.measure import KINDS, Plan, boot, burst, speed
from bench.pages import visit
from bench.scripts import Scripts, scripts_of

PLAN = Plan(rounds=3, milliseconds=10, samples=12)
"""Samples enough for some to be left alone, where other tests run beside this one."""

TARGET = 1.5
LIMITS = {"standalone": 6.0, "standalone_full": 7.0}
"""A whole mapping costs about three times the reference; to throw and catch in it, ten."""


def costs(browser: Browser, scripts: Scripts) -> dict[str, float]:
    """Return the microseconds of each kind of call, in a fresh page.

    The least of the samples: what else a machine does only adds to them.
    """
    with visit(browser) as page:
        boot(page, scripts)
        return {kind: min(speed(page, kind, PLAN)[1]) for kind in KINDS}


@pytest.mark.parametrize("name", LIMITS)
def test_beside_the_reference(chromium: Browser, name: str) -> None:
    """Both kinds of track() keep the limit, in times the reference, as the median of rounds."""
    ours, reference = scripts_of(BY_NAME[name]), scripts_of(BY_NAME["reference"])
    rounds = [(costs(chromium, ours), costs(chromium, reference)) for _ in range(PLAN.rounds)]
    ratios = {kind: median(us[kind] / it[kind] for us, it in rounds) for kind in KINDS}
    print(f"times the reference (target {TARGET}): {ratios}")
    assert max(ratios.values()) <= LIMITS[name]


def test_a_burst_is_counted(chromium: Browser) -> None:
    """A burst ends when its last call has arrived: neither sooner nor with one missing."""
    found = burst(chromium, scripts_of(BY_NAME["standalone"]), Plan(burst=100))
    assert found["arrived"] == 100
    assert found["milliseconds"] > 0
