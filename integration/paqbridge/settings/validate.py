"""From what a page gives to settings that the mapping can rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.native import read

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Refuse, Row, Settings, Value


def validate(
    given: Untrusted,
    rows: list[Row],
    seen: dict[str, Untrusted],
    settings: Settings,
    refuse: Refuse,
) -> bool:
    """Bring ``settings`` up to date; tell whether none that is required is missing.

    A malformed value is complained of, with what was received, and takes its default. Keys that no
    row declares are ignored: hosts add their own. ``seen`` keeps the values as they were given: one
    that is still the same is not looked at again.
    """
    for row in rows:
        name = row["name"]
        value = read(given, name)
        if value is None and name == "serverUrl":
            # Its alias. Most settings are absent from most calls: to ask each row costs a fifth.
            value = read(given, "url")
        if value is None or value != seen.get(name):
            seen[name] = value
            cast("dict[str, Value]", settings)[name] = accepted(row, value, refuse)
    return settings["siteId"] is not None and settings["serverUrl"] is not None


def accepted(row: Row, value: Untrusted, refuse: Refuse) -> Value:
    """Return what the kind of a setting makes of a value, or else the default."""
    fallback = row.get("default")
    found = fallback if value is None else row["kind"](value, row, refuse)
    if found is None:
        refuse(row, "", value)
        return fallback
    return found
