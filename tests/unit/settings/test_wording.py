"""What is said of a setting that is wrong, to visitors and by the build that explains."""

from __future__ import annotations

import pytest

from paqbridge.explain.wording import long
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS
from paqbridge.settings.wording import DOCS, short
from tests.support.explained import started
from tests.support.fake_page import FakePage

ROWS = {row["name"]: row for row in EXPLAIN_SETTINGS}


def test_visitors_bundles_say_which_setting_and_where_to_read_on() -> None:
    """The name, or the path to the entry, and one address."""
    assert short(ROWS["goals"], "") == f"goals: see {DOCS}"
    assert short(ROWS["goals"], ".Signed Up") == f"goals.Signed Up: see {DOCS}"


@pytest.mark.parametrize("name", ROWS)
def test_the_build_that_explains_says_what_was_expected(name: str) -> None:
    """No kind is without words."""
    said = long(ROWS[name], "")
    assert said.startswith(f"{name}: expected ")
    assert said.endswith(f", see {DOCS}")
    assert len(said.removeprefix(f"{name}: expected ").removesuffix(f", see {DOCS}")) >= 5


def test_words_are_those_of_the_row() -> None:
    """Where a few words are taken, they are listed."""
    assert long(ROWS["pageTitle"], "") == f"pageTitle: expected document or name, see {DOCS}"


def test_entries_are_named(fake: FakePage) -> None:
    """The build that explains names the entry as well."""
    started(goals={"Paid": "x"}, timeout="soon", consent="load", matomoVersion="3.4")
    assert fake.warnings == [
        f"paqbridge: goals.Paid: expected goal ids, see {DOCS}, received",
        f"paqbridge: timeout: expected a whole number, see {DOCS}, received",
        f"paqbridge: consent: expected a newer matomoVersion, see {DOCS}, received",
    ]
