"""A run of all tests leaves out a part, and always the same one; what is named is played."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.support import shares


def items(file: str, *names: str, fixtures: tuple[str, ...] = ("chromium",)) -> Any:
    """Give tests of a file, as pytest collects them."""
    return [SimpleNamespace(nodeid=f"{file}::{name}", fixturenames=fixtures) for name in names]


def config(keyword: str = "", *args: str, lf: bool = False) -> Any:
    """Give the configuration of a run of these tests; without any, of all."""
    named = list(args or (str(shares.ALL_TESTS),))
    return SimpleNamespace(option=SimpleNamespace(keyword=keyword, lf=lf), args=named)


TABLE = items("tests/browser/test_x.py", *(f"test_y[{number}]" for number in range(12)))
SINGLES = items("tests/browser/test_x.py", *(f"test_{number}" for number in range(5)))


@pytest.fixture(autouse=True)
def only_chromium(monkeypatch: pytest.MonkeyPatch) -> None:
    """Play as a run does that asks for nothing more."""
    for name in ("EVERY_VECTOR", "OTHER_BROWSER", "MATOMO_URL"):
        monkeypatch.setattr(shares, name, False)


def test_a_part_is_played() -> None:
    """Of a table and of a file's other tests, each has a share of its own."""
    played, left = shares.parted(TABLE + SINGLES)
    assert len([one for one in played if one in TABLE]) in (2, 3)
    assert len([one for one in played if one in SINGLES]) in (2, 3)
    assert sorted(map(id, played + left)) == sorted(map(id, TABLE + SINGLES))
    assert shares.parted(TABLE + SINGLES) == (played, left)


@pytest.mark.parametrize(
    "whole",
    [
        items("tests/unit/test_x.py", "test_a[1]", "test_a[2]", "test_b", "test_c", fixtures=()),
        items("tests/vectors/test_x.py", "test_a[1]", "test_a[2]", "test_b", "test_c"),
        items("tests/browser/test_x.py", "test_a[1]", "test_b"),
        items("tests/demo/test_page.py", "test_a[1]", "test_b"),
    ],
)
def test_what_is_whole(whole: Any) -> None:
    """What takes no browser, what never slips, and what stands alone is played."""
    assert shares.parted(whole) == (whole, [])


def test_the_first_case() -> None:
    """Where a page is long in starting, the first case of each table is played."""
    cases = items("tests/demo/test_page.py", *(f"test_a[{number}]" for number in range(4)))
    assert shares.parted(cases) == (cases[:1], cases[1:])


@pytest.mark.parametrize(
    ("run", "is_all"),
    [
        (config(), False),
        (config("logout"), True),
        (config(lf=True), True),
        (config("", "tests/demo"), True),
        (config("", "tests/demo/test_page.py::test_a"), True),
    ],
)
def test_what_is_named_is_played(run: Any, is_all: bool) -> None:
    """Only a run of all tests leaves any out."""
    assert shares.plays_all(run) is is_all


def test_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """All is played where it is asked for; another browser's verb has its shares of tables."""
    monkeypatch.setattr(shares, "OTHER_BROWSER", True)
    assert not shares.plays_all(config("", "tests/browser"))
    assert shares.parted(SINGLES) == (SINGLES, [])
    monkeypatch.setattr(shares, "EVERY_VECTOR", True)
    assert shares.plays_all(config())


def test_a_run_that_keeps_no_cache() -> None:
    """As other browsers' verbs have it: pytest then does not know what has failed."""
    run = config()
    del run.option.lf
    assert not shares.plays_all(run)
