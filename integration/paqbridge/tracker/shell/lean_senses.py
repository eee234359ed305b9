"""What a lean tracker sees of the page: clicks on links, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.tracker.shell.sending import send_hit
from paqbridge.tracker.shell.taking_over import nothing

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Hit, Run, Senses


def only_send(run: Run, what: str, given: Untrusted) -> None:
    """Send a hit, the only thing that a lean tracker's steps lead to here."""
    send_hit(cast("Hit", given))


def no_more(matomo: dict[str, Untrusted], run: Run) -> None:
    """Have the same tracker for each that is added, and be silent to plugins."""
    matomo["addTracker"] = matomo["getTracker"]
    for name in ("on", "off", "trigger"):
        matomo[name] = nothing


def nothing_besides(link: Untrusted) -> None:
    """Say nothing else of a link."""


def no_other() -> Run | None:
    """Start no second tracker."""
    return None


LEAN_SENSES: Senses = {
    "look": only_send,
    "besides": nothing_besides,
    "another": no_other,
    "extend": no_more,
}
