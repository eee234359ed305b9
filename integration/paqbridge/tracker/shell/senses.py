"""What the whole tracker sees of the page besides clicks: content blocks, and its focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import hear, hear_itself, page
from paqbridge.tracker.shell.blocks import (
    block_around,
    block_touched,
    blocks_in,
    watch_blocks,
    watch_presses,
)
from paqbridge.tracker.shell.unsent import send_or_keep

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import Run, Senses


def look(run: Run, what: str, given: Untrusted) -> None:
    """Send a hit, look for something on the page, or watch it from now on."""
    subject: Any = given
    if what == "hit":
        send_or_keep(run, subject)
    elif what == "blocks":
        watch_presses(run)
        run(["$shown", blocks_in(subject)])
    elif what == "visible":
        watch_presses(run)
        watch_blocks(subject, lambda block: run(["$shown", [block]]))
    elif what == "focus":
        watch_focus(run)
    elif what == "online":
        hear(page, "online", lambda event: run(["$online"]))
    else:
        block = block_around(subject[0])
        if block is not None:
            run(["$touched", subject[1], block])


def watch_focus(run: Run) -> None:
    """Tell when the page gets the focus, and loses it."""

    hear_itself("focus", lambda: run(["$focus"]))
    hear_itself("blur", lambda: run(["$blur"]))


WHOLE_SENSES: Senses = {
    "look": look,
    "besides": block_touched,
}
