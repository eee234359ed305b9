"""Page views of single-page applications.

Matomo's tracker reads URL, title and referrer once and repeats them for ever, so whatever differs
from what it would use by itself is told before the view (measured on Matomo 5.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.flags import NOTES
from paqbridge.mapping.custom_variables import custom_variables
from paqbridge.mapping.full.draft import leave_out
from paqbridge.mapping.full.notes import facts_notes
from paqbridge.mapping.full.variables import set_variables
from paqbridge.native import read, readable_url
from paqbridge.read.facade import fields
from paqbridge.read.urls import absolute_url
from paqbridge.read.values import LINE_LIMIT, line

if TYPE_CHECKING:
    from paqbridge.types import Command, Draft, FullEvent, FullSettings

TOLD = (
    ("referrer", "setReferrerUrl"),
    ("url", "setCustomUrl"),
    ("title", "setDocumentTitle"),
)
"""What is told, and by which command, in this order."""

CONTENT = {"all": "trackAllContentImpressions", "visible": "trackVisibleContentImpressions"}
"""What looks for content, by ``contentTracking``. Each page view makes the tracker forget what it
has shown: a look before the first would count twice, and none after the next not at all."""


def page_view(event: FullEvent, settings: FullSettings, draft: Draft) -> None:
    """Append a page view, and before it what the tracker would get wrong.

    With ``dedupePages`` a call for the same URL and title as the one before is ignored.
    """
    state = draft["state"]
    seen = state["url"]
    wanted = facts_to_record(event, settings, draft)
    is_same = seen == wanted["url"] and state["title"] == wanted["title"]
    if settings["dedupePages"] and is_same:
        leave_out(draft, "page: the same URL and title as the page call before", wanted["url"])
        return
    if seen is None:
        # The tracker is as new as we are: it uses the facts of the page that it was loaded in.
        state["url"] = written(event, "landing")
        state["title"] = read(event["page"], "title")
        state["referrer"] = written(event, "referrer")
    variables: list[Command] = []
    custom_variables(event["options"], settings["customVariableLimit"], variables, draft["notes"])
    set_variables(variables, event, settings, draft)
    for name, command in TOLD:
        is_needed = settings["pageFacts"] == "always" or wanted[name] != state[name]
        if settings["pageFacts"] != "never" and is_needed and wanted[name] is not None:
            draft["commands"].append([command, wanted[name]])
        state[name] = wanted[name]
    data = draft["data"]
    draft["commands"].append(["trackPageView"] if data is None else ["trackPageView", None, data])
    if settings["contentTracking"]:
        draft["commands"].append([CONTENT[settings["contentTracking"]]])


def facts_to_record(event: FullEvent, settings: FullSettings, draft: Draft) -> Any:
    """Return URL, title and referrer to record: what the call says, else those of the page.

    The referrer of a page that was reached without a page load is the page before it. Segment's
    libraries put the document's referrer, and the URL without its hash, into every page call: that
    says no more than the page itself.
    """
    state = draft["state"]
    properties = fields(event["properties"])
    here = written(event, "url")
    if NOTES:
        facts_notes(properties, here, settings, draft)
    url = readable_url(absolute_url(properties.get("url"), here), LINE_LIMIT)
    if url is None or (here and url == here.split("#")[0]):
        url = here
    document = written(event, "referrer")
    before = document if state["url"] is None else state["url"]
    if state["url"] == url:
        before = state["referrer"]
    own = readable_url(absolute_url(properties.get("referrer"), here), LINE_LIMIT)
    return {
        "url": url,
        "title": title_of(event, properties, settings),
        "referrer": own if own and own != document else before,
    }


def written(event: FullEvent, name: str) -> Any:
    """Return a URL of the page as the tracker itself writes it, without the escapes of letters.

    A page under two spellings would be two pages in the reports.
    """
    return readable_url(read(event["page"], name), LINE_LIMIT)


def title_of(event: FullEvent, properties: Any, settings: FullSettings) -> Any:
    """Return the title: the call's own, its category and name if the setting says so, or the
    document's."""
    name = line(event["name"], LINE_LIMIT)
    category = line(event["category"], LINE_LIMIT)
    full_name = category + " " + name if category and name else name
    own = line(properties.get("title"), LINE_LIMIT)
    if own == line(read(event["page"], "stale"), LINE_LIMIT):
        # Hosts put the document's title into each call; this one has changed since.
        own = None
    if own or (full_name and settings["pageTitle"] == "name"):
        return own or line(full_name, LINE_LIMIT)
    return line(read(event["page"], "title"), LINE_LIMIT)
