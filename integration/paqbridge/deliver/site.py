"""The state of one destination, and what it says to the page's developers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.host import warn
from paqbridge.mapping.core import NOBODY
from paqbridge.settings.validate import validate

if TYPE_CHECKING:
    from paqbridge.types import Row, Site


def create_site() -> Site:
    """Return a destination that has no settings yet."""
    return {
        "settings": None,
        "state": NOBODY,
        "said": [],
        "held": [],
        "outcome": None,
        "live": False,
        "blocked": False,
        "script": None,
    }


def complain(site: Site, text: str, received: Any) -> None:
    """Warn of something once."""
    if text not in site["said"]:
        site["said"].append(text)
        warn(text + ", received", received)


def configure(site: Site, given: Any, rows: list[Row]) -> bool:
    """Take settings; tell whether the destination can work with them."""
    site["settings"] = validate(given, rows, lambda text, received: complain(site, text, received))
    return site["settings"] is not None
