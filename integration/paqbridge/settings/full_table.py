"""The settings of the full builds, in the form of ``settings/lean_table.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.settings.full_kinds import dimension_id, file_url, one_of, signals, version
from paqbridge.settings.kinds import any_line, flag, whole_number
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.readers import dimension_table, event_filter, name_table, text_list

if TYPE_CHECKING:
    from paqbridge.types.settings import Row

MORE_SETTINGS: list[Row] = [
    {
        "name": "trackerUrl",
        "kind": file_url,
        "default": "",
        "build": "full",
        "group": "Files of Matomo",
        "about": "Full URL of the tracking endpoint, where it has another name or host.",
    },
    {
        "name": "scriptUrl",
        "kind": file_url,
        "default": "",
        "build": "full",
        "group": "Files of Matomo",
        "about": "Full URL of Matomo's script, such as the one of Matomo Cloud's CDN.",
    },
    {
        "name": "tracker",
        "kind": one_of,
        "words": ["matomo", "own"],
        "default": "matomo",
        "build": "full",
        "group": "Files of Matomo",
        "about": (
            "With `own` Matomo's script is not fetched: the import `paqbridge/tracker` has a "
            "tracker of ours."
        ),
    },
    {
        "name": "offlineQueue",
        "kind": whole_number,
        "default": 0,
        "build": "full",
        "group": "Files of Matomo",
        "about": (
            "How many requests that could not be sent our own tracker keeps, and sends once more "
            "when the connection is back; 0 for none."
        ),
    },
    {
        "name": "matomoVersion",
        "kind": version,
        "default": "5",
        "build": "full",
        "group": "Files of Matomo",
        "about": (
            "Commands that this version's tracker lacks are not sent. A major version alone is "
            "its first release."
        ),
    },
    {
        "name": "pageFacts",
        "kind": one_of,
        "words": ["auto", "always", "never"],
        "default": "auto",
        "build": "full",
        "group": "Pages",
        "about": (
            "When URL, title and referrer are told before a page view: `auto` where the "
            "tracker would repeat stale ones."
        ),
    },
    {
        "name": "titleDelay",
        "kind": whole_number,
        "default": 0,
        "build": "full",
        "group": "Pages",
        "about": "Milliseconds to wait for a late document title after a change of route.",
    },
    {
        "name": "pageTitle",
        "kind": one_of,
        "words": ["document", "name"],
        "default": "document",
        "build": "full",
        "group": "Pages",
        "about": "With `name` the page call's category and name are the title.",
    },
    {
        "name": "dedupePages",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Pages",
        "about": "Ignore a page call for the same URL and title as the one before.",
    },
    {
        "name": "ecommerce",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Events",
        "about": "Map Segment's ecommerce events besides the events themselves.",
    },
    {
        "name": "dimensions",
        "kind": dimension_table,
        "default": {},
        "build": "full",
        "group": "Dimensions and variables",
        "about": (
            "Path such as `properties.plan`, `traits.plan`, `context.locale` -> custom "
            "dimension id."
        ),
    },
    {
        "name": "customVariablesAsDimensions",
        "kind": dimension_table,
        "default": {},
        "build": "full",
        "group": "Dimensions and variables",
        "about": (
            "Variable index -> custom dimension id, for a Matomo without the CustomVariables "
            "plugin."
        ),
    },
    {
        "name": "clearCustomVariables",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Dimensions and variables",
        "about": "Delete variables of page scope after the call that set them.",
    },
    {
        "name": "siteSearchEvents",
        "kind": name_table,
        "default": [],
        "build": "full",
        "group": "Events",
        "about": "Events that become site searches; with `ecommerce` also `Products Searched`.",
    },
    {
        "name": "linkEvents",
        "kind": name_table,
        "default": [],
        "build": "full",
        "group": "Events",
        "about": "Events whose `url` becomes an outbound link.",
    },
    {
        "name": "downloadEvents",
        "kind": name_table,
        "default": [],
        "build": "full",
        "group": "Events",
        "about": "Events whose `url` becomes a download.",
    },
    {
        "name": "events",
        "kind": event_filter,
        "default": {},
        "build": "full",
        "group": "Events",
        "about": "`{allow: [...]}` or `{deny: [...]}` of event names.",
    },
    {
        "name": "groupDimension",
        "kind": dimension_id,
        "default": "",
        "build": "full",
        "group": "Dimensions and variables",
        "about": "The custom dimension that gets the group's id.",
    },
    {
        "name": "aliasUserId",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Visitors",
        "about": "Whether `alias` sets the user id.",
    },
    {
        "name": "newVisitOnReset",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Visitors",
        "about": "On logout start a new visit as well as forgetting the user.",
    },
    {
        "name": "consent",
        "kind": one_of,
        "words": ["none", "cookies", "tracking", "load"],
        "default": "none",
        "build": "full",
        "group": "Consent and cookies",
        "about": (
            "What waits for consent: Matomo's `cookies`, all `tracking`, or `load`: "
            "nothing is fetched before it."
        ),
    },
    {
        "name": "consentWithEvents",
        "kind": text_list,
        "default": [],
        "build": "full",
        "group": "Consent and cookies",
        "about": (
            "Categories of your consent platform that a call must be allowed: the consent which "
            "wrappers of Segment's or RudderStack's library put on each call is read."
        ),
    },
    {
        "name": "disableCookies",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Consent and cookies",
        "about": "Let Matomo work without cookies.",
    },
    {
        "name": "cookieDomain",
        "kind": any_line,
        "default": "",
        "build": "full",
        "group": "Consent and cookies",
        "about": "Domain of Matomo's cookies.",
    },
    {
        "name": "cookiePath",
        "kind": any_line,
        "default": "",
        "build": "full",
        "group": "Consent and cookies",
        "about": "Path of Matomo's cookies.",
    },
    {
        "name": "secureCookie",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Consent and cookies",
        "about": "Send Matomo's cookies over https only.",
    },
    {
        "name": "cookieSameSite",
        "kind": one_of,
        "words": ["Lax", "None", "Strict"],
        "default": "",
        "build": "full",
        "group": "Consent and cookies",
        "about": "SameSite of Matomo's cookies.",
    },
    {
        "name": "doNotTrack",
        "kind": signals,
        "default": False,
        "build": "full",
        "group": "Consent and cookies",
        "about": (
            "Respect the browser's Do Not Track and Global Privacy Control: both, or `dnt` or "
            "`gpc` alone."
        ),
    },
    {
        "name": "domains",
        "kind": text_list,
        "default": [],
        "build": "full",
        "group": "Links, content, time",
        "about": "Hosts whose links are not outbound.",
    },
    {
        "name": "crossDomain",
        "kind": flag,
        "default": False,
        "build": "full",
        "group": "Links, content, time",
        "about": "Keep the visitor across `domains`.",
    },
    {
        "name": "heartBeat",
        "kind": whole_number,
        "default": 0,
        "build": "full",
        "group": "Links, content, time",
        "about": "Seconds between the heart beats that measure the time on a page; 0 for none.",
    },
    {
        "name": "performanceTracking",
        "kind": flag,
        "default": True,
        "build": "full",
        "group": "Links, content, time",
        "about": "Whether Matomo measures how long pages take to load.",
    },
    {
        "name": "contentTracking",
        "kind": one_of,
        "words": ["all", "visible"],
        "default": "",
        "build": "full",
        "group": "Links, content, time",
        "about": "Track content impressions after each page view: `all`, or what is `visible`.",
    },
]

FULL_SETTINGS: list[Row] = [*LEAN_SETTINGS, *MORE_SETTINGS]
