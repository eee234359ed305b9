"""One destination, made of its parts: settings, the way out, the script."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.commands.grammar import fitting
from paqbridge.destination.outbox import Outbox
from paqbridge.host import warn
from paqbridge.settings.validate import validate

if TYPE_CHECKING:
    from paqbridge.types.command import Transport
    from paqbridge.types.destination import Consent, Destination, Kit
    from paqbridge.types.page import Action, Untrusted
    from paqbridge.types.settings import Named, Settings


def create_destination(kit: Kit, transport: Transport) -> Destination:
    """Return a destination that nobody has given settings yet."""
    # Settings as they were given, and as they count; what was complained of already.
    seen: dict[str, Untrusted] = {}
    settings = cast("Settings", {})
    said: list[str] = []

    def complain(text: str, received: Untrusted) -> None:
        """Warn, of each thing once."""
        if text not in said:
            said.append(text)
            warn(text, received)

    def refuse(row: Named, at: str, received: Untrusted) -> None:
        """Warn of a setting that is wrong."""
        complain(kit["words"](row, at), received)

    def configure(given: Untrusted) -> bool:
        """Take settings; tell whether the destination can work with them."""
        return validate(given, kit["rows"], seen, settings, refuse)

    outbox = Outbox(transport)
    script = kit["script"](settings, kit["transport"], transport, outbox, complain)

    def start(given: Untrusted, on_outcome: Action) -> bool:
        """Send what comes before all others; tell whether this build can work with the settings.

        ``on_outcome`` hears what becomes of the tracker.
        """
        if not kit["suits"](given, settings, refuse):
            return False
        opening = fitting(kit["opening"](settings), kit["grammar"])
        script.expect(opening)
        outbox.deliver(opening)
        script.tell(on_outcome)
        return True

    return {
        "settings": settings,
        "complain": complain,
        "refuse": refuse,
        "configure": configure,
        "start": start,
        "load": script.load,
        "deliver": outbox.deliver,
        "release": outbox.release,
        "bound": outbox.bound,
        "stop": lambda: script.tell(None),
        # A lean build asks for none: its kit never looks here.
        "consent": cast("Consent", None),
    }
