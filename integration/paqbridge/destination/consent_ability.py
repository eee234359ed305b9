"""Whether a destination may start at all, as far as consent goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.commands.versions import lacks
from paqbridge.destination.consent_states import command_of, mode_of
from paqbridge.host import has_objected

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import FullSettings, Refuse, Settings


def suits_full(given: Untrusted, settings: Settings, refuse: Refuse) -> bool:
    """Tell whether this Matomo can do what ``consent`` asks for; complain where it cannot.

    An older tracker would track all the same, and nobody could take a consent back. Global Privacy
    Control, which no tracker of Matomo knows, is a visitor's no to all.
    """
    full = cast("FullSettings", settings)
    if is_objected_to(full):
        return False
    mode = mode_of(full)
    is_able = mode == "none" or not lacks(full["matomoVersion"], command_of(mode, "refused"))
    if not is_able:
        refuse({"name": "consent"}, "", full["matomoVersion"])
    return is_able


def is_objected_to(settings: FullSettings) -> bool:
    """Tell whether the visitor's browser objects, and the setting ``doNotTrack`` heeds that."""
    return settings["doNotTrack"] in (True, "gpc") and has_objected()
