"""The URL of a page call: the caller's words count, what a host puts into each call does not.

Hosts take the canonical link for the page's URL, in a single-page application often one for all
routes, and leave out the hash (read in analytics-next, analytics.js, RudderStack, getanalytics).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import captured, pattern
from paqbridge.read.urls import PATH, absolute_url

if TYPE_CHECKING:
    from paqbridge.types.event import FullEvent
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Properties

BARE: Any = pattern(r"([^#]*)(?:#.*)?")
SEARCH: Any = pattern(r"[^?#]*(\?[^#]*)(?:#.*)?")
PATHNAME: Any = pattern(r"(?:(?:[a-z]+:)?//[^/?#]*)?([^?#]*).*")
GIVEN_SEARCH: Any = pattern(r"\s*(\?[^#\s]*)\s*")

USABLE = "an absolute URL or a path from the root"


def called_url(event: FullEvent, properties: Properties) -> str | None:
    """Return the absolute URL that a page call gives itself, None where it gives none.

    A ``path`` counts where there is no ``url``, with ``search`` only if the caller gives one: where
    a host has put its own URL into the call, the search is its own as well.
    """
    given = given_url(event, properties)
    if given is not None:
        return absolute_url(given, event["here"])
    path = captured(PATH, properties.get("path"))
    if path is None or is_default_path(path, default_urls(event)):
        return None
    has_url = properties.get("url") is not None
    search = None if has_url else captured(GIVEN_SEARCH, properties.get("search"))
    return absolute_url(path + (search or ""), event["here"])


def given_url(event: FullEvent, properties: Properties) -> Untrusted:
    """Return the ``url`` of a page call, None where it is no more than what hosts put there."""
    url = properties.get("url") or None
    return None if url in default_urls(event) else url


def is_default_path(path: str, urls: list[Untrusted]) -> bool:
    """Tell whether hosts make a path of one of these URLs: some take one that is not absolute."""
    paths = [captured(PATHNAME, url) for url in urls]
    return path in paths or path in urls or path[1:] in urls


def default_urls(event: FullEvent) -> list[Untrusted]:
    """Return the URLs that hosts put into such a call, on the page of now and when it was made."""
    found: list[Untrusted] = [None]
    for address in (event["now"]["url"], event["here"]):
        found.append(captured(BARE, address))
        for link in event["now"]["canonical"]:
            found.append(link)
            found.append(link + (captured(SEARCH, address) or ""))
    return found
