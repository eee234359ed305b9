"""Page views of single-page applications.

Matomo's tracker reads URL, title and referrer once and repeats them for ever, so whatever differs
from what it would use by itself is told before the view (measured on Matomo 5.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.mapping.full.draft import add
from paqbridge.mapping.full.variables import set_variables
from paqbridge.mapping.variables import custom_variables
from paqbridge.native import readable_url
from paqbridge.read.facade import fields
from paqbridge.read.urls import absolute_url
from paqbridge.read.values import LINE_LIMIT, line

if TYPE_CHECKING:
    from paqbridge.types.event import CallFacts, FullEvent
    from paqbridge.types.page import PageFacts
    from paqbridge.types.parts import Draft, FullState, Properties
    from paqbridge.types.settings import FullSettings

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
    wanted = facts_to_record(event, settings, draft["state"])
    if settings["dedupePages"] and is_same_page(wanted, draft["state"]):
        return
    variables = custom_variables(event["options"], settings["customVariableLimit"])
    set_variables(variables, event, settings, draft)
    tell_facts(wanted, event, settings, draft)
    data = draft["data"]
    add(draft, ["trackPageView"] if data is None else ["trackPageView", None, data])
    if settings["contentTracking"]:
        add(draft, [CONTENT[settings["contentTracking"]]])


def page_of(event: FullEvent) -> CallFacts:
    """Return the page's facts that go with a page call."""
    return cast("CallFacts", event["page"])


def is_same_page(wanted: PageFacts, state: FullState) -> bool:
    """Tell whether URL and title are those of the page view before."""
    return state["url"] == wanted["url"] and state["title"] == wanted["title"]


def tell_facts(wanted: PageFacts, event: FullEvent, settings: FullSettings, draft: Draft) -> None:
    """Append what is to be told of the page, and remember that it was."""
    state = cast("dict[str, str | None]", draft["state"])
    facts = cast("dict[str, str | None]", wanted)
    if state["url"] is None:
        # The tracker is as new as we are: it uses the facts of the page that it was loaded in.
        state["url"] = written(event, "landing")
        state["title"] = page_of(event)["title"]
        state["referrer"] = written(event, "referrer")
    for name, command in TOLD:
        is_needed = settings["pageFacts"] == "always" or facts[name] != state[name]
        if settings["pageFacts"] != "never" and is_needed and facts[name] is not None:
            add(draft, [command, facts[name]])
        state[name] = facts[name]


def facts_to_record(event: FullEvent, settings: FullSettings, state: FullState) -> PageFacts:
    """Return URL, title and referrer to record: what the call says, else those of the page.

    The referrer of a page that was reached without a page load is the page before it. Segment's
    libraries put the document's referrer, and the URL without its hash, into every page call: that
    says no more than the page itself.
    """
    properties = fields(event["properties"])
    here = written(event, "url")
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


def written(event: FullEvent, name: str) -> str | None:
    """Return a URL of the page as the tracker itself writes it, without the escapes of letters.

    A page under two spellings would be two pages in the reports.
    """
    return readable_url(cast("dict[str, str | None]", page_of(event))[name], LINE_LIMIT)


def title_of(event: FullEvent, properties: Properties, settings: FullSettings) -> str | None:
    """Return the title: the call's own, its category and name if the setting says so, or the
    document's."""
    facts = page_of(event)
    name = line(event["name"], LINE_LIMIT)
    category = line(event["category"], LINE_LIMIT)
    full_name = category + " " + name if category and name else name
    own = line(properties.get("title"), LINE_LIMIT)
    if own == line(facts.get("stale"), LINE_LIMIT):
        # Hosts put the document's title into each call; this one has changed since.
        own = None
    if own or (full_name and settings["pageTitle"] == "name"):
        return own or line(full_name, LINE_LIMIT)
    return line(facts["title"], LINE_LIMIT)
