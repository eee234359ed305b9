"""The kinds of single values: what each takes, and in what form it returns it."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.native import pattern
from paqbridge.settings.full_kinds import dimension_id, file_url, one_of, version
from paqbridge.settings.kinds import (
    any_line,
    base_url,
    flag,
    like,
    matomo_file,
    site_id,
    whole_number,
)
from tests.support.canonical import encode

ROW = {"words": ["Lax", "None", "Strict"]}


@pytest.mark.parametrize(
    ("kind", "given", "taken"),
    [(flag, True, True), (flag, False, False), (flag, "TRUE", True), (flag, "false", False),
     (whole_number, 0, 0), (whole_number, "007", 7), (whole_number, 999_999_999, 999_999_999),
     (site_id, 7, 7), (site_id, "07", "07"), (site_id, "aB3", "aB3"),
     (base_url, " //m.example/a/ ", "//m.example/a"), (base_url, "HTTP://m", "HTTP://m"),
     (file_url, "https://m.example/t?a=1 ", "https://m.example/t?a=1"),
     (any_line, 5, "5"), (any_line, " a ", " a "), (matomo_file, "Matomo", "Matomo"),
     (version, 5, "5"), (version, "3.14.1", "3.14"), (version, "5.2-b1", "5.2"),
     (dimension_id, 3, "3"), (dimension_id, "12", "12"),
     (one_of, "LAX", "Lax"), (one_of, "none", "None"), (one_of, "Strict", "Strict")],
)  # fmt: skip
def test_taken(kind: Any, given: Any, taken: Any) -> None:
    """A value of the form comes back in the type that the rest relies on, without a complaint."""
    assert encode(kind(given, ROW, pytest.fail)) == encode(taken)


@pytest.mark.parametrize(
    ("kind", "given"),
    [(flag, 1), (flag, "truest"), (flag, "falsely"),
     (flag, "constructor"), (flag, ""), (whole_number, True),
     (whole_number, -1), (whole_number, "1.5"), (whole_number, 1_000_000_000), (site_id, 0),
     (site_id, True), (site_id, "true"), (base_url, "m.example"), (base_url, "https://"),
     (base_url, "https://m.example?x=1"), (base_url, "https://" + "m" * 2000),
     (file_url, "https://m.example/\nx"), (any_line, ""), (any_line, {}), (any_line, "a\nb"),
     (matomo_file, "matomo.php"), (version, 0), (version, "3x"), (dimension_id, 0),
     (one_of, "Lax "), (one_of, True), (one_of, "toString"), (one_of, "")],
)  # fmt: skip
def test_not_taken(kind: Any, given: Any) -> None:
    """What has not the form is None: the complaint about a whole value is not the kind's."""
    assert kind(given, ROW, pytest.fail) is None


def test_like() -> None:
    """A kind of one's own takes what its form captures, and no other."""
    kind = like(pattern(r" *(a+) *"))
    nothing: Any = None
    assert [kind(given, nothing, nothing) for given in (" aa ", "b", 5)] == ["aa", None, None]
