"""The kinds of single values that only the full builds have, as in ``settings/kinds.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.native import any_text, read
from paqbridge.settings.kinds import like
from paqbridge.settings.patterns import FILE_URL, POSITIVE_NUMBER, VERSION

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Refuse, Row, Value


def one_of(value: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Take one of the row's words, which a page may write in any case."""
    given = (any_text(value, 20) or "").lower()
    for word in row["words"]:
        if word.lower() == given:
            return word
    return None


def signals(value: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Take true or false for all of a visitor's signals, or the name of one."""
    known = {"true": True, "false": False, "dnt": "dnt", "gpc": "gpc"}
    return read(known, (any_text(value, 6) or "").lower())


version = like(VERSION)
file_url = like(FILE_URL)
dimension_id = like(POSITIVE_NUMBER)
