"""Values of a page as short texts."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.explain.shown import shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "nothing"),
        ("12,5", '"12,5"'),
        ("", '""'),
        ("a" * 80, '"' + "a" * 80 + '"'),
        ("a" * 81, '"' + "a" * 80 + '..."'),
        ("\ud800", '"\ufffd"'),
        (2.0, "2"),
        (True, "true"),
        (float("nan"), "a number that is not finite"),
        ([], "a list of 0"),
        (["secret", 1], "a list of 2"),
        ({}, "an object"),
        ({"a": "secret", "b": {}}, "an object with a, b"),
        (dict.fromkeys("abcdef"), "an object with a, b, c, d, e, ..."),
        ({"k" * 100: 1}, "an object with " + "k" * 80),
        (print, "a function"),
        (object(), "an object"),
    ],
)
def test_shown(value: Any, expected: str) -> None:
    """Texts and numbers as they are, cut; of lists and objects their outline only."""
    assert shown(value) == expected
