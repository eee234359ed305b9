"""The page, for packages that tests compile."""

from __future__ import annotations

from typing import Any


def set_global(name: str, value: Any) -> None:
    """Set a global variable."""
    globalThis[name] = value  # type: ignore[name-defined]  # noqa: F821
