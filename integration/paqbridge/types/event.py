"""One analytics call, whatever host it came from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NotRequired, TypeAlias, TypedDict

from paqbridge.types.page import Untrusted

Kind: TypeAlias = Literal["page", "identify", "track", "reset", "nobody", "group", "alias"]
"""Segment's calls, ``reset`` as a logout, and ``nobody``: a host's user is none (any more)."""


class CallFacts(TypedDict):
    """The page's facts that go with a page call.

    ``landing`` is the URL that the page was loaded with; ``stale``, of a call that has waited for a
    title, is the title before.
    """

    url: str | None
    title: str | None
    referrer: str | None
    landing: str | None
    stale: NotRequired[str | None]


class Event(TypedDict):
    """What the lean mapping looks at.

    ``options`` are what the call says to this destination alone, the most specific first. In the
    build that explains, ``entry`` is the journal's.
    """

    type: Kind
    event: Untrusted
    properties: Untrusted
    userId: Untrusted
    options: list[Untrusted]
    entry: NotRequired[Untrusted]


class FullEvent(Event):
    """What the full mapping looks at besides; ``page`` only where the call is one of a page."""

    name: Untrusted
    category: Untrusted
    traits: Untrusted
    context: Untrusted
    groupId: Untrusted
    page: CallFacts | None


EventMaker: TypeAlias = Callable[[Kind, Untrusted], Event]
"""From a kind and a message to the event: ``calls/message.py``."""
