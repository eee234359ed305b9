"""The settings document: where it is, fetching it, and whose word it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from paqbridge.host import address, attempt, fetch_text, later, warn
from paqbridge.native import (
    any_text,
    captured,
    guarded,
    is_dict,
    parsed,
    pattern,
    resolved,
    url_encoded,
)

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted

LIMIT = 2000
"""Milliseconds that a document may take: calls wait for it."""

MOST = 65536
"""Characters that a document may have."""

SEE = ": see docs/settings-document.md"

ORIGIN: Any = pattern("(https?://[^/?#]+).*")
PLACE: Any = pattern(
    r"(https?://[^?#]+)/analytics\.js/v1/[^/?#]+/analytics[^/?#]*\.js([?#].*)?",
)
"""Where Segment's snippet has its script; the group is what comes before ``/v1/projects``."""

KEY: Any = pattern(r"https?://[^?#]+/analytics\.js/v1/([^/?#]+)/.*")
SEGMENT: Any = pattern(r"(https?://([^/?#]*[@.])?segment\.(com|io)\.?(:\d+)?/).*")


def document_url(settings_url: Untrusted, script_src: str, write_key: Untrusted) -> str | None:
    """Return the full URL of the document; None where neither page nor script's address names one.

    ``settingsUrl`` is the page's word. Else the script's own host has the document, where its
    address has the form of Segment's snippet, or the page says the key; Segment itself is never
    asked.
    """
    said = None if settings_url is False else any_text(settings_url, MOST)
    if said:
        return resolved(said, address() or "") or said
    key = url_encoded(write_key) if isinstance(write_key, str) else ""
    place = captured(PLACE, script_src) or (captured(ORIGIN, script_src) if key != "" else None)
    key = key or captured(KEY, script_src) or ""
    if place is None or captured(SEGMENT, script_src) is not None:
        return None
    return place + "/v1/projects/" + key + "/settings"


def is_trusted(url: str, script_src: str) -> bool:
    """Tell whether a document comes from the page's origin, or from that of our script."""
    origin = captured(ORIGIN, url)
    return origin is not None and origin in (
        captured(ORIGIN, address()),
        captured(ORIGIN, script_src),
    )


def fetch_document(url: str, limit_ms: int, then: Callable[[Untrusted], object]) -> None:
    """Fetch a document, and call ``then`` with it, once; with None where there is none to be had.

    A redirected one counts as missing: where it comes from decides what it may say.
    """
    is_settled = False

    def settle(document: Untrusted, trouble: str) -> None:
        nonlocal is_settled
        if not is_settled:
            is_settled = True
            if trouble != "":
                warn("the settings document is " + trouble + SEE, url)
            then(document)

    def hear(text: Untrusted) -> None:
        document = parsed(text)
        if not isinstance(text, str):
            settle(None, "missing")
        elif len(text) > MOST:
            settle(None, "too large")
        elif is_dict(document):
            settle(document, "")
        else:
            settle(None, "no JSON" if document is None else "no object")

    stop = attempt(lambda: fetch_text(url, guarded(hear)))
    if stop is None:
        settle(None, "missing")

    def give_up() -> None:
        settle(None, "late")
        if stop is not None:
            attempt(stop)

    later(give_up, limit_ms)
