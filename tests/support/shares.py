"""Which tests a run plays: all that it names, and of all tests those that it has time for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from zlib import crc32

import pytest

from tests.support.opt_in import EVERY_VECTOR, FIREFOX, MATOMO_URL, WEBKIT

ALL_TESTS = Path(__file__).parents[1]

OTHER_BROWSER = FIREFOX or WEBKIT

FIRST_CASES = (
    "bench/test_whole_pages.py",
    "browser/blocked/",
    "browser/commands/",
    "browser/links/",
    "browser/order/",
    "browser/settings_document/",
    "browser/load_forms/",
    "browser/changed_builtins/",
    "browser/many/test_many.py",
    "browser/page_cache/",
    "demo/test_document_page.py",
    "demo/test_page.py",
    "demo/test_page_settings.py",
    "demo/test_settings_form.py",
    "demo/test_accessibility.py",
    "demo/test_trackers.py",
    "docs/test_from_segment.py",
    "hostile/test_values.py::test_every_start_takes_every_value",
    "tracker/own/test_methods.py::test_an_odd_value_costs_no_later_hit",
)
"""Where a run of all tests plays the first case of each table."""

WHOLE = ("tests/vectors/", "tests/gates/", "tests/docs/", "tests/hostile/")
"""What a run plays whole, in a browser too: the contract, what docs show, what never slips."""

OF_A_TABLE, OF_A_FILE = 5, 2
"""Of what is played in a browser: one of so many cases of a table, and one of so many other tests.

A run of all tests is to end in time on a busy machine. Which ones goes by the name of the test or
file, so that each host and each mode has its share.
"""


def parted(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """Part the tests of a run into those that it plays and those that it leaves out."""
    tables = [table_of(item) for item in items]
    counts, numbers = Counter(tables), Counter[str]()
    played: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item, table in zip(items, tables, strict=True):
        (played if is_played(table, numbers[table], counts[table]) else left).append(item)
        numbers[table] += 1
    return played, left


def plays_all(config: pytest.Config) -> bool:
    """Tell whether a run leaves nothing out: on request, and where it names what it plays, if
    only as what has failed (``--lf``).

    The verbs of other browsers name folders, too, and are to end in time.
    """
    option = config.option
    is_named = option.keyword or getattr(option, "lf", False) or any(map(is_a_part, config.args))
    return EVERY_VECTOR or (bool(is_named) and not OTHER_BROWSER)


def is_a_part(argument: str) -> bool:
    """Tell whether an argument of pytest's names something else than all tests."""
    return Path(argument).resolve() != ALL_TESTS


def table_of(item: pytest.Item) -> str:
    """Name what a test is counted in: its table, its file, or itself where it is always played."""
    name, bracket, _ = item.nodeid.partition("[")
    if bracket and is_first_alone(name):
        return name
    in_browser = "chromium" in getattr(item, "fixturenames", ())
    if MATOMO_URL or not in_browser or name.startswith(WHOLE):
        return item.nodeid
    if bracket:
        return name
    return item.nodeid if OTHER_BROWSER else name.partition("::")[0]


def is_first_alone(table: str) -> bool:
    """Tell whether a run plays the first case of a table alone; a file is no table."""
    return "::" in table and any(part in table for part in FIRST_CASES)


def is_played(table: str, number: int, count: int) -> bool:
    """Tell whether a run plays the test of this number of a table or file that has so many."""
    if is_first_alone(table):
        return number == 0
    share = min(OF_A_TABLE if "::" in table else OF_A_FILE, count)
    return number % share == crc32(table.encode()) % share
