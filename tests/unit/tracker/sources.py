"""What a request says of where its visit has come from."""

from __future__ import annotations

NAMES = [f"{prefix}_campaign" for prefix in ("pk", "mtm", "piwik", "matomo", "utm")]
NAMES += ["utm_source", "utm_medium"]
KEYWORDS = [f"{prefix}_kwd" for prefix in ("pk", "mtm", "piwik", "matomo")] + ["utm_term"]
PARTS = {"_rcn", "_rck", "_refts", "_ref"}


def source(found: dict[str, str]) -> dict[str, str]:
    """Return campaign, keyword, second and referrer, of a request's parameters."""
    return {name: value for name, value in found.items() if name in PARTS}
