"""URLs that a call gives."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.read.urls import absolute_url

HERE = "https://shop.test:8080/a?b#c"


@pytest.mark.parametrize(
    ("value", "here", "expected"),
    [("https://a.test/x", None, "https://a.test/x"), (" http://a.test ", None, "http://a.test"),
     ("/b", HERE, "https://shop.test:8080/b"), ("/", HERE, "https://shop.test:8080/"),
     ("/b", None, None), ("/b", "about:blank", None), ("//a.test/b", HERE, None),
     ("/\\a.test", HERE, None), ("b", HERE, None), ("javascript:alert(1)", HERE, None),
     ("https://", None, None), ("https:///b", None, None), ("https://a b.test/", None, None),
     ("https://a.test/a b.pdf ", None, "https://a.test/a b.pdf"), ("https://a.test b/", None, None),
     (" /a  b.pdf", HERE, "https://shop.test:8080/a  b.pdf"), ("/a\nb", HERE, None),
     ("HTTPS://A.test/B", HERE, "https://A.test/B"), ("Http://a.test", HERE, "http://a.test"),
     (None, HERE, None), ({}, HERE, None), (5, HERE, None)],
)  # fmt: skip
def test_absolute_url(value: Any, here: Any, expected: str | None) -> None:
    """Absolute http(s) URLs, and paths from the root of where the page is; nothing else.

    Matomo's tracker takes a URL with a scheme in capitals for a path.
    """
    assert absolute_url(value, here) == expected
