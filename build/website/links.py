"""Links of the repository as links of the site; code is left as it is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

# In this order: a link in a code block or in code style is none, but a link's text may be code.
PART = re.compile(
    r"(?P<block>^ *```.*?^ *```$)"
    r"|(?P<mark>!?)\[(?P<text>(?:`[^`\n]*`|[^\]`])*)\]\((?P<to>[^)\s]+)\)"
    r"|(?P<span>`[^`\n]+`)",
    re.MULTILINE | re.DOTALL,
)


def relinked(text: str, source: str, places: Mapping[str, str]) -> str:
    """Return a page's text with each link leading to where its target stands on the site.

    `source` is the page's path in the repository, `places` says where files stand on the site. A
    file that is not on it becomes its name in code style: the repository has no public address.
    """

    def replaced(part: re.Match[str]) -> str:
        to = part["to"]
        if not to or "://" in to or to.startswith("#"):
            return part[0]
        path, _, anchor = to.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if target not in places:
            return unlinked(part["text"], target)
        place = posixpath.relpath(places[target], posixpath.dirname(places[source]) or ".")
        return f"{part['mark']}[{part['text']}]({place}{'#' * bool(anchor)}{anchor})"

    return PART.sub(replaced, text)


def unlinked(text: str, target: str) -> str:
    """Return what stands in a link's place: its text, and the path unless that is the text."""
    return text if text.strip("`") == target else f"{text} (`{target}`)"
