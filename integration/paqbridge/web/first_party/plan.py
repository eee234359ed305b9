"""What is forwarded, from which names, to where: checked before anything is written or run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

PATH = re.compile(r"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+")
"""Each part begins with no dot, so that none is ``..``; no sign means anything to a server's
configuration, or is written in two ways in a URL."""

LABEL = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?")
LONGEST_PATH = 200
PORTS = {"http": 80, "https": 443}


class BadPlan(ValueError):
    """A value that no proxy can be made of; the text says which, and what it should be."""


@dataclass(frozen=True)
class Plan:
    """The one Matomo, its two files, their names on the site, and the hosts of the site."""

    scheme: str
    host: str
    port: int
    script: str
    endpoint: str
    matomo_script: str
    matomo_endpoint: str
    hosts: tuple[str, ...]

    @property
    def authority(self) -> str:
        """Matomo's host, with its port where that is not the scheme's own."""
        host = as_written(self.host)
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """Matomo's address, without a slash behind it."""
        return f"{self.scheme}://{self.authority}"


def as_written(host: str) -> str:
    """Return a host as it stands in URLs and in the header ``Host``."""
    return f"[{host}]" if ":" in host else host


def create_plan(
    to: str,
    *,
    script: str = "/m/s.js",
    endpoint: str = "/m/c",
    matomo_script: str = "/matomo.js",
    matomo_endpoint: str = "/matomo.php",
    hosts: Sequence[str] = (),
) -> Plan:
    """Return the checked plan; BadPlan where a value could lead anywhere else than it says.

    ``script`` and ``endpoint`` are names on the site, the two others are Matomo's. Without
    ``hosts`` a request may be for whatever host reaches the server.
    """
    scheme, host, port = read_address(to)
    names = {"script": script, "endpoint": endpoint}
    files = {"matomo_script": matomo_script, "matomo_endpoint": matomo_endpoint}
    for what, path in {**names, **files}.items():
        check_path(what, path)
    if script == endpoint:
        raise BadPlan(f"script and endpoint are both {script!r}: they need names of their own")
    known = tuple(read_host("hosts", one) for one in hosts)
    return Plan(scheme, host, port, **names, **files, hosts=known)


def read_address(to: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address that has nothing else."""
    if not re.fullmatch(r"[\x21-\x7e]+", to):
        raise BadPlan(
            f"to is {to!r}: an address has no blanks, control characters or other alphabets"
        )
    try:
        parts = urlsplit(to)
        scheme, port = parts.scheme, parts.port
    except ValueError as error:
        raise BadPlan(f"to is {to!r}: {error}") from None
    if scheme not in PORTS:
        raise BadPlan(f"to is {to!r}: it must begin with https:// or http://")
    if "@" in parts.netloc:
        raise BadPlan("to has a user or a password in it: there must be none")
    if parts.path not in ("", "/") or "?" in to or "#" in to:
        raise BadPlan(
            f"to is {to!r}: only scheme and host, such as https://matomo.example.org; "
            "where Matomo is in a folder, say so in matomo_script (--matomo-script) and "
            "matomo_endpoint (--matomo-endpoint)"
        )
    if port == 0:
        raise BadPlan(f"to is {to!r}: there is no port 0")
    return scheme, read_host("to", parts.hostname or ""), port or PORTS[scheme]


def read_host(what: str, host: str) -> str:
    """Return a host name, or an IP address without a zone, in lower case."""
    name = host.lower().removesuffix(".")
    labels = name.split(".")
    if all(LABEL.fullmatch(one) for one in labels) and len(name) <= 253 and not is_number(labels):
        return name
    try:
        return str(ip_address(name if "%" not in name else ""))
    except ValueError:
        raise BadPlan(f"{what}: {host!r} is no host name, nor an IP address") from None


def is_number(labels: list[str]) -> bool:
    """Tell whether a name would be read as an IPv4 address: its last part is a number."""
    return labels[-1].isdigit()


def check_path(what: str, path: str) -> None:
    """Refuse what is no plain path from the root."""
    if not PATH.fullmatch(path) or len(path) > LONGEST_PATH:
        raise BadPlan(
            f"{what} is {path!r}: it must be a path such as /m/s.js, of letters, digits and . _ ~ -"
        )
