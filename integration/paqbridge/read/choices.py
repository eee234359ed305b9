"""The events with which hosts tell of a visitor's choice itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import contains, folded

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

OF_CONSENT = (
    "segmentconsentpreferenceupdated",
    "segmentconsentpreference",
    "consentmanagementinteraction",
)
"""Folded names of those of the consent wrappers of Segment's library, of today and before version
1.1, and of RudderStack's."""


def tells_choice(name: Untrusted) -> bool:
    """Tell whether an event of this name is one of them, in any case style."""
    return isinstance(name, str) and contains(OF_CONSENT, folded(name))
