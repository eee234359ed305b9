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
    return (
        is_scheme and is_host(whole, target) and is_port(whole, target) and is_path(whole, target)
    )


def is_host(source: SplitResult, target: SplitResult) -> bool:
    """Tell whether a host is the one that is named, or below it where that begins with ``*.``."""
    pattern, host = source.hostname or "", target.hostname or ""
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern


def is_port(source: SplitResult, target: SplitResult) -> bool:
    """Tell whether a port is the one that is named, or the scheme's own where none is."""
    if source.netloc.endswith(":*"):
        return True
    is_named = ":" in source.netloc.rpartition("]")[2]
    return port_of(target) == (port_of(source) if is_named else PORTS.get(target.scheme))


def is_path(source: SplitResult, target: SplitResult) -> bool:
    """Tell whether a path is the one that is named, or below it where that ends with a slash."""
    is_below = source.path.endswith("/") and target.path.startswith(source.path)
    return is_below or source.path in ("", target.path)


def port_of(parts: SplitResult) -> int | None:
    """Return the port, that of the scheme where none is written."""
    try:
        return parts.port or PORTS.get(parts.scheme)
    except ValueError:
        return None
