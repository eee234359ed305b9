"""Which addresses are the site's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import captured_in
from paqbridge.tracker.address import host_of
from paqbridge.tracker.text import listed

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.tracker import State

PAYPAL = ".paypal.com"
SCHEME = "^(?:.*?//)?"


def set_domains(state: State, given: Untrusted) -> None:
    """Take the site's hosts: ``host``, ``*.host`` or ``.host``, with a path behind it or without.

    This page's own host goes without saying, unless one covers it, or one has a path.
    """
    domains = listed(given)
    own = state["page"]["host"]
    is_covered = any(path_in(one) != "/" or covers(host_in(one), own) for one in domains)
    state["domains"] = domains if is_covered else [*domains, own]


def host_in(domain: str) -> str:
    """Return the host of an entry, without its star."""
    return captured_in(SCHEME + "[*]?([^/]*)", domain.lower())


def path_in(domain: str) -> str:
    """Return the path of an entry; a star alone is none."""
    return captured_in(SCHEME + "[^/]*(?:/[*]$)?(.*)", domain.lower()) or "/"


def covers(name: str, host: str) -> bool:
    """Tell whether an entry's host is this one, or begins with a point and has it below."""
    return ("." + host).endswith(name) if name.startswith(".") else host == name


def is_own_host(state: State, host: str) -> bool:
    """Tell whether a host is the site's, whatever the path of its entry."""
    return is_among(state["domains"], host, "")


def is_own_address(state: State, address: str) -> bool:
    """Tell whether host and path of an address are the site's."""
    return is_among(state["domains"], host_of(address), address)


def is_excluded_referrer(state: State, referrer: str) -> bool:
    """Tell whether a referrer is one that is not to be told: of PayPal, or as the page says."""
    return is_among(state["excluded_referrers"], without_www(host_of(referrer)), referrer)


def set_excluded_referrers(state: State, hosts: Untrusted) -> None:
    """Tell of no referrer on these hosts, and of PayPal again unless it is one of them."""
    state["excluded_referrers"] = [without_www(one) for one in listed(hosts)]


def without_www(host: str) -> str:
    """Return a host without the prefix that tells sites nothing apart."""
    return captured_in(r"^(?:www\.)?(.*)", host)


def is_among(domains: list[str], host: str, address: str) -> bool:
    """Tell whether one of these entries covers a host and, if there is one, an address's path."""
    rest = address[address.find(host) + len(host) :].lower()
    place = captured_in("^[^?#/]*(/[^?#]*)", rest) or "/"
    return any(
        covers(host_in(one), host) and (address == "" or is_below(path_in(one), place))
        for one in domains
    )


def is_below(path: str, place: str) -> bool:
    """Tell whether a place lies in a folder, or behind what ends with a star."""
    if path.endswith("*"):
        return place.startswith(path[:-1])
    return (place + "/").startswith(path if path.endswith("/") else path + "/")
