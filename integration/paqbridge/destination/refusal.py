"""A visitor's no: what it leaves in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.destination.consent_signs import KEY, REMOVED
from paqbridge.destination.consent_states import cookie_of
from paqbridge.destination.memory import forget
from paqbridge.host import YEAR, clock, put_cookie, write_storage
from paqbridge.storage.allowed import save
from paqbridge.storage.erasing import erase, erase_visitor, path_of, place_of

if TYPE_CHECKING:
    from paqbridge.types.settings import FullSettings


def leave_nothing(settings: FullSettings, mode: str, is_marked: bool) -> None:
    """Leave nothing of the visitor, but the refusal; ``is_marked`` where Matomo has that already.

    A no to cookies alone has a mark of ours, since Matomo has none that lets tracking go on.
    """
    save(False)
    forget()
    erase_visitor(settings)
    erase(cookie_of(mode), path_of(settings))
    if mode == "cookies" and not is_marked:
        write_storage(KEY, "refused")
    else:
        put_cookie(f"{REMOVED}={clock()}", YEAR, place_of(settings))
