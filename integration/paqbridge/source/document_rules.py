"""What a settings document may say beside the page's own settings; pure.

The page wins, key by key and never deeper: an object of the document's counts whole, or not at all.
Only names of the settings' rows are looked for, so that no key of a prototype can come in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import contains, read
from paqbridge.read.options import own_values

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Named, Row

FROM_HERE = [
    # Who gets what visitors do.
    "serverUrl",
    "trackerUrl",
    # Whose script runs in the page, and that a policy lets it.
    "scriptUrl",
    "nonce",
    # Who is told the visitor's id by links, where the page has ``crossDomain``.
    "domains",
]
"""What only a document of the page's origin, or of the script's, may say."""

STRICTER: dict[str, list[Any]] = {
    # "none" is what counts where nobody says anything, and the one word that asks nobody.
    "consent": ["cookies", "tracking", "load"],
    # One signal more that is heeded.
    "doNotTrack": [True, "dnt", "gpc"],
    # No cookies, or cookies that fewer requests carry. What counts without a word is "Lax".
    "disableCookies": [True],
    "secureCookie": [True],
    "cookieSameSite": ["Lax", "Strict"],
    # A wider domain would show the visitor's id to more hosts.
    "cookieDomain": [],
    # A visitor who is known less: on the next page, by traits, by another id, on another site.
    "rememberUser": [False],
    "persistTraits": [False],
    "queryString": [False],
    "aliasUserId": [False],
    "crossDomain": [False],
    # A command that an older tracker lacks is not sent, also where it protects the visitor.
    "matomoVersion": [],
    # A document names no further one.
    "settingsUrl": [],
}
"""What may be said of consent and privacy, wherever a document comes from: never less than what
counts where nobody says anything. ``consentWithEvents`` is free: it only asks for more."""


def merged_settings(
    own: Untrusted, document: Untrusted, is_trusted_origin: bool, rows: list[Row]
) -> tuple[dict[str, Untrusted], list[str]]:
    """Return the page's ``own`` settings with what the document adds, and what it may not say.

    The document is ``{integrations: {Piwik: settings}}``, as Segment has it, or the settings alone.
    """
    named = own_values([read(document, "integrations")])
    said = named[0] if len(named) > 0 else document
    merged: dict[str, Untrusted] = {}
    refused: list[str] = []
    for row in rows:
        name = row["name"]
        value = given(own, name)
        if value is None:
            value = given(said, name)
            if value is not None and not may_say(row, value, is_trusted_origin):
                refused.append(name)
                value = None
        if value is not None:
            merged[name] = value
    return merged, refused


def given(settings: Untrusted, name: str) -> Untrusted:
    """Return what is said of a setting, under its own name or its alias."""
    value = read(settings, name)
    return read(settings, "url") if value is None and name == "serverUrl" else value


def may_say(row: Row, value: Untrusted, is_trusted_origin: bool) -> bool:
    """Tell whether a document may say this of a setting."""
    if contains(FROM_HERE, row["name"]):
        return is_trusted_origin
    allowed = STRICTER.get(row["name"])
    return allowed is None or contains(allowed, row["kind"](value, row, ignore))


def ignore(row: Named, at: str, received: Untrusted) -> None:
    """Say nothing of a value that does not fit: it is refused as a whole."""
