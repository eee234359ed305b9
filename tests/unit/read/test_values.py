"""Text slots."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.native import text


@pytest.mark.parametrize(
    ("value", "written"),
    [("a", "a"), (5, "5"), (0, "0"), (True, "true"), (1.5, "1.5"), ("", None), (" \t", None),
     (None, None), ({}, None), (["a"], None), (float("nan"), None), (" a ", " a ")],
)  # fmt: skip
def test_text(value: Any, written: str | None) -> None:
    """Text, numbers and booleans are written out, blank text and all else is not given."""
    assert text(value, 200) == written
