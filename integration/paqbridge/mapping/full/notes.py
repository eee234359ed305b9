"""Notes on what the full mapping leaves out, beside the code that leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.mapping.full.draft import leave_out
from paqbridge.mapping.notes import no_numbers, no_texts
from paqbridge.native import any_text, is_list, keys
from paqbridge.read.urls import absolute_url
from paqbridge.read.values import CATEGORY_LIMIT, NAME_LIMIT, TEXT_LIMIT, known, text

if TYPE_CHECKING:
    from paqbridge.types import Draft, FullEvent, FullSettings

NOTHING = {
    "identify": "identify: without a user id, traits are only kept for later calls",
    "alias": "alias: expected the setting aliasUserId, and a user id",
    "group": "group: kept for later calls if there is a setting groupDimension",
    "reset": "reset: nobody was logged in",
}
"""Why a call about the visitor says nothing to Matomo."""


def nothing_note(event: FullEvent, draft: Draft) -> None:
    """Note why a call about the visitor led to no command."""
    kind = event["type"]
    leave_out(draft, NOTHING[kind], event["groupId"] if kind == "group" else event["userId"])


def facts_notes(properties: Any, here: Any, settings: FullSettings, draft: Draft) -> None:
    """Note which of the facts that a page call gives, on the page ``here``, do not reach Matomo."""
    no_texts(("title",), properties, draft["notes"])
    for name in ("url", "referrer"):
        value = properties.get(name)
        if value is not None and absolute_url(value, here) is None:
            leave_out(draft, name + ": expected an absolute URL or a path from the root", value)
    for name in ("url", "title", "referrer"):
        if settings["pageFacts"] == "never" and properties.get(name) is not None:
            leave_out(draft, name + ": the setting pageFacts is never", properties.get(name))


def dimension_note(given: Any, value: Any, draft: Draft) -> None:
    """Note a dimension of a call's own whose id is none."""
    name = any_text(given, NAME_LIMIT) or ""
    leave_out(draft, f"dimension {name}: expected the id of a custom dimension", value)


def search_notes(properties: Any, draft: Draft) -> None:
    """Note what a site search lacks: without a query it stays an event."""
    query = known(text(properties.get("query"), TEXT_LIMIT))
    if not (query or known(text(properties.get("keyword"), TEXT_LIMIT))):
        leave_out(draft, "query: expected what was searched for", properties.get("query"))
    no_numbers(("count", "results"), properties, draft["notes"])


def link_note(properties: Any, draft: Draft) -> None:
    """Note that a link or a download lacks its address: it stays an event."""
    url = properties.get("url")
    if not (absolute_url(url, None) or absolute_url(properties.get("href"), None)):
        leave_out(draft, "url: expected an absolute URL", url)


def product_notes(properties: Any, draft: Draft) -> None:
    """Note which details of a product are not recorded."""
    no_texts(("name",), properties, draft["notes"])
    no_numbers(("price", "quantity"), properties, draft["notes"])
    category = properties.get("category")
    if is_list(category) and len(keys(category)) > CATEGORY_LIMIT:
        leave_out(draft, "category: Matomo records the first five", category)


def list_note(products: Any, draft: Draft) -> None:
    """Note products that are no list."""
    if products is not None and not is_list(products):
        leave_out(draft, "products: expected a list", products)
