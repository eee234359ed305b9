"""Generated calls lead to the same commands on CPython and on the shipped bundle."""

from __future__ import annotations

import json
import os
from collections import Counter
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from playwright.sync_api import Page

from paqbridge.commands.grammar import GRAMMAR, fits
from tests.support.canonical import decode
from tests.support.opt_in import EVERY_VECTOR
from tests.support.strategies import vectors
from tests.support.vectors import START, run_on_cpython
from tests.support.vectors_in_chromium import bundle_text, run_in_chromium

COUNT = 1000 if EVERY_VECTOR else 150
SEED = int(os.environ.get("PAQBRIDGE_SEED", "20261123"))
BATCH = 100


@cache
def generated() -> list[dict[str, Any]]:
    """Return the same vectors for the same seed; PAQBRIDGE_SEED gives others."""
    found: list[dict[str, Any]] = []

    @seed(SEED)
    @settings(
        max_examples=COUNT,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(vectors())
    def collect(vector: dict[str, Any]) -> None:
        found.append(vector)

    collect()
    return found[:COUNT]


def test_equal_in_both_languages(page: Page) -> None:
    """Hundreds of vectors: the same commands, each in the grammar, every command often."""
    made = generated()
    assert len(made) == COUNT
    differing = []
    counts: Counter[str] = Counter()
    productive = 0
    for first in range(0, COUNT, BATCH):
        batch = made[first : first + BATCH]
        for vector, there in zip(batch, run_in_chromium(page, batch, bundle_text()), strict=True):
            here = run_on_cpython(vector)
            commands = [json.loads(command) for command in here.commands]
            counts.update(command[0] for command in commands)
            productive += len(commands) > START
            assert all(fits(decode(command), GRAMMAR) for command in commands)
            if here != there:
                differing.append((vector, here, there))
    assert differing[:3] == []
    print(f"{productive} of {COUNT} produce commands beyond the start: {dict(counts)}")
    assert productive >= 0.7 * COUNT
    assert {name: counts[name] for name in GRAMMAR if counts[name] < COUNT // 20} == {}


def test_explained_alike(page: Page) -> None:
    """A quarter of them, made in the build that explains: the same explanations, with notes."""
    made = generated()[:250]
    there = run_in_chromium(page, made, bundle_text("analytics.explain.min.js"))
    here = [run_on_cpython(vector, "explain") for vector in made]
    differing = [
        (vector, one.explained, other.explained)
        for vector, one, other in zip(made, here, there, strict=True)
        if one.explained != other.explained
    ]
    assert differing[:3] == []
    assert sum(one.explained.count('"received"') for one in here) >= 20
