"""Which addresses are the site's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.tracker.address import host_of
from paqbridge.tracker.text import listed

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State


def set_domains(state: State, given: Untrusted) -> None:
    """Take the site's hosts: ``host``, ``*.host`` or ``.host``, with a path behind it or without.

    This page's own host goes without saying, unless one covers it, or one has a path.
    """
    domains = listed(given)
    is_covered = False
    for domain in domains:
        name, path = apart(domain)
        is_covered = is_covered or path != "/" or covers(name, state["page"]["host"])
    state["domains"] = domains if is_covered else [*domains, state["page"]["host"]]


def apart(domain: str) -> list[str]:
    """Return host and path of an entry, in lower case; the path of one without is ``/``."""
    name = domain.lower()
    if name.find("//") >= 0:
        name = name[name.find("//") + 2 :]
    at = name.find("/")
    host = name if at < 0 else name[:at]
    path = "/" if at < 0 else name[at:]
    return [host[1:] if host.startswith("*") else host, path]


def covers(name: str, host: str) -> bool:
    """Tell whether an entry's host is this one, or begins with a point and has it below."""
    bare = name[1:] if name.startswith(".") else name
    return host == bare or (bare != name and host.endswith(name))


def is_own_host(state: State, host: str) -> bool:
    """Tell whether a host is the site's; an entry with a path names none."""
    for domain in state["domains"]:
        name, path = apart(domain)
        if path == "/" and covers(name, host):
            return True
    return False


def is_own_address(state: State, address: str) -> bool:
    """Tell whether host and path of an address are the site's."""
    return is_among(state["domains"], host_of(address), address)


def is_excluded_referrer(state: State, referrer: str) -> bool:
    """Tell whether a referrer is one that is not to be told: of PayPal, or as the page says."""
    excluded = [".paypal.com"]
    for domain in state["excluded_referrers"]:
        excluded.append(without_www(domain))
    return is_among(excluded, without_www(host_of(referrer)), referrer)


def without_www(host: str) -> str:
    """Return a host without the prefix that tells sites nothing apart."""
    return host[4:] if host.startswith("www.") else host


def is_among(domains: list[str], host: str, address: str) -> bool:
    """Tell whether one of these entries covers a host and the path of an address."""
    rest = address[address.find(host) + len(host) :].split("?")[0].split("#")[0].lower()
    place = rest[rest.find("/") :] if rest.find("/") >= 0 else "/"
    for domain in domains:
        name, path = apart(domain)
        if covers(name, host) and is_below(path, place):
            return True
    return False


def is_below(path: str, place: str) -> bool:
    """Tell whether a place lies in a folder, or behind what ends with a star."""
    if path.endswith("*"):
        return place.startswith(path[:-1])
    folder = path if path.endswith("/") else path + "/"
    return (place + "/").startswith(folder)
