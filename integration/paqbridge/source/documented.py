"""Settings from a document: where it is asked for, and what of it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import address, script_address, warn
from paqbridge.native import read
from paqbridge.source.document_rules import merged_settings
from paqbridge.source.settings_document import SEE, document_url, is_trusted

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Row


def wanted_document(own: Untrusted, key: Untrusted) -> str | None:
    """Return the URL of the document to ask for, or None.

    ``settingsUrl`` names one. Without, a page that does not say which site of which Matomo has one
    where Segment's snippet expects it, beside the script; a module, which has no element, has it on
    the page's own host.
    """
    says_all = read(own, "siteId") and (read(own, "serverUrl") or read(own, "url"))
    place = "" if says_all else script_address() or address() or ""
    return document_url(read(own, "settingsUrl"), place, key)


def with_document(
    own: Untrusted, document: Untrusted, url: str, rows: list[Row]
) -> dict[str, Untrusted]:
    """Return the settings that count, after one warning of all that a document may not say."""
    is_from_here = is_trusted(url, script_address())
    settings, refused = merged_settings(own, document, is_from_here, rows)
    if len(refused) > 0:
        warn("the settings document may not say all that it says" + SEE, refused)
    return settings
