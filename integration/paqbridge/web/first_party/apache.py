"""The configuration for Apache 2.4, for the inside of a ``VirtualHost``."""

from __future__ import annotations

import re
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
from paqbridge.web.first_party.trust import heading

BEHIND = "mod_remoteip."
MODULES = "# It needs: a2enmod proxy proxy_http headers{ssl}"


def apache(plan: Plan, ca_file: str) -> str:
    """Return the configuration."""
    script = [*asked(SCRIPT_METHODS, plan), f"RequestHeader unset {FORWARDED_FOR}"]
    hit = [
        *asked(HIT_METHODS, plan),
        f"LimitRequestBody {limits.BODY}",
        f'RequestHeader set {FORWARDED_FOR} "expr=%{{REMOTE_ADDR}}"',
    ]
    lines = [
        *heading(plan, BEHIND),
        MODULES.format(ssl=" ssl" if plan.scheme == "https" else ""),
        *secured(plan, ca_file),
        *location(plan.script, [*script, *forwarded(plan, plan.matomo_script)]),
        *location(plan.endpoint, [*hit, *forwarded(plan, plan.matomo_endpoint)]),
    ]
    return "\n".join(lines) + "\n"


def location(path: str, lines: Sequence[str]) -> list[str]:
    """Return the block of one path and none below it."""
    head = f'<LocationMatch "^{re.escape(path)}$">'
    return [head, *(f"    {line}" for line in lines), "</LocationMatch>"]


def asked(methods: Sequence[str], plan: Plan) -> list[str]:
    """Return the lines that refuse a request; Apache counts HEAD as GET."""
    named = " ".join(method for method in methods if method != "HEAD")
    lines = [f"<LimitExcept {named}>", "    Require all denied", "</LimitExcept>"]
    if plan.hosts:
        names = "|".join(re.escape(host) for host in plan.hosts)
        lines.append(f'Require expr "%{{HTTP_HOST}} =~ m#^({names})(:[0-9]+)?$#i"')
    return lines


def forwarded(plan: Plan, file: str) -> list[str]:
    """Return what is said of the way to Matomo and back."""
    pace = (
        f"connectiontimeout={limits.CONNECT_SECONDS} timeout={limits.ANSWER_SECONDS} "
        f"ttl={limits.KEEP_SECONDS} retry=0"
    )
    return [
        "ProxyAddHeaders Off",
        "ProxyPreserveHost Off",
        *(f"RequestHeader unset {name}" for name in TAKEN_FROM_REQUEST),
        *(f"Header {when}unset {name}" for name in TAKEN_FROM_ANSWER for when in ("", "always ")),
        *(f'Header always set {name} "{value}"' for name, value in ADDED.items()),
        f"ProxyErrorOverride On {' '.join(map(str, REDIRECTS))}",
        f'ProxyPass "{plan.address}{file}" {pace}',
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
