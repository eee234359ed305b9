"""A standalone that asks for its settings document first, where the page's settings name one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.host import script_address, warn
from paqbridge.native import guarded, promising, read
from paqbridge.source.arguments import settings_in
from paqbridge.source.document_rules import merged_settings
from paqbridge.source.settings_document import (
    LIMIT,
    SEE,
    document_url,
    fetch_document,
    is_trusted,
)

if TYPE_CHECKING:
    from paqbridge.types.page import Guarded, Untrusted
    from paqbridge.types.settings import Row
    from paqbridge.types.source import Analytics


def documented(analytics: Analytics, rows: list[Row]) -> Analytics:
    """Return ``analytics`` with ``load`` and ``initialize`` that fetch what ``settingsUrl`` names.

    Calls wait meanwhile, as they do before ``load``.
    """
    start: Guarded = analytics["load"]  # type: ignore[assignment]
    is_begun = False

    def load(first: Untrusted, second: Untrusted) -> None:
        nonlocal is_begun
        own = settings_in(first, second)
        url = document_url(read(own, "settingsUrl"), "", "")

        def begin(document: Untrusted) -> None:
            start({"Piwik": with_document(own, document, url or "", rows)}, second)

        if url is None and not is_begun:
            start(first, second)
        elif not is_begun:
            fetch_document(url or "", LIMIT, begin)
        is_begun = True

    analytics["load"] = promising(guarded(load))
    analytics["initialize"] = analytics["load"]
    return analytics


def with_document(
    own: Untrusted, document: Untrusted, url: str, rows: list[Row]
) -> dict[str, Untrusted]:
    """Return the settings that count, after one warning of all that a document may not say."""
    is_from_here = is_trusted(url, script_address())
    settings, refused = merged_settings(own, document, is_from_here, rows)
    if len(refused) > 0:
        warn("the settings document may not say all that it says" + SEE, refused)
    return settings
