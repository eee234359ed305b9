"""Wrong values of every setting, and wrong entries of those that are tables or lists.

Values are JSON with the special values of ``canonical``. ``of`` makes cases of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paqbridge.settings.whole_table import WHOLE_SETTINGS

NAN = {"$": "NaN"}
FUNCTION = {"$": "function"}
NO_FLAG = ["yes", 1, 0, "", {}, []]
NO_WORD = ["other", "", 5, True, {}, []]
NO_TEXT = ["", {}, [], NAN]
NO_COUNT = [-1, 1.5, "many", True, {}, NAN]
NO_ID = [0, -1, 1.5, "two", "", {}, []]
NO_LIST = ["Searched", 5, True, {"Searched": True}, FUNCTION]
NO_URL = ["javascript:alert(1)", "m.example", "https://u:p@m.example/x", "https://m\\x", 5]
NO_TABLE = ["text", 5, True, FUNCTION]

LEAN: dict[str, list[Any]] = {
    "siteId": [0, -1, 1.5, "a b", "", True, {}, [1], NAN, "0"],
    "serverUrl": NO_URL,
    "customVariableLimit": NO_COUNT,
    "goals": NO_TABLE,
    "trackerFile": NO_WORD,
    "loadScript": NO_FLAG,
    "linkTracking": NO_FLAG,
    "nonce": NO_TEXT,
    "timeout": NO_COUNT,
    "rememberUser": NO_FLAG,
}
FULL: dict[str, list[Any]] = {
    "settingsUrl": NO_TEXT,
    "trackerUrl": [*NO_URL, "data:text/javascript,alert(1)", "/piwik.php"],
    "tracker": NO_WORD,
    "offlineQueue": NO_COUNT,
    "scriptUrl": [*NO_URL, "data:text/javascript,alert(1)", "https://m.example\n/x.js"],
    "matomoVersion": ["five", 0, -1, "", True, {}, NAN],
    "pageFacts": NO_WORD,
    "titleDelay": NO_COUNT,
    "pageTitle": NO_WORD,
    "dedupePages": NO_FLAG,
    "ecommerce": NO_FLAG,
    "dimensions": [*NO_TABLE, [3]],
    "customVariablesAsDimensions": [*NO_TABLE, [3]],
    "clearCustomVariables": NO_FLAG,
    "siteSearchEvents": NO_LIST,
    "linkEvents": NO_LIST,
    "downloadEvents": NO_LIST,
    "events": [*NO_TABLE, ["Paid"]],
    "htmlEvents": NO_FLAG,
    "persistTraits": NO_FLAG,
    "queryString": NO_FLAG,
    "autoPages": NO_FLAG,
    "groupDimension": NO_ID,
    "aliasUserId": NO_FLAG,
    "newVisitOnReset": NO_FLAG,
    "consent": [*NO_WORD, "all"],
    "consentWithEvents": ["C0002", 5, True, {"0": "C0002"}],
    "disableCookies": NO_FLAG,
    "cookieDomain": NO_TEXT,
    "cookiePath": NO_TEXT,
    "secureCookie": NO_FLAG,
    "cookieSameSite": NO_WORD,
    "doNotTrack": [*NO_FLAG, "both", ["dnt"]],
    "domains": ["shop.test", 5, True, {"0": "shop.test"}],
    "crossDomain": NO_FLAG,
    "heartBeat": NO_COUNT,
    "performanceTracking": NO_FLAG,
    "contentTracking": NO_WORD,
}

ENTRIES: list[tuple[str, Any, Any, str, Any]] = [
    ("goals", {"Paid": 3, "Bad": "x"}, {"Paid": 3}, ".Bad", "x"),
    ("goals", {"Paid": [3, 0]}, {"Paid": 3}, ".Paid", 0),
    ("goals", [{"key": "Bad", "value": -1}, {"key": "Paid", "value": 3}], {"Paid": 3}, ".Bad", -1),
    ("dimensions", {"traits.x": 0, "properties.plan": 3}, {"properties.plan": 3}, ".traits.x", 0),
    ("dimensions", {"properties.plan": 3, "traits.x": {}}, {"properties.plan": 3}, ".traits.x", {}),
    ("dimensions", {"plan": 3, "properties.plan": 3}, {"properties.plan": 3}, ".plan", 3),
    ("customVariablesAsDimensions", {"1": 4, "2": "four"}, {"1": 4}, ".2", "four"),
    ("siteSearchEvents", ["Looked", 5], ["Looked"], "", 5),
    ("siteSearchEvents", [{}, {}, "Looked"], ["Looked"], "", {}),
    ("linkEvents", ["Left", False], ["Left"], "", False),
    ("downloadEvents", [["Got"], "Left"], ["Left"], "", ["Got"]),
    ("domains", ["*.shop.test", 7], ["*.shop.test"], "", 7),
    ("consentWithEvents", [7, "C0002"], ["C0002"], "", 7),
    ("events", {"allow": ["Paid", 5]}, {"allow": ["Paid"]}, "", 5),
    ("events", {"deny": [{}, "Paid"]}, {"deny": ["Paid"]}, "", {}),
    ("events", {"deny": ["Paid"], "alow": []}, {"deny": ["Paid"]}, ".alow", []),
    ("events", {"deny": ["Paid"], "allow": "Left"}, {"deny": ["Paid"]}, ".allow", "Left"),
    ("events", {"deny": {"Paid": True}}, {}, ".deny", {"Paid": True}),
]
"""Setting, what is given, what counts of it, where the wrong entry is, what was received there."""

TABLES = {row["name"] for row in WHOLE_SETTINGS if isinstance(row.get("default"), dict | list)}


@dataclass(frozen=True)
class Case:
    """One wrong setting; ``same`` is what must lead to the same, None where nothing may start."""

    name: str
    given: Any
    same: dict[str, Any] | None
    warning: str
    received: Any


def of(values: dict[str, list[Any]], entries: list[Any]) -> list[Case]:
    """Return a case for each wrong value and each wrong entry."""
    rows: Any = {row["name"]: row for row in WHOLE_SETTINGS}
    cases = []
    for name, wrong in values.items():
        warning = f"{name}: see docs/settings.md"
        same = {} if "default" in rows[name] else None
        cases += [Case(name, value, same, warning, value) for value in wrong]
    for name, given, good, at, received in entries:
        if name in values:
            warning = f"{name}{at}: see docs/settings.md"
            cases.append(Case(name, given, {name: good}, warning, received))
    return cases


CALLS: list[list[Any]] = [
    ["page", "Docs", "Start"],
    ["page", "Docs", "Start"],
    ["identify", "u1", {"plan": "pro", "x": "y"}],
    ["group", "g1"],
    ["alias", "u2"],
    [
        "track",
        "Paid",
        {"plan": "pro", "revenue": 5},
        {"integrations": {"Piwik": {"customVars": {"1": ["a", "b"], "2": ["c", "d"]}}}},
    ],
    ["track", "Looked", {"query": "shirt"}],
    ["track", "Searched", {"query": "shirt"}],
    ["track", "Left", {"url": "https://shop.test/x"}],
    ["track", "Product Added", {"sku": "s", "price": 5}],
    ["page"],
    ["reset"],
    ["track", "Paid"],
]
"""Calls that tell whether any of the settings has an effect."""
