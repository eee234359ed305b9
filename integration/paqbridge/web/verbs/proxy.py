"""Write the configuration that serves Matomo's script and hits under the site's own names."""

from __future__ import annotations

import argparse
import re
import sys

from paqbridge.web.first_party import BadPlan, create_plan
from paqbridge.web.first_party.apache import apache
from paqbridge.web.first_party.caddy import caddy
from paqbridge.web.first_party.nginx import nginx
from paqbridge.web.first_party.plan import Plan
from paqbridge.web.first_party.trust import CA_FILE

SERVERS = ("nginx", "caddy", "apache")
PATHS = ("script", "endpoint", "matomo_script", "matomo_endpoint")
UPSTREAM = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
FILE = re.compile(r"/[A-Za-z0-9._/+-]+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    add = parser.add_argument
    add("server", choices=SERVERS, help="the server that the configuration is for")
    add("--to", required=True, metavar="URL", help="where Matomo is: https://matomo.example.org")
    add("--script", metavar="PATH", help="the script's name on the site (/m/s.js)")
    add("--endpoint", metavar="PATH", help="where the page sends its hits (/m/c)")
    add("--matomo-script", metavar="PATH", help="the script's name at Matomo (/matomo.js)")
    add("--matomo-endpoint", metavar="PATH", help="the endpoint's name at Matomo (/matomo.php)")
    add("--host", action="append", default=[], help="a host of the site; others are refused")
    add("--ca-file", default=CA_FILE, metavar="FILE", help="trusted certificates, as PEM")
    add("--upstream", metavar="NAME", help="nginx: the upstream block that keeps connections")


def run(options: argparse.Namespace) -> int:
    """Write the configuration to stdout; 2 and a sentence on stderr where a value is wrong."""
    try:
        text = configuration(options)
    except BadPlan as error:
        print(f"paqbridge proxy: {error}", file=sys.stderr)
        return 2
    print(text, end="")
    return 0


def configuration(options: argparse.Namespace) -> str:
    """Return the configuration; BadPlan where a value is wrong."""
    given = {name: getattr(options, name) for name in PATHS}
    paths = {name: value for name, value in given.items() if value is not None}
    plan = create_plan(options.to, **paths, hosts=options.host)
    check("--ca-file", options.ca_file, FILE)
    if options.upstream is not None:
        check("--upstream", options.upstream, UPSTREAM)
    return text_for(options.server, plan, options.ca_file, options.upstream)


def text_for(server: str, plan: Plan, ca_file: str, upstream: str | None) -> str:
    """Return the text for a server."""
    if server == "nginx":
        return nginx(plan, ca_file, upstream)
    if upstream:
        raise BadPlan("--upstream is for nginx: the others keep connections by themselves")
    return (caddy if server == "caddy" else apache)(plan, ca_file)


def check(option: str, value: str, form: re.Pattern[str]) -> None:
    """Refuse what would not stay one word of a configuration."""
    if not form.fullmatch(value):
        raise BadPlan(f"{option} is {value!r}: letters, digits and a few plain signs only")
