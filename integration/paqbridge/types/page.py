"""What comes from the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypedDict

Untrusted: TypeAlias = object
"""A value of the page's: of any type, perhaps with getters or a Proxy that throw. Only the readers
of ``native`` and ``read`` make something of it; a type checker refuses everything else."""

Action: TypeAlias = Callable[[], object]
"""Something to do; what it returns counts for nothing."""

Guarded: TypeAlias = Callable[..., Untrusted]
"""A function for the page's hands: it takes what Segment's takes, and never throws."""


class PageFacts(TypedDict):
    """What the page says of itself at one moment; None where it does not."""

    url: str | None
    title: str | None
    referrer: str | None
