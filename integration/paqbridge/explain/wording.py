"""What the build that explains says of a setting that is wrong: also what was expected."""

from __future__ import annotations

from typing import Any

from paqbridge.deliver.consent import can_wait
from paqbridge.settings.full_kinds import dimension_id, file_url, version
from paqbridge.settings.goals import goal_table
from paqbridge.settings.kinds import any_line, base_url, flag, matomo_file, site_id, whole_number
from paqbridge.settings.readers import dimension_table, event_filter, name_table, text_list
from paqbridge.settings.wording import DOCS

EXPECTED: Any = (
    (matomo_file, "piwik or matomo"),
    (any_line, "a text"),
    (can_wait, "a newer matomoVersion"),
    (version, "a version"),
    (dimension_id, "a dimension id"),
    (dimension_table, "dimension ids"),
    (name_table, "a list of texts"),
    (text_list, "a list of texts"),
    (event_filter, "texts to allow or deny"),
    (whole_number, "a whole number"),
    (flag, "true or false"),
    (site_id, "an id"),
    (goal_table, "goal ids"),
    (base_url, "an http(s) URL"),
    (file_url, "an http(s) URL"),
)
"""A kind -> the words for what it takes, which fit an entry as well; ``one_of`` takes the row's."""


def long(row: Any, at: str) -> str:
    """Return the words for a setting, or for its entry ``at``: empty, or a dot and a key."""
    name: str = row["name"]
    expected = " or ".join(row.get("words") or [])
    for kind, words in EXPECTED:
        if kind == row["kind"]:
            expected = words
    return name + at + ": expected " + expected + ", see " + DOCS
