"""Values that stand deeper in what the page gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import read

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted


def value_at(data: Untrusted, path: str) -> Untrusted:
    """Return what is at a path such as ``context.page.path``, None where there is nothing."""
    for name in path.split("."):
        data = read(data, name)
    return data
