"""Tables and plots say what results.json says."""

from __future__ import annotations

import copy
import re
from functools import cache
from pathlib import Path

import pytest

from bench.__main__ import renew_pages
from bench.lanes import LANES
from bench.plots import DOCS, plots
from bench.report import README, REPORT, sections, with_sections
from bench.results import PATH, load
from bench.summary import number, summary
from bench.whole.departures import HARDEST
from bench.whole.pages import PAGES

RESULTS = load()
todays = cache(lambda: plots(RESULTS))
DIGEST = re.compile(rb"sha256 of the data: \w+")


@pytest.mark.parametrize("path", [REPORT, README], ids=["report", "readme"])
def test_tables_follow_the_results(path: Path) -> None:
    """`python -m bench --draw` renews what stands between the marks."""
    text = path.read_text("utf-8")
    assert with_sections(text, RESULTS) == text


def test_report_has_every_section() -> None:
    """No table is made that the report does not show."""
    text = REPORT.read_text("utf-8")
    assert [name for name in sections(RESULTS) if f"<!-- bench: {name} -->" not in text] == []


def test_results_have_every_lane() -> None:
    """The results are those of today's lanes, by name and title."""
    shown = {name: row["title"] for name, row in RESULTS["lanes"].items()}
    assert shown == {lane.name: lane.title for lane in LANES}


def test_results_have_every_page() -> None:
    """Whole pages are those of today, but for one whose file was not built; of one `matomo.js`."""
    shown = {name: row["title"] for name, row in RESULTS["pages"]["rows"].items()}
    titles = {page.name: page.title for page in PAGES}
    assert shown == {name: titles[name] for name in shown}
    assert set(titles) - set(shown) <= {"full_solo"}
    assert len(RESULTS["pages"]["matomo_js"]["sha256"]) == 64


def test_whole_pages_stay_without_the_real_tracker(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make bench` says so, and measures and writes nothing of them."""
    monkeypatch.delenv("MATOMO_JS", raising=False)
    before = PATH.read_bytes()
    renew_pages(1)
    assert "Whole pages stay as they were" in capsys.readouterr().err
    assert PATH.read_bytes() == before


def test_plots_are_reproducible() -> None:
    """The same results give the same bytes."""
    assert todays() == plots(copy.deepcopy(RESULTS))


def test_plots_follow_the_results() -> None:
    """The plots in docs/ show today's results: each carries the digest of what it shows."""
    for name, data in todays().items():
        assert DIGEST.findall((DOCS / name).read_bytes()) == DIGEST.findall(data) != []


def test_other_results_give_other_plots() -> None:
    """A changed figure changes the digest."""
    changed = copy.deepcopy(RESULTS)
    changed["lanes"]["standalone"]["bytes"]["gzip"] += 1
    changed["lanes"]["standalone"]["plain_us"]["median"] *= 2
    page = changed["pages"]["rows"]["solo"]
    page["bytes"] += 1
    page["leaving"][HARDEST.name]["arrived"] -= 1
    for name, data in plots(changed).items():
        assert DIGEST.findall(data) != DIGEST.findall((DOCS / name).read_bytes())


def test_summary() -> None:
    """The middle and the quartiles, in four digits; one sample is all of them."""
    assert summary([4, 1, 3, 2, 5]) == {"median": 3, "quartiles": [2, 4], "samples": 5}
    assert summary([1.23456])["quartiles"] == [1.235, 1.235]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (0.01234, "0.0123"), (12.345, "12.3"), (99.96, "100"), (1234.5, "1,234")],
)
def test_number(value: float, text: str) -> None:
    """Three digits count; what is large is written whole."""
    assert number(value) == text
