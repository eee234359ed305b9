"""What older trackers lack, by Matomo's developer changelog."""

from __future__ import annotations

import pytest

from paqbridge.commands.versions import lacks


@pytest.mark.parametrize(
    ("version", "name", "is_missing"),
    [
        ("3", "resetUserId", True),
        ("3.3", "resetUserId", True),
        ("3.4", "resetUserId", False),
        (3.14, "requireCookieConsent", False),
        ("3.9", "requireCookieConsent", True),
        (4, "setCookieSameSite", False),
        ("3.14", "setCookieSameSite", True),
        ("10", "resetUserId", False),
        (None, "resetUserId", False),
        ("3", "trackEvent", False),
    ],
)
def test_lacks(version: object, name: str, is_missing: bool) -> None:
    """Minor versions count as numbers: 3.14 is newer than 3.9, whether number or text."""
    assert lacks(version, name) is is_missing
