"""URLs that a call gives: Matomo wants them absolute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, in_json, pattern

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

ABSOLUTE: Any = pattern(r"\s*(https?://[^\s/\\][^\s/]*(?:/(?: *\S)*)?)\s*")
PATH: Any = pattern(r"\s*(/(?![/\\])(?: *\S)*)\s*")
"""Files have blanks in their names, and browsers follow such links."""

ORIGIN: Any = pattern(r"(https?://[^/?#]+)\S*")


def absolute_url(value: Untrusted, here: Untrusted) -> str | None:
    """Return an absolute http(s) URL; a path from the root is one of ``here``'s origin.

    None for everything else: given a relative one, Matomo's tracker loses the port.
    """
    said = in_json(value)
    url = captured(ABSOLUTE, said)
    path = captured(PATH, said)
    origin = captured(ORIGIN, here)
    if path and origin:
        return origin + path
    # Matomo's tracker knows no scheme in capitals, and makes a path of such a URL.
    return url[:5].lower() + url[5:] if url else None
