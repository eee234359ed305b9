"""What texts must look like, each as one pattern; its first group is the value to use."""

from __future__ import annotations

from typing import Any

from paqbridge.native import pattern

ID: Any = pattern(r"(?!true$|false$)(0*[1-9a-z][\da-z]*)")
"""A positive whole number, or the letters and digits of a Matomo that hides its ids."""

BASE_URL: Any = pattern(
    r"\s*((https?:)?//[^/:\0- \x7f-\xa0?#@\\][^\0- \x7f-\xa0?#@\\]{0,1990}?)"
    r"/*(/(piwik|matomo)\.(php|js)/*)?\s*"
)
"""http(s) or protocol-relative, without the slashes and the endpoint at its end. No credentials,
query, fragment, blanks, control characters, or backslashes, which browsers read as slashes."""

FILE_URL: Any = pattern(r"\s*((https?:)?//[^/:\0- \x7f-\xa0?#@\\][^\0- \x7f-\xa0@\\]{0,1990})\s*")
"""The full URL of a file, with a query if it has one."""

FILE: Any = pattern("(piwik|matomo)")
VERSION: Any = pattern(r"([1-9]\d?(\.\d{1,2})?)([.-]\S*)?")
WHOLE_NUMBER: Any = pattern(r"(\d{1,9})")
POSITIVE_NUMBER: Any = pattern(r"([1-9]\d{0,14})")
PLACE: Any = pattern(r"((properties|traits|context)\..+|\d+)")
"""A path to a value of a call, or the index of a variable."""

ANY: Any = pattern("(.+)")
