"""What does not run in Firefox, and why: `make firefox`."""

from __future__ import annotations

WHY_NOT = {
    "tests/browser/explain/test_explain.py::test_nothing_of_the_page_is_kept": "the memory is "
    "cleaned up over Chromium's own protocol",
}
"""The beginning of a test's id -> the reason."""


def why_not(test: str) -> str:
    """Return why a test does not run in Firefox; '' where it does."""
    return next((why for start, why in WHY_NOT.items() if test.startswith(start)), "")
