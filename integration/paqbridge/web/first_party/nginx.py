"""The configuration for nginx, for the inside of a ``server`` block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paqbridge.web.first_party import limits
from paqbridge.web.first_party.exchange import HIT_METHODS, REDIRECTS, SCRIPT_METHODS
from paqbridge.web.first_party.headers import (
    ADDED,
    FORWARDED_FOR,
    HIT_REQUEST,
    SCRIPT_REQUEST,
    TAKEN_FROM_ANSWER,
)
from paqbridge.web.first_party.plan import Plan, as_written
from paqbridge.web.first_party.trust import heading

BEHIND = "set_real_ip_from, real_ip_header."
REFUSED = "@paqbridge_refused"
PACE = (
    "proxy_http_version 1.1;",
    f"proxy_connect_timeout {limits.CONNECT_SECONDS}s;",
    f"proxy_send_timeout {limits.BODY_SECONDS}s;",
    f"proxy_read_timeout {limits.ANSWER_SECONDS}s;",
    f"client_body_timeout {limits.BODY_SECONDS}s;",
    f"client_max_body_size {limits.BODY};",
    "# A hit that may have arrived is not sent again.",
    "proxy_next_upstream off;",
)
ACCEL = ("Redirect", "Expires", "Limit-Rate", "Buffering", "Charset")
"""With these an answer could have nginx serve other files of the site."""

ANSWER = (
    "# What speaks for the whole site stays here; a redirect would lead away from it.",
    *(f"proxy_hide_header {name};" for name in TAKEN_FROM_ANSWER),
    f"proxy_ignore_headers {' '.join(f'X-Accel-{one}' for one in ACCEL)};",
    *(f'add_header {name} "{value}" always;' for name, value in ADDED.items()),
    "proxy_intercept_errors on;",
    f"error_page {' '.join(map(str, REDIRECTS))} = {REFUSED};",
)


def nginx(plan: Plan, ca_file: str, upstream: str | None = None) -> str:
    """Return the configuration; ``upstream`` names an ``upstream`` block that keeps connections."""
    to = f"{plan.scheme}://{upstream or plan.authority}"
    script = [*asked(SCRIPT_METHODS, plan), *passed(SCRIPT_REQUEST, plan)]
    hit = [*asked(HIT_METHODS, plan), *passed(HIT_REQUEST, plan), *address(), *outlive()]
    common = [*secured(plan, ca_file), *PACE, *ANSWER]
    lines = [
        *heading(plan, BEHIND),
        *kept_open(plan, upstream),
        *location(f"= {plan.script}", [*script, *common, f"proxy_pass {to}{plan.matomo_script};"]),
        *location(f"= {plan.endpoint}", [*hit, *common, f"proxy_pass {to}{plan.matomo_endpoint};"]),
        *location(REFUSED, ["return 502;"]),
    ]
    return "\n".join(lines) + "\n"


def kept_open(plan: Plan, upstream: str | None) -> list[str]:
    """Say which block keeps connections to Matomo open: a new one for each hit costs more."""
    name = upstream or "matomo"
    block = f"upstream {name} {{ server {as_written(plan.host)}:{plan.port}; keepalive 16; "
    return [
        f"# Connections to Matomo stay open with --upstream {name} and, outside of any server:",
        f"#   {block}keepalive_timeout {limits.KEEP_SECONDS}s; }}",
    ]


def location(place: str, lines: Sequence[str]) -> list[str]:
    """Return a block."""
    return [f"location {place} {{", *(f"    {line}" for line in lines), "}"]


def asked(methods: Sequence[str], plan: Plan) -> list[str]:
    """Return the lines that refuse a request."""
    lines = [f"if ($request_method !~ ^({'|'.join(methods)})$) {{ return 405; }}"]
    if plan.hosts:
        names = "|".join(re.escape(as_written(host)) for host in plan.hosts)
        lines.append(f'if ($host !~ "^({names})$") {{ return 404; }}')
    return lines


def passed(names: Sequence[str], plan: Plan) -> list[str]:
    """Return the lines that pass these headers and no others; an empty one is not sent."""
    variables = {name: "$http_" + name.lower().replace("-", "_") for name in names}
    return [
        "proxy_pass_request_headers off;",
        f'proxy_set_header Host "{plan.authority}";',
        'proxy_set_header Connection "";',
        *(f"proxy_set_header {name} {value};" for name, value in variables.items()),
    ]


def address() -> list[str]:
    """Return the line that says who the visitor is, whatever the browser claims."""
    return [f"proxy_set_header {FORWARDED_FOR} $remote_addr;"]


def outlive() -> list[str]:
    """Return the lines that let a hit arrive whose page has been left while it was on its way."""
    return ["proxy_ignore_client_abort on;"]


def secured(plan: Plan, ca_file: str) -> list[str]:
    """Return the lines that have Matomo prove who it is; nginx asks for no proof by itself."""
    if plan.scheme == "http":
        return []
    return [
        "proxy_ssl_server_name on;",
        f"proxy_ssl_name {plan.host};",
        "proxy_ssl_verify on;",
        "proxy_ssl_verify_depth 4;",
        f"proxy_ssl_trusted_certificate {ca_file};",
    ]
