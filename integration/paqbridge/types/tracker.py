"""What the tracker of our own works on: ``paqbridge/tracker``."""

from __future__ import annotations

from collections.abc import Callable
from typing import NotRequired, TypeAlias, TypedDict

from paqbridge.types.page import Guarded, Untrusted

Variables: TypeAlias = dict[str, list[str]]
"""Custom variables of a scope: index -> name and value."""

Plugin: TypeAlias = dict[str, Guarded]
"""What a page's plugin adds to requests, by their kind."""


class Page(TypedDict):
    """What is known of a page when the tracker starts, and does not change.

    ``address`` and ``referrer`` are decoded, ``features`` what requests say of the browser,
    ``browser`` its own name and that of the system, ``hints`` the client hints, empty while it is
    asked, ``low_hints`` those that need not be asked for.
    ``is_refusing`` tells that the browser asks not to be tracked, ``cookies`` that it takes some.
    """

    address: str
    host: str
    title: str
    referrer: str
    charset: str
    features: str
    browser: str
    hints: str
    low_hints: str
    is_secure: bool
    is_refusing: bool
    takes_cookies: bool


class Facts(TypedDict):
    """What is known at one moment.

    ``now`` is in milliseconds since 1970, ``time`` the visitor's hours, minutes and seconds,
    ``random`` a source of numbers from 0 to 1, ``cookies`` what the page can see of them,
    ``timings`` the marks of ``performance.timing``, or None where there are none.
    """

    now: float
    time: list[int]
    random: Callable[[], float]
    cookies: str
    is_hidden: bool | None
    timings: dict[str, float] | None


class Request(TypedDict):
    """One request of the tracking API, as a query; ``callback`` hears that it was sent.

    ``at`` is the second of one that could not be sent once.
    """

    text: str
    callback: Untrusted
    at: NotRequired[int]


class Hit(TypedDict):
    """What leaves: ``body`` is empty where the address says it all; ``requests`` are in it."""

    address: str
    body: str
    is_beacon: bool
    requests: list[Request]


Effect: TypeAlias = tuple[str, Untrusted]
"""Something to do after a step, and with what: ``hit`` a Hit, ``cookie`` its text as pages set it,
``wake`` a command's name and after how many milliseconds it is wanted, ``refuse`` (the command
could not be followed), ``close`` (the window), ``domain`` one to try with a cookie, ``links``,
``focus``, ``visible`` and ``online`` to watch, ``blocks`` to look for in an element, ``touch`` an
element.
"""


class State(TypedDict):
    """What a tracker knows. ``name`` to ``answer`` are of the latest step: its command, the facts,
    what it leads to, its cookies with their values, and what it answers.
    """

    language: Language
    page: Page
    name: str
    facts: Facts
    effects: list[Effect]
    written: dict[str, str]
    answer: Untrusted
    refused: dict[str, bool]
    plugins: dict[str, Plugin]
    # where requests go, and how
    endpoint: str
    site: Untrusted
    is_beacon: bool
    method: str
    knows_bulk: bool
    appended: str
    processing: Untrusted
    features: str
    gate: float
    is_left: bool
    pending: list[Request]
    hints: str
    # the page
    url: str
    referrer: Untrusted
    title: Untrusted
    drops_hash: bool
    excluded: list[str]
    untold: str
    excluded_referrers: list[str]
    campaign_names: list[str]
    keyword_names: list[str]
    page_views: int
    page_view: Untrusted
    is_page_view_fixed: bool
    shown: dict[str, int]
    looks: int
    sees_blocks: bool
    # performance
    is_timed: bool
    timings: str | None
    # the visitor
    user: str
    visitor: str
    drawn: dict[str, str]
    domains: list[str]
    crosses: bool
    cross_domain_life: Untrusted
    # what requests say besides
    variables: dict[str, Variables]
    dimensions: dict[str, str]
    data: Untrusted
    cart: dict[str, list[Untrusted]]
    view: str
    # consent and cookies
    is_consent_required: bool
    has_consent: bool
    is_off: Untrusted
    held: list[Request]
    keeps_cookies: bool
    prefix: str
    domain: str
    path: str
    same_site: str
    is_secure: Untrusted
    visitor_life: Untrusted
    session_life: Untrusted
    referral_life: Untrusted
    # links, heart beat
    sees_clicks: bool
    link_classes: list[str]
    download_classes: list[str]
    ignore_classes: list[str]
    extensions: list[str]
    beat: float
    focused_at: float
    sent_at: float
    # what could not be sent
    most_unsent: int
    unsent: list[Request]


Method: TypeAlias = str | tuple[str, Untrusted] | Callable[..., Untrusted]
"""What a command does to a draft of the state, with the page's arguments; what it returns is the
answer to a page that has asked. Or the field that takes the first argument, or a field and what it
becomes.
"""


class Language(TypedDict):
    """What a tracker speaks: commands by their names.

    ``new`` is what its state has besides what each has. ``first`` are the commands that are applied
    ahead of all else that waits in a queue, in this order, as ``matomo.js`` has it, ``later`` the
    others, and what the shell says. ``data`` writes the custom data of a call, ``plugins`` what a
    page's plugins say in requests of a kind, ``processed`` gives a request as the page's function
    makes it; ``linked`` gives the visitor's id that a link of another domain has brought.
    """

    new: dict[str, Untrusted]
    first: dict[str, Method]
    later: dict[str, Method]
    data: Callable[[State, Untrusted], str]
    plugins: Callable[[State, str], str]
    processed: Callable[[State, str], str]
    linked: Callable[[State], str]


Run: TypeAlias = Callable[[Untrusted], Untrusted]
"""Takes a command through a step, and gives its answer."""

Members: TypeAlias = dict[str, Guarded]
"""A tracker as pages get it: its methods by name; where there may be several, the one with an empty
name takes a command."""


class Senses(TypedDict):
    """What a tracker sees of a page: ``look`` sends, looks for, or watches, what an effect names,
    ``besides`` finds what else there is to say of a link that was clicked.
    """

    look: Callable[[Run, str, Untrusted], None]
    besides: Callable[[Untrusted], Untrusted]
