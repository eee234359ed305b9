"""As much of Content Security Policy as tells whether a host is allowed (CSP level 3, 6.7)."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

PORTS = {"http": 80, "https": 443}
FALLBACKS = {"script-src-elem": "script-src"}


def directive_of(policy: str, name: str) -> str:
    """Return the directive that counts for ``name`` as it is written, empty where none does."""
    told: dict[str, str] = {}
    for part in policy.split(";"):
        if part.strip():
            told.setdefault(part.split()[0].lower(), " ".join(part.split()))
    for one in (name, FALLBACKS.get(name, name), "default-src"):
        if one in told:
            return told[one]
    return ""


def allows(policy: str, name: str, url: str, page: str) -> bool:
    """Tell whether a policy lets a page at ``page`` fetch ``url`` under a directive."""
    told = directive_of(policy, name)
    return not told or any(fits(source, url, page) for source in told.split()[1:])


def fits(source: str, url: str, page: str) -> bool:
    """Tell whether one source of a directive covers a URL."""
    target, own = urlsplit(url), urlsplit(page)
    if source == "'self'":
        return (target.hostname, port_of(target)) == (own.hostname, port_of(own))
    if source == "*":
        return target.scheme in PORTS
    if source.endswith(":"):
        return target.scheme == source[:-1]
    whole = urlsplit(source if "://" in source else f"{own.scheme}://{source}")
    # A source without TLS covers the same host with it.
    is_scheme = target.scheme in (whole.scheme, "https")
    is_path = whole.path in ("", target.path) or (
        whole.path.endswith("/") and target.path.startswith(whole.path)
    )
    return (
        is_scheme
        and is_host(whole.hostname or "", target.hostname or "")
        and is_path
        and (
            whole.netloc.endswith(":*") or port_of(whole) == port_of(target) or not has_port(whole)
        )
    )


def is_host(pattern: str, host: str) -> bool:
    """Tell whether a host is the one that is named, or below it where that begins with ``*.``."""
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern


def has_port(parts: SplitResult) -> bool:
    """Tell whether a port is written."""
    return ":" in parts.netloc.rpartition("]")[2]


def port_of(parts: SplitResult) -> int | None:
    """Return the port, that of the scheme where none is written."""
    try:
        return parts.port or PORTS.get(parts.scheme)
    except ValueError:  # "*", which is any
        return None
