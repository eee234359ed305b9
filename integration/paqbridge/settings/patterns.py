"""What values look like, each as one pattern; its first group is the value to use."""

from __future__ import annotations

from typing import Any

from paqbridge.native import pattern

SITE_ID: Any = pattern("(?!true$|false$)(0*[1-9a-z][0-9a-z]*)")
"""A positive whole number, or the letters and digits of a Matomo that hides its ids."""

SERVER_URL: Any = pattern(
    r"\s*((?:https?:)?//[^/:\0- \x7f-\xa0?#@\\][^\0- \x7f-\xa0?#@\\]{0,1990}?)"
    r"/*(?:/(?:piwik|matomo)\.(?:php|js)/*)?\s*"
)
"""http(s) or protocol-relative, without the slashes and the endpoint at its end. No credentials,
query, fragment, blanks, control characters, or backslashes, which browsers read as slashes."""

TRACKER_FILE: Any = pattern("(piwik|matomo)")
FLAG: Any = pattern("(true|false)")
VERSION: Any = pattern(r"([1-9][0-9]?(?:\.[0-9]{1,2})?)(?:[.-]\S*)?")
WHOLE_NUMBER: Any = pattern("([0-9]{1,9})")
POSITIVE_NUMBER: Any = pattern("([1-9][0-9]{0,14})")
ANY: Any = pattern("(.+)")
NOTHING: Any = pattern("(?!)")

ABSOLUTE_URL: Any = pattern(
    r"\s*((?:https?:)?//[^/:\0- \x7f-\xa0?#@\\][^\0- \x7f-\xa0@\\]{0,1990})\s*"
)
"""The full URL of a file, with a query if it has one."""

FACTS: Any = pattern("(auto|always|never)")
TITLE: Any = pattern("(document|name)")
CONTENT: Any = pattern("(all|visible)")
SAME_SITE: Any = pattern("(Lax|None|Strict)")
CONSENT: Any = pattern("(none|cookies|tracking|load)")
