"""Open a page in a browser and say whether its calls arrive at Matomo."""

from __future__ import annotations

import argparse
import json
import os
import sys
from threading import Timer
from urllib.parse import urlsplit

from paqbridge.web.verify.browser import a_browser
from paqbridge.web.verify.look import EVENT, Options, look
from paqbridge.web.verify.report import NOT_LOOKED, as_json, as_text, status_of
from paqbridge.web.verify.rules import findings_of
from paqbridge.web.verify.words import CannotLook

PASSWORD = "PAQBRIDGE_PASSWORD"
"""An environment variable: the password that goes with --user."""

STEPS, MORE = 4, 20
"""So many steps there are at most; and the seconds that the browser itself may take."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument("url", type=address, help="the page to look at")
    flags = {
        "--json": "report as JSON, with all facts",
        "--send-event": f'send one event, "{EVENT}", and say what Matomo answers',
        "--let-hits-through": "let the page's own hits count; else heartbeats stand in for them",
        "--give-consent": "give consent as a visitor does, and look at what follows",
        "--insecure": "accept certificates that nobody has signed",
    }
    for name, about in flags.items():
        parser.add_argument(name, action="store_true", help=about)
    parser.add_argument(
        "--user", default="", help=f"for HTTP authentication; password: ${PASSWORD}"
    )
    parser.add_argument(
        "--timeout",
        type=seconds,
        default=30,
        metavar="SECONDS",
        help="for each step; 30 by default",
    )


def run(options: argparse.Namespace) -> int:
    """Look, report, and return the exit status: 0 good, 1 faults, 2 could not look."""
    wanted = Options(
        timeout=options.timeout,
        sends_event=options.send_event,
        lets_hits_through=options.let_hits_through,
        gives_consent=options.give_consent,
        insecure=options.insecure,
        user=options.user,
        password=os.environ.get(PASSWORD, ""),
    )
    last = Timer(STEPS * options.timeout + MORE, give_up, [options])
    last.daemon = True
    last.start()
    try:
        with a_browser() as browser:
            facts = look(browser, options.url, wanted)
    except CannotLook as trouble:
        return not_looked(options, str(trouble))
    finally:
        last.cancel()
    findings = findings_of(facts)
    print((as_json if options.json else as_text)(facts, findings))
    return status_of(findings)


def not_looked(options: argparse.Namespace, why: str) -> int:
    """Say why nothing could be judged, and return the exit status for that."""
    if options.json:
        print(json.dumps({"url": options.url, "status": NOT_LOOKED, "why": why}))
    else:
        print(why, file=sys.stderr)
    return NOT_LOOKED


def give_up(options: argparse.Namespace) -> None:
    """End the process: Playwright waits for ever where a script never lets go of the page."""
    not_looked(options, f"{options.url} cannot be asked: a script of it never ends.")
    sys.stdout.flush()
    os._exit(NOT_LOOKED)


def address(text: str) -> str:
    """Return an address of a page; without a scheme it has TLS."""
    whole = text if "://" in text else f"https://{text}"
    parts = urlsplit(whole)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise argparse.ArgumentTypeError(f"expected an http(s) address, received {text!r}")
    if parts.username is not None:
        raise argparse.ArgumentTypeError(f"a name goes into --user, a password into ${PASSWORD}")
    return whole


def seconds(text: str) -> float:
    """Return a number of seconds, of which there must be some."""
    number = float(text)
    if not 0 < number <= 600:
        raise argparse.ArgumentTypeError("expected seconds between 0 and 600")
    return number
