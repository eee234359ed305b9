"""Which scripts have our code in them, and which of our files they are."""

from __future__ import annotations

import json
import re

from paqbridge.flags import VERSION
from paqbridge.web.static import MANIFEST, folder, sum_of
from paqbridge.web.verify.facts import Bundle, Fetch

MARK = "paqbridge: "
"""What our warnings begin with: no tool that makes scripts smaller takes a text away."""

BUILDS = (
    ("expected the setting aliasUserId", "explain"),
    ("setHitTime", "full"),
    ("customVariableLimit", "lean"),
    (MARK, "tracker"),
)
"""A text that only some builds have, the fullest first; the last is our tracker alone."""

RUNS = re.compile(r"(?:java|ecma|j|live)script|html")
"""Types of what runs: scripts, and pages that have some."""

OURS = re.compile(
    r"analytics(\.full|\.explain|\.solo)*(\.min\.js|\.mjs)|classic(\.full)?(\.min\.js|\.mjs)"
    r"|(core|hosts|segment|rudderstack|getanalytics|tracker)\.mjs|tracker\.min\.js"
)
"""Names of our files."""


def known_files() -> dict[str, str]:
    """Return digest -> name of the files that come with this package; none where none are built."""
    try:
        said = json.loads((folder() / MANIFEST).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return {str(digest): str(name) for name, digest in said.items()}


def bundle_in(url: str, body: bytes, known: dict[str, str]) -> Bundle | None:
    """Return which of our bundles a script or a page carries, None where it has none."""
    text = body.decode("utf-8", "replace")
    build = next((build for mark, build in BUILDS if mark in text), None)
    if MARK not in text or build is None:
        return None
    name = known.get(sum_of(body), "")
    return Bundle(url, name, build, VERSION if name else "")


def refused_type(headers: dict[str, str]) -> str:
    """Return the type of an answer if no browser runs it: the server forbids to guess (nosniff)."""
    said = headers.get("content-type", "").partition(";")[0].strip().lower()
    is_strict = headers.get("x-content-type-options", "").strip().lower() == "nosniff"
    return (said or "nothing") if is_strict and not RUNS.search(said) else ""


def is_named_so(fetch: Fetch) -> bool:
    """Tell whether a script has the name of one of our files."""
    return fetch.kind == "script" and OURS.fullmatch(fetch.name) is not None
