"""The configuration for Caddy, for the inside of a site's block."""

from __future__ import annotations

from collections.abc import Sequence

from paqbridge.web.first_party import limits
from paqbridge.web.first_party.exchange import HIT_METHODS, REDIRECTS, SCRIPT_METHODS
from paqbridge.web.first_party.headers import (
    ADDED,
    FORWARDED_FOR,
    TAKEN_FROM_ANSWER,
    TAKEN_FROM_REQUEST,
)
from paqbridge.web.first_party.plan import Plan
from paqbridge.web.first_party.trust import CA_FILE, heading

BEHIND = "trusted_proxies in its global options, from Caddy 2.6.3 on."
FOLDED = ("X-", "Proxy-", "CF-")
"""Of headers that begin so none passes."""

UNDERSCORED = "*_*"
"""To PHP a name with ``_`` is the one with ``-``: the address could come a second time."""

HOPS = ("Connection", "Upgrade", "HTTP2-Settings", "Expect")
"""What is for the next server alone. A connection that Matomo upgrades would lead to all its paths.
"""


CLIENT, VISITOR = "{http.vars.client_ip}", "{paqbridge_visitor}"


def caddy(plan: Plan, ca_file: str = CA_FILE) -> str:
    """Return the configuration; Caddy keeps connections and checks certificates by itself."""
    way = transport(plan, ca_file)
    lines = [
        *heading(plan, BEHIND),
        *part("script", plan.script, plan.matomo_script, SCRIPT_METHODS, plan, way),
        *part("hit", plan.endpoint, plan.matomo_endpoint, HIT_METHODS, plan, way),
    ]
    return "\n".join(lines) + "\n"


def part(
    name: str, path: str, file: str, methods: Sequence[str], plan: Plan, way: Sequence[str]
) -> list[str]:
    """Return the lines for one of the two names."""
    hosts = [f"host {' '.join(plan.hosts)}"] if plan.hosts else []
    steps = [
        f"@paqbridge_{name}_refused not method {' '.join(methods)}",
        f"respond @paqbridge_{name}_refused 405",
        *(["request_body {", f"\tmax_size {limits.BODY}", "}"] if name == "hit" else []),
        *taken_from_request(),
        *(address() if name == "hit" else []),
        f"rewrite * {file}?{{query}}",
        *block(f"reverse_proxy {plan.address}", sent(name, way)),
    ]
    return [
        *block(f"@paqbridge_{name}", [f"path {path}", *hosts]),
        *block(f"handle @paqbridge_{name}", block("route", steps)),
    ]


def block(head: str, lines: Sequence[str]) -> list[str]:
    """Return a block."""
    return [f"{head} {{", *(f"\t{line}" for line in lines), "}"]


def taken_from_request() -> list[str]:
    """Return the lines that take headers away before Caddy adds its own."""
    single = [name for name in TAKEN_FROM_REQUEST if not name.startswith(FOLDED)]
    folded = [*(f"{one}*" for one in FOLDED), UNDERSCORED]
    return [f"request_header -{name}" for name in [*single, *folded, *HOPS]]


def address() -> list[str]:
    """Return the lines that know the visitor: also behind a CDN that ``trusted_proxies`` names.

    What a CDN says is read when a request comes in, before its headers are taken away; a Caddy
    before 2.6.3 reads nothing, and has the connection's address alone.
    """
    ways = ['"" {remote_host}', f"default {CLIENT}"]
    return block(f"map {CLIENT} {VISITOR}", ways)


def sent(name: str, way: Sequence[str]) -> list[str]:
    """Return what is said of the way to Matomo and back."""
    own = ["X-Forwarded-Host", "X-Forwarded-Proto"]
    away = own if name == "hit" else [*own, FORWARDED_FOR]
    codes = " ".join(map(str, REDIRECTS))
    return [
        # So Caddy asks to the end also where the page has been left meanwhile.
        *(["flush_interval -1", f"header_up {FORWARDED_FOR} {VISITOR}"] if name == "hit" else []),
        "header_up Host {upstream_hostport}",
        *(f"header_up -{one}" for one in away),
        *(f"header_down -{one}" for one in TAKEN_FROM_ANSWER if one not in ADDED),
        *(f'header_down {one} "{value}"' for one, value in ADDED.items()),
        *block("transport http", way),
        f"@paqbridge_{name}_redirect status {codes}",
        *block(f"handle_response @paqbridge_{name}_redirect", ["respond 502"]),
    ]


def transport(plan: Plan, ca_file: str) -> list[str]:
    """Return how connections to Matomo are kept, and whom they trust if not the system's list."""
    is_named = plan.scheme == "https" and ca_file != CA_FILE
    return [
        *([f"tls_trusted_ca_certs {ca_file}"] if is_named else []),
        f"dial_timeout {limits.CONNECT_SECONDS}s",
        f"response_header_timeout {limits.ANSWER_SECONDS}s",
        f"write_timeout {limits.BODY_SECONDS}s",
        f"read_timeout {limits.ANSWER_SECONDS}s",
        f"keepalive {limits.KEEP_SECONDS}s",
        f"keepalive_idle_conns_per_host {limits.CONNECTIONS}",
        "compression off",
    ]
