"""One analytics call, whatever host it came from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NotRequired, TypeAlias, TypedDict

from paqbridge.types.page import PageFacts, Untrusted

Kind: TypeAlias = Literal["page", "identify", "track", "reset", "known", "nobody", "group", "alias"]
"""Segment's calls, ``reset`` as a logout, ``known``: a host says who its user is, False for nobody;
and ``nobody``: a host's user is none (any more)."""


class CallFacts(TypedDict):
    """The page's facts of the moment of a page call.

    ``canonical`` is its canonical link, as written and absolute; ``stale``, of a call that has
    waited for a title, is the title before, ``route`` the number of the route.
    """

    url: str | None
    title: str | None
    referrer: str | None
    canonical: list[str]
    stale: NotRequired[str | None]
    route: NotRequired[int]


class PageNow(TypedDict):
    """The page's facts of the moment when a page call is mapped, which may have waited.

    ``own`` is what the tracker takes by itself, ``route`` the number of the latest page call's
    route.
    """

    url: str | None
    title: str | None
    own: PageFacts
    route: NotRequired[int]


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
    """What the full mapping looks at besides; ``page`` and ``now`` only where the call is one of a
    page. ``time`` is that of the call, in milliseconds since 1970, ``here`` its URL; ``is_late``
    tells that it has waited for a second or more, ``storable`` that the visitor may be known.
    ``answer`` is the number of the answer to the question of consent that was in force."""

    name: Untrusted
    category: Untrusted
    traits: Untrusted
    context: Untrusted
    groupId: Untrusted
    page: CallFacts | None
    here: str | None
    time: float
    is_late: NotRequired[bool]
    storable: NotRequired[bool]
    answer: NotRequired[int]
    now: NotRequired[PageNow]


EventMaker: TypeAlias = Callable[[Kind, Untrusted], Event]
"""From a kind and a message to the event: ``calls/message.py``."""
