"""Undoing the dates that Segment's facade makes of ISO texts."""

from __future__ import annotations

from typing import Any

from paqbridge.native import copied, date_text, each, is_dict, is_list, put

DEPTH = 6
"""``integrations.Piwik.customVars.1[1]`` is the deepest text that the mapping reads."""


def with_texts(value: Any, depth: int) -> Any:
    """Return ``value`` with each date in it as its ISO text, midnight as the day alone.

    The facade turns every text of ISO form into a Date, in user ids and names too, and keeps no
    original; as text it is what the page wrote, but for zeros at its end.
    """
    text = date_text(value)
    if text is not None or depth == 0 or not (is_dict(value) or is_list(value)):
        return value if text is None else text
    copy = copied(value)

    def restore(item: Any, key: Any) -> None:
        put(copy, key, with_texts(item, depth - 1))

    each(value, restore)
    return copy
