"""The domain that Segment's libraries set their cookies for."""

from __future__ import annotations

from collections.abc import Callable

from paqbridge.host import hostname

PROBE = "ajs_probe"
"""The cookie by which it is found out whether a domain takes any."""


def top_domain(takes_cookies: Callable[[str], bool]) -> str:
    """Return the shortest domain above the host that the browser lets a page set cookies for.

    Empty where only the host itself can have them: localhost, an address, a public suffix.
    """
    parts = hostname().split(".")
    domain = parts[-1]
    for index in range(len(parts) - 1):
        domain = parts[len(parts) - 2 - index] + "." + domain
        if takes_cookies(domain):
            return domain
    return ""
