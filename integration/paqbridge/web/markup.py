"""HTML that is ready for a page: text of others stands in it as text."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape


class Markup(str):
    """A text that is HTML already: Jinja2, Django and MarkupSafe take it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the text, as template engines ask for it."""
        return self


def script_element(attributes: Mapping[str, str | None], code: str = "") -> str:
    """Return a script element; an attribute that is None is left out, an empty one has no value.

    ``code`` is taken as it is: whoever makes it sees to it that it cannot end the element.
    """
    return f"{element('script', attributes)}{code}</script>"


def element(name: str, attributes: Mapping[str, str | None]) -> str:
    """Return an element's begin, all of it where it has no content; None leaves one out."""
    said = [attribute(name, value) for name, value in attributes.items() if value is not None]
    return f"<{name}{''.join(said)}>"


def attribute(name: str, value: str) -> str:
    """Return an attribute with a blank before it, in ASCII: pages may have any encoding."""
    text = escape(encodable(value)).encode("ascii", "xmlcharrefreplace").decode()
    return f' {name}="{text}"' if value else f" {name}"


def encodable(text: str) -> str:
    """Return a text with U+FFFD for each half of a pair alone, which no page could be sent with."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
