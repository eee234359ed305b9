"""What the build that explains says of a setting that is wrong: also what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from paqbridge.settings.full_kinds import dimension_id, file_url, signals, version
from paqbridge.settings.goals import goal_table
from paqbridge.settings.kinds import any_line, base_url, flag, matomo_file, site_id, whole_number
from paqbridge.settings.readers import dimension_table, event_filter, name_table, text_list
from paqbridge.settings.wording import DOCS

if TYPE_CHECKING:
    from paqbridge.types.settings import Kind, Named, Row

EXPECTED: tuple[tuple[Kind, str], ...] = (
    (matomo_file, "piwik or matomo"),
    (any_line, "a text"),
    (version, "a version"),
    (dimension_id, "a dimension id"),
    (dimension_table, "dimension ids of paths into a call, or of indices"),
    (name_table, "a list of texts"),
    (text_list, "a list of texts"),
    (event_filter, "texts to allow or deny"),
    (whole_number, "a whole number"),
    (flag, "true or false"),
    (signals, "true, false, dnt or gpc"),
    (site_id, "an id"),
    (goal_table, "goal ids"),
    (base_url, "an http(s) URL"),
    (file_url, "an http(s) URL"),
)
"""A kind -> the words for what it takes, which fit an entry as well; ``one_of`` takes the row's."""


OLDER = "a newer matomoVersion"
"""What ``consent`` may need, where its value is right."""


def long(row: Named, at: str) -> str:
    """Return the words for a setting, or for its entry ``at``: empty, or a dot and a key."""
    return f"{row['name']}{at}: expected {expected(row)}, see {DOCS}"


def expected(named: Named) -> str:
    """Return what a setting takes, in words."""
    row = cast("Row", named)
    for kind, words in EXPECTED:
        if kind == row.get("kind"):
            return words
    return " or ".join(row.get("words") or [OLDER])
