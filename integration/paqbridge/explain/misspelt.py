"""Names that a page has misspelt, as it seems: a setting that no build knows is passed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from paqbridge.host import warn
from paqbridge.native import each

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Refuse, Row, Settings

    Suits = Callable[[Untrusted, Settings, Refuse], bool]

UNKNOWN = "there is no such setting"
"""What is said of a name that no build knows."""

FAR = 2
"""So many letters may be wrong: `golas`, `site_id`. None of Segment's options is as near."""

LONG = 40
"""No setting has a longer name."""


def naming_misspelt(suits: Suits, rows: list[Row]) -> Suits:
    """Return ``suits``, but that names which are nearly a setting's are warned of.

    Others are not: hosts and pages add keys of their own, such as ``event`` or ``Ecommerce``, so
    what is the same but for capitals, or the beginning of a setting's name, is no mistake.
    """
    names = [row["name"] for row in rows]

    def check(given: Untrusted, settings: Settings, refuse: Refuse) -> bool:
        def look(value: Untrusted, name: str) -> None:
            low = name.lower()[:LONG]
            others = [one for one in names if not one.lower().startswith(low)]
            meant = [one for one in others if is_near(low, one.lower(), FAR)]
            if name not in names and len(meant) > 0:
                warn(f"{name}: {UNKNOWN}; is it {meant[0]}?", value)

        each(given, look)
        return suits(given, settings, refuse)

    return check


def is_near(one: str, other: str, changes: int) -> bool:
    """Tell whether so many letters more, fewer or others make one text of the other."""
    if one == other or changes == 0:
        return one == other
    if one[:1] == other[:1]:
        return is_near(one[1:], other[1:], changes)
    return (
        is_near(one[1:], other, changes - 1)
        or is_near(one, other[1:], changes - 1)
        or is_near(one[1:], other[1:], changes - 1)
    )
