"""Print the markup that a page carries in its head: the stub, the settings and the script."""

from __future__ import annotations

import argparse
import json
import sys

from paqbridge.web.checked import SettingsError
from paqbridge.web.snippet import STATIC_URL, snippet
from paqbridge.web.static import SCRIPTS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("--site-id", metavar="ID", help="Matomo's id of the site")
    parser.add_argument("--server-url", metavar="URL", help="the base URL of Matomo")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=JSON",
        type=setting,
        help="any other setting, as often as you like; what is no JSON is a text",
    )
    parser.add_argument("--build", choices=[*SCRIPTS], default="lean", help="default: lean")
    parser.add_argument("--nonce", help="the nonce of a content security policy")
    parser.add_argument(
        "--preload", action="store_true", help="fetch Matomo's script before ours has come"
    )
    parser.add_argument(
        "--static-url",
        default=STATIC_URL,
        metavar="URL",
        help=f"where the files are that the verb static copies (default: {STATIC_URL})",
    )


def setting(text: str) -> tuple[str, object]:
    """Return the name and the value of ``name=json``."""
    name, sign, value = text.partition("=")
    if not name or not sign:
        raise argparse.ArgumentTypeError(f"expected NAME=JSON, got {text!r}")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def run(options: argparse.Namespace) -> int:
    """Print; what is wrong with settings goes to standard error, a line each."""
    named = {"siteId": options.site_id, "serverUrl": options.server_url}
    settings = {**named, **dict(options.set)}
    said = {name: getattr(options, name) for name in ("build", "nonce", "static_url", "preload")}
    try:
        print(snippet(settings, **said))
    except SettingsError as error:
        print(*error.complaints, sep="\n", file=sys.stderr)
        return 2
    return 0
