"""The settings that only the full builds have, in the form of ``settings/table.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.patterns import (
    ABSOLUTE_URL,
    ANY,
    CONSENT,
    CONTENT,
    FACTS,
    FLAG,
    NOTHING,
    POSITIVE_NUMBER,
    SAME_SITE,
    TITLE,
    VERSION,
    WHOLE_NUMBER,
)
from paqbridge.settings.readers import FILTER, dimension_table, event_filter, name_table, text_list
from paqbridge.settings.table import SETTINGS

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

YES_OR_NO = "true or false"
NAMES = "a list of event names"

MORE_SETTINGS: list[Row] = [
    {
        "name": "trackerUrl",
        "expected": "an http(s) URL",
        "pattern": ABSOLUTE_URL,
        "default": "",
        "about": "Full URL of the tracking endpoint, where it has another name or host.",
    },
    {
        "name": "scriptUrl",
        "expected": "an http(s) URL",
        "pattern": ABSOLUTE_URL,
        "default": "",
        "about": "Full URL of Matomo's script, such as the one of Matomo Cloud's CDN.",
    },
    {
        "name": "matomoVersion",
        "expected": "a version such as 5 or 3.14",
        "pattern": VERSION,
        "default": "5",
        "about": (
            "Commands that this version's tracker lacks are not sent. A major version alone is "
            "its first release."
        ),
    },
    {
        "name": "pageFacts",
        "expected": "auto, always or never",
        "pattern": FACTS,
        "default": "auto",
        "about": (
            "When URL, title and referrer are told before a page view: `auto` where the "
            "tracker would repeat stale ones."
        ),
    },
    {
        "name": "titleDelay",
        "expected": "a whole number",
        "pattern": WHOLE_NUMBER,
        "default": 0,
        "about": "Milliseconds to wait for a late document title after a change of route.",
    },
    {
        "name": "pageTitle",
        "expected": "document or name",
        "pattern": TITLE,
        "default": "document",
        "about": "With `name` the page call's category and name are the title.",
    },
    {
        "name": "dedupePages",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "Ignore a page call for the same URL and title as the one before.",
    },
    {
        "name": "ecommerce",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "Map Segment's ecommerce events besides the events themselves.",
    },
    {
        "name": "dimensions",
        "expected": "custom dimension ids by path",
        "pattern": NOTHING,
        "reader": dimension_table,
        "default": {},
        "about": (
            "Path such as `properties.plan`, `traits.plan`, `context.locale` -> custom "
            "dimension id."
        ),
    },
    {
        "name": "customVariablesAsDimensions",
        "expected": "custom dimension ids by index",
        "pattern": NOTHING,
        "reader": dimension_table,
        "default": {},
        "about": (
            "Variable index -> custom dimension id, for a Matomo without the CustomVariables "
            "plugin."
        ),
    },
    {
        "name": "clearCustomVariables",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "Delete variables of page scope after the call that set them.",
    },
    {
        "name": "siteSearchEvents",
        "expected": NAMES,
        "pattern": NOTHING,
        "reader": name_table,
        "default": [],
        "about": "Events that become site searches; with `ecommerce` also `Products Searched`.",
    },
    {
        "name": "linkEvents",
        "expected": NAMES,
        "pattern": NOTHING,
        "reader": name_table,
        "default": [],
        "about": "Events whose `url` becomes an outbound link.",
    },
    {
        "name": "downloadEvents",
        "expected": NAMES,
        "pattern": NOTHING,
        "reader": name_table,
        "default": [],
        "about": "Events whose `url` becomes a download.",
    },
    {
        "name": "events",
        "expected": FILTER,
        "pattern": NOTHING,
        "reader": event_filter,
        "default": {},
        "about": "`{allow: [...]}` or `{deny: [...]}` of event names.",
    },
    {
        "name": "groupDimension",
        "expected": "a custom dimension id",
        "pattern": POSITIVE_NUMBER,
        "default": "",
        "about": "The custom dimension that gets the group's id.",
    },
    {
        "name": "aliasUserId",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "Whether `alias` sets the user id.",
    },
    {
        "name": "newVisitOnReset",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "On logout start a new visit as well as forgetting the user.",
    },
    {
        "name": "consent",
        "expected": "none, cookies, tracking or load",
        "pattern": CONSENT,
        "default": "none",
        "about": (
            "What waits for consent: Matomo's `cookies`, all `tracking`, or `load`: "
            "nothing is fetched before it."
        ),
    },
    {
        "name": "disableCookies",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "Let Matomo work without cookies.",
    },
    {
        "name": "cookieDomain",
        "expected": "a text",
        "pattern": ANY,
        "default": "",
        "about": "Domain of Matomo's cookies.",
    },
    {
        "name": "cookiePath",
        "expected": "a text",
        "pattern": ANY,
        "default": "",
        "about": "Path of Matomo's cookies.",
    },
    {
        "name": "secureCookie",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "Send Matomo's cookies over https only.",
    },
    {
        "name": "cookieSameSite",
        "expected": "Lax, None or Strict",
        "pattern": SAME_SITE,
        "default": "",
        "about": "SameSite of Matomo's cookies.",
    },
    {
        "name": "doNotTrack",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "Respect the browser's Do Not Track.",
    },
    {
        "name": "domains",
        "expected": "a list of host names",
        "pattern": NOTHING,
        "reader": text_list,
        "default": [],
        "about": "Hosts whose links are not outbound.",
    },
    {
        "name": "crossDomain",
        "expected": YES_OR_NO,
        "pattern": FLAG,
        "default": False,
        "about": "Keep the visitor across `domains`.",
    },
    {
        "name": "heartBeat",
        "expected": "a whole number",
        "pattern": WHOLE_NUMBER,
        "default": 0,
        "about": "Seconds between the heart beats that measure the time on a page; 0 for none.",
    },
    {
        "name": "contentTracking",
        "expected": "all or visible",
        "pattern": CONTENT,
        "default": "",
        "about": "Track content impressions after each page view: `all`, or what is `visible`.",
    },
]

FULL_SETTINGS: list[Row] = [*SETTINGS, *MORE_SETTINGS]
"""All that a full build has."""
