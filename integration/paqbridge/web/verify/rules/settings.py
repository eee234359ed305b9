"""Settings, as far as our script has complained of them in the console."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paqbridge.explain.misspelt import UNKNOWN
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.whole_table import WHOLE_SETTINGS
from paqbridge.web.verify.facts import Facts
from paqbridge.web.verify.findings import Finding

REQUIRED = ("siteId", "serverUrl")
NAMES = {row["name"] for row in WHOLE_SETTINGS}
LEAN = {row["name"] for row in LEAN_SETTINGS}
NAME = re.compile(r"(\w+)(?:\.[^:]*)?: (.*)", re.DOTALL)

LACKING = "in full builds"
"""What a lean build says of a method that it has not."""

ELSEWHERE = (
    "window.analytics is another library",
    "Matomo's script is blocked",
    "loadScript: Matomo's script is there twice",
)
"""What other rules say."""


def settings_rule(facts: Facts) -> Iterator[Finding]:
    """Say what each of our warnings is about."""
    is_lean = any(one.build == "lean" for one in facts.bundles)
    for warning in facts.warnings:
        if not warning.startswith(ELSEWHERE):
            found = NAME.match(warning)
            name = found[1] if found else ""
            yield Finding(code_of(name, warning, is_lean), f"The page is warned: {warning}.")


def code_of(name: str, warning: str, is_lean: bool) -> str:
    """Return the code for a warning that begins with a name."""
    if LACKING in warning or (is_lean and name in NAMES - LEAN):
        return "setting-full"
    if name in REQUIRED:
        return "setting-required"
    return "setting-wrong" if name in NAMES or UNKNOWN in warning else "warned"
