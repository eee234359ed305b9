"""The kinds of single values that every build has.

A kind gets what a page has given, the setting's row, and ``refuse(row, at, received)``, which it
calls for parts that are malformed. It returns the value to use, or None where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paqbridge.native import any_text, captured, number, read
from paqbridge.settings.patterns import ANY, BASE_URL, FILE, ID, WHOLE_NUMBER

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Kind, Refuse, Row, Value


def like(form: Any) -> Kind:
    """Return the kind of a text of some form."""
    return lambda value, row, refuse: captured(form, value)


def flag(value: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Take true or false, also as a text."""
    return read({"true": True, "false": False}, (any_text(value, 6) or "").lower())


def whole_number(value: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Take a whole number from 0 on, also as a text."""
    return number(captured(WHOLE_NUMBER, value))


def site_id(value: Untrusted, row: Row, refuse: Refuse) -> Value:
    """Take a site's id, in the type that it came in."""
    return captured(ID, value) and value


matomo_file = like(FILE)
base_url = like(BASE_URL)
any_line = like(ANY)
