"""The configuration for Apache 2.4, for the inside of a ``VirtualHost``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from operator import add

from paqbridge.web.first_party import limits
from paqbridge.web.first_party.exchange import HIT_METHODS, SCRIPT_METHODS
from paqbridge.web.first_party.headers import (
    ADDED,
    FORWARDED_FOR,
    TAKEN_FROM_ANSWER,
    TAKEN_FROM_REQUEST,
)
from paqbridge.web.first_party.plan import Plan, as_written
from paqbridge.web.first_party.trust import heading

BEHIND = "mod_remoteip."
MODULES = "# It needs: a2enmod proxy proxy_http headers{ssl}"


def apache(plan: Plan, ca_file: str) -> str:
    """Return the configuration."""
    script = [*asked(SCRIPT_METHODS, plan), f"RequestHeader unset {FORWARDED_FOR}"]
    hit = [
        *asked(HIT_METHODS, plan),
        f'RequestHeader set {FORWARDED_FOR} "expr=%{{REMOTE_ADDR}}"',
        "# What a browser names here Apache would not pass on.",
        f'RequestHeader edit* Connection "(?i){FORWARDED_FOR}" "close"',
        *(f"RequestHeader unset {name}" for name in underscored(FORWARDED_FOR)),
    ]
    lines = [
        *heading(plan, BEHIND),
        MODULES.format(ssl=" ssl" if plan.scheme == "https" else ""),
        "TraceEnable off",
        *secured(plan, ca_file),
        *location(plan.script, [*script, *forwarded(plan, plan.matomo_script)]),
        *location(plan.endpoint, [*hit, *forwarded(plan, plan.matomo_endpoint)]),
    ]
    return "\n".join(lines) + "\n"


def location(path: str, lines: Sequence[str]) -> list[str]:
    """Return the block of one path and none below it; what matches ``()`` is nothing."""
    head = f'<LocationMatch "^{re.escape(path)}()$">'
    return [head, *(f"    {line}" for line in lines), "</LocationMatch>"]


def asked(methods: Sequence[str], plan: Plan) -> list[str]:
    """Return the lines that refuse a request."""
    lines = [
        f"Require method {' '.join(methods)}",
        "# LimitRequestBody says nothing of what is passed on.",
        f'Require expr "%{{HTTP:Content-Length}} -le {limits.BODY}"',
        "Require expr \"%{HTTP:Transfer-Encoding} == ''\"",
    ]
    if plan.hosts:
        names = "|".join(re.escape(as_written(host)) for host in plan.hosts)
        lines.append(f'Require expr "%{{HTTP_HOST}} =~ m#^({names})(:[0-9]+)?$#i"')
    return ["<RequireAll>", *(f"    {line}" for line in lines), "</RequireAll>"]


def underscored(name: str) -> list[str]:
    """Return the names that PHP takes for this one: those with ``_`` for some of its ``-``."""
    parts = name.split("-")
    signs = product("-_", repeat=len(parts) - 1)
    spelt = ["".join(map(add, parts, [*one, ""])) for one in signs]
    return [one for one in spelt if one != name]


def forwarded(plan: Plan, file: str) -> list[str]:
    """Return what is said of the way to Matomo and back."""
    pace = (
        f"connectiontimeout={limits.CONNECT_SECONDS} timeout={limits.ANSWER_SECONDS} "
        f"ttl={limits.KEEP_SECONDS} retry=0"
    )
    return [
        "ProxyAddHeaders Off",
        "ProxyPreserveHost Off",
        "Proxy100Continue Off",
        *(f"RequestHeader unset {name}" for name in TAKEN_FROM_REQUEST),
        *(f"Header {when}unset {name}" for name in TAKEN_FROM_ANSWER for when in ("", "always ")),
        *(f'Header always set {name} "{value}"' for name, value in ADDED.items()),
        "# Without $1 Apache would append the path.",
        f'ProxyPassMatch "{plan.address}{file}$1" {pace}',
    ]


def secured(plan: Plan, ca_file: str) -> list[str]:
    """Return the lines that have Matomo prove who it is; Apache asks for no proof by itself."""
    if plan.scheme == "http":
        return []
    return [
        "SSLProxyEngine on",
        "SSLProxyVerify require",
        "SSLProxyVerifyDepth 4",
        "SSLProxyCheckPeerName on",
        f'SSLProxyCACertificateFile "{ca_file}"',
    ]
