"""The URL of a page call: the caller's words count, what a host puts into each call does not.

Hosts take the canonical link for the page's URL, in a single-page application often one for all
routes, and leave out the hash (read in analytics-next, analytics.js, RudderStack, getanalytics).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from paqbridge.native import captured, pattern
from paqbridge.read.urls import PATH, absolute_url

if TYPE_CHECKING:
    from paqbridge.types.event import CallFacts, FullEvent
    from paqbridge.types.page import Untrusted
    from paqbridge.types.parts import Properties

PATHNAME: Any = pattern(r"(?:[a-z]+:(?://[^/?#]*)?)?/?([^?#]*).*")
OTHER_PATHNAME: Any = pattern(r"(?:https?://|[/\s]*)[^/\s]+/([^?#]*).*")
GIVEN_SEARCH: Any = pattern(r"\s*(\?[^#\s]*).*")

USABLE = "an absolute URL or a path from the root"


def called_url(event: FullEvent, properties: Properties) -> str | None:
    """Return the absolute URL that a page call gives itself, None where it gives none.

    A ``path`` counts where there is no ``url``, with ``search`` only if the caller gives one: where
    a host has put its own URL into the call, the address's search is its own as well. A router's
    full path may have that search already.
    """
    here = event["here"]
    defaults = default_urls(event)
    url = properties.get("url")
    if url not in defaults:
        return absolute_url(url, here)
    path = captured(PATH, properties.get("path"))
    paths = default_paths(defaults, url)
    if path is None or captured(PATHNAME, path) in paths:
        return without_search(event, url)
    search = captured(GIVEN_SEARCH, properties.get("search"))
    if search and not (url and search == query_of(here)):
        path = before("?", path) + search
    return absolute_url(path, here)


def without_search(event: FullEvent, url: Untrusted) -> str | None:
    """Return the address without its search where a call says the canonical link alone, else None.

    Behind a link that has none hosts put the address's search: the caller, or middleware of the
    page's, has taken it out, and it may be a secret.
    """
    here = event["here"]
    links = [before("#", link) for link in cast("CallFacts", event["page"])["canonical"]]
    is_taken_out = url in links and query_of(here) and not query_of(url)
    return before("?", here) if is_taken_out else None


def given_url(event: FullEvent, properties: Properties) -> Untrusted:
    """Return the ``url`` of a page call, or its ``path``, None where hosts have put it there."""
    defaults = default_urls(event)
    url = properties.get("url")
    if url not in defaults:
        return url
    path = properties.get("path")
    paths = default_paths(defaults, url)
    return None if captured(PATHNAME, path) in paths else path


def default_urls(event: FullEvent) -> list[Untrusted]:
    """Return the URLs that hosts put into such a call where it was made.

    The page that it may have become since is what the caller may have meant: it says nothing.
    """
    address = event["here"]
    found: list[Untrusted] = [None, "", before("#", address)]
    for link in cast("CallFacts", event["page"])["canonical"]:
        for one in (link, before("#", link)):
            found.append(one)
            found.append(one + query_of(address))
    return found


def default_paths(urls: list[Untrusted], given: Untrusted) -> list[Untrusted]:
    """Return the paths of such URLs, without the first slash.

    Where a host has put one of them into a call, ``given``, it has made its path of that as well:
    getanalytics takes what is before the first slash for a host, "/shop/shirts" for "/shirts", and
    analytics-next all of a canonical link that is no URL, such as ``http://[`` or one with a port
    that there is not.
    """
    found: list[Untrusted] = []
    for url in urls:
        found.append(captured(PATHNAME, url))
        if given and url:
            found.append(captured(OTHER_PATHNAME, url) or "")
            found.append(url)
    return found


def before(sign: str, url: str | None) -> str:
    """Return what a URL has before its hash, and before its search if ``sign`` says so."""
    return (url or "").split("#")[0].split(sign)[0]


def query_of(url: str | None) -> str:
    """Return a URL's query with its question mark."""
    return before("#", url)[len(before("?", url)) :]
