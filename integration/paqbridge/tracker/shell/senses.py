"""What a tracker sees of the page besides clicks: content blocks, and whether it has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import hear_itself
from paqbridge.tracker.shell.blocks import block_around, blocks_in, watch_blocks

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Run, Senses


def look(run: Run, what: str, given: Untrusted) -> None:
    """Look for something on the page, or watch it from now on."""
    subject: Any = given
    if what == "blocks":
        run(["$shown", blocks_in(subject)])
    elif what == "visible":
        watch_blocks(lambda block: run(["$shown", [block]]))
    elif what == "focus":
        watch_focus(run)
    else:
        block = block_around(subject[0])
        if block is not None:
            run(["$touched", subject[1], block])


def watch_focus(run: Run) -> None:
    """Tell when the page gets the focus, and loses it."""

    hear_itself("focus", lambda: run(["$focus"]))
    hear_itself("blur", lambda: run(["$blur"]))


WHOLE_SENSES: Senses = {"look": look, "besides": block_around}


def look_away(run: Run, what: str, given: Untrusted) -> None:
    """See nothing."""


def nothing_besides(link: Untrusted) -> None:
    """Say nothing else of a link."""


LEAN_SENSES: Senses = {"look": look_away, "besides": nothing_besides}
