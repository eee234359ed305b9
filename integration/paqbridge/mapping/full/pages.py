"""Page views of single-page applications.

Matomo's tracker reads URL, title and referrer once and repeats them for ever, so whatever differs
from what it would use by itself is told before the view (measured on Matomo 5.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.mapping.full.called_url import USABLE, called_url, given_url
from paqbridge.mapping.full.draft import add, note
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
    note_url(event, draft)
    variables = custom_variables(event["options"], settings["customVariableLimit"])
    set_variables(variables, event, settings, draft)
    tell_facts(wanted, event, settings, draft)
    data = draft["data"]
    add(draft, ["trackPageView"] if data is None else ["trackPageView", None, data])
    if settings["contentTracking"]:
        add(draft, [CONTENT[settings["contentTracking"]]])


def note_url(event: FullEvent, draft: Draft) -> None:
    """Note a URL that cannot be used: the view is one of the page's address then."""
    given = given_url(event, fields(event["properties"]))
    if given is not None and absolute_url(given, event["here"]) is None:
        note(draft, "url: expected " + USABLE, given)


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
    known = known_facts(event, draft["state"])
    for name, command in TOLD:
        is_needed = settings["pageFacts"] == "always" or facts[name] != known[name]
        if settings["pageFacts"] != "never" and is_needed and facts[name] is not None:
            add(draft, [command, facts[name]])
            draft["state"]["is_titled"] = draft["state"]["is_titled"] or name == "title"
        state[name] = facts[name]


def known_facts(event: FullEvent, state: FullState) -> dict[str, str | None]:
    """Return what the tracker would record if it were told nothing: what it was told, or its own.

    Its own title is the one that it started with, whatever was in the document since; uncut, so
    that one which Matomo would cut within a letter, and refuse, is told.
    """
    own = event["now"]["own"]
    is_new = state["url"] is None
    return {
        "url": readable_url(own["url"], LINE_LIMIT) if is_new else state["url"],
        "title": state["title"] if state["is_titled"] else own["title"] or "",
        "referrer": readable_url(own["referrer"], LINE_LIMIT) if is_new else state["referrer"],
    }


def facts_to_record(event: FullEvent, settings: FullSettings, state: FullState) -> PageFacts:
    """Return URL, title and referrer to record: what the call says, else those of the page.

    A title that is missing is blank, so that the one before is not repeated. The referrer of a page
    that was reached without a page load is the page before it. Segment's libraries put the
    document's referrer, and a URL of their own, into every page call: that says no more than the
    page itself. But where the document has one, an empty one was emptied: it may be a secret.
    """
    properties = fields(event["properties"])
    here = written(event, "url")
    url = readable_url(called_url(event, properties), LINE_LIMIT) or here
    document = written(event, "referrer")
    before = document if state["url"] is None else state["url"]
    if state["url"] == url:
        before = state["referrer"]
    said = properties.get("referrer")
    own = readable_url(absolute_url(said, here), LINE_LIMIT)
    if said == "" and document:
        before = ""
    return {
        "url": url,
        "title": title_of(event, properties, settings, url == here) or "",
        "referrer": own if own and own != document else before,
    }


def written(event: FullEvent, name: str) -> str | None:
    """Return a URL of the page as the tracker itself writes it, without the escapes of letters.

    A page under two spellings would be two pages in the reports.
    """
    return readable_url(cast("dict[str, str | None]", page_of(event))[name], LINE_LIMIT)


def title_of(
    event: FullEvent, properties: Properties, settings: FullSettings, is_here: bool
) -> str | None:
    """Return the title: the call's own, its category and name if the setting says so, or the
    document's.

    That is the document's of now, or of the call where another URL has come since. ``is_here``
    tells whether the view is of the page's address; hosts put the document's title into each call.
    """
    facts = page_of(event)
    name = line(event["name"], LINE_LIMIT)
    category = line(event["category"], LINE_LIMIT)
    full_name = category + " " + name if category and name else name
    own = line(properties.get("title"), LINE_LIMIT)
    if is_here and own in (line(facts["title"], LINE_LIMIT), line(facts.get("stale"), LINE_LIMIT)):
        own = None
    if own or (full_name and settings["pageTitle"] == "name"):
        return own or line(full_name, LINE_LIMIT)
    now = event["now"]
    is_left = now["url"] != facts["url"] or now.get("route") != facts.get("route")
    return line(facts["title"] if is_left else now["title"], LINE_LIMIT)
