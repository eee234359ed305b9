"""What the mapping works on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypedDict

from paqbridge.types.command import Command, Note
from paqbridge.types.page import Untrusted

Number: TypeAlias = int | float
Properties: TypeAlias = dict[str, Untrusted]
"""The properties of a call by folded name."""

TextReader: TypeAlias = Callable[[Untrusted, int], str | None]
"""What makes the text for a slot of a value, within a limit: ``read/values.py``."""

NumberReader: TypeAlias = Callable[[Untrusted], Number | None]
"""What reads an amount: ``native.number``, or ``money`` of ``read/values.py``."""

CustomData: TypeAlias = dict[str, str]
"""``{dimensionN: text}``, which goes with one request."""


Variable: TypeAlias = tuple[str, str, str]
"""One custom variable: index, name, value."""


class Parts(TypedDict):
    """What a track call says, before any command is made of it.

    ``key`` is the folded name, ``worth`` the revenue, ``value`` what the event itself is worth;
    ``goals`` are ids.
    """

    action: str
    key: str
    category: str | None
    label: str | None
    value: Number | None
    worth: Number | None
    goals: list[Any]
    variables: list[Variable]
    properties: Properties


Item: TypeAlias = list[Any]
"""A product in the order of ``addEcommerceItem``'s arguments: ``mapping/full/products.py``."""


class FullState(TypedDict):
    """What the full mapping has told the tracker of one page.

    ``user`` is who is logged in, ``is_remembered`` tells that nobody but a host has said so, and
    ``known`` is who a host knows while that may not be told, False for nobody; ``sticky`` are the
    dimensions that ``identify`` and ``group`` gave, ``owner`` is whose they and the cart are, a
    blank text where another page has kept them of nobody.
    ``url``, ``title`` and ``referrer`` are those of the page view before; ``is_titled`` tells that
    the tracker was told of any title. ``cart`` has the products, ``is_told`` whether the tracker
    knows them all, ``is_stale`` whether it knows others.
    ``stored``, ``stored_sticky`` and ``stored_owner`` are what another page has kept. With
    ``is_new_visit`` the next request opens a visit of its own.
    """

    user: str | None
    known: Untrusted
    is_remembered: bool
    sticky: CustomData
    owner: str | None
    url: str | None
    title: str | None
    is_titled: bool
    referrer: str | None
    cart: list[Item]
    stored: Untrusted
    stored_sticky: Untrusted
    stored_owner: Untrusted
    is_told: bool
    is_stale: bool
    is_new_visit: bool


class Draft(TypedDict):
    """What one call has led to so far; ``data`` is the custom data of its requests."""

    commands: list[Command]
    notes: list[Note]
    state: FullState
    data: CustomData | None
