"""What a lean tracker sees of the page: clicks on links, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Run, Senses


def look_away(run: Run, what: str, given: Untrusted) -> None:
    """See nothing."""


def nothing_besides(link: Untrusted) -> None:
    """Say nothing else of a link."""


def no_other() -> Run | None:
    """Start no second tracker."""
    return None


LEAN_SENSES: Senses = {"look": look_away, "besides": nothing_besides, "another": no_other}
